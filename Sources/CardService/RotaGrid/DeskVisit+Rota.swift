import DutyRota
import EmergencyCards
import HTTPTypes

extension DeskVisit {
    /// The month in the path. Throws `notFound` for what is none.
    func month() throws(Refusal) -> Month {
        guard let month = Month(part("month")) else { throw Refusal(.notFound) }
        return month
    }

    /// Asks the API about the person's own association.
    func askRota(
        _ method: HTTPRequest.Method = .get, _ route: Route, _ parts: [String: String] = [:],
        query: [(String, String)] = [], body: JSONValue? = nil, ifMatch: String? = nil
    ) async throws -> APIAnswer {
        try await ask(
            method, route, parts.merging(["association": speaksFor]) { $1 }, query: query, body, ifMatch: ifMatch)
    }

    /// A month's sheet as it is being worked on.
    func draft(of month: Month) async throws -> MonthGrid {
        let parts = ["month": month.description]
        return MonthGrid(try await askRota(.get, .month, parts, query: [("stage", "draft")]).json)
    }

    /// A month's sheet as it is in force; nil: it is not published.
    func published(_ month: Month) async throws -> MonthGrid? {
        do {
            return MonthGrid(try await askRota(.get, .month, ["month": month.description]).json)
        } catch let refused as Refused where refused.code == .unpublished {
            return nil
        }
    }

    /// The association's areas.
    func areas() async throws -> RotaAreas {
        RotaAreas(try await askRota(.get, .association).json, words: words)
    }

    /// Everybody who can be chosen, by kana.
    func physicians() async throws -> RotaPeople {
        RotaPeople(try await askRota(.get, .associationPhysicians).json["physicians"].elements)
    }

    var rotaWords: RotaWords { RotaWords(words: words) }
}
