import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// Calendar addresses of physicians and areas: made, revoked; an address is shown once.
struct FeedScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response { try await show(visit, refused: nil) }

    /// Makes an address and shows it, on the answer itself: it is nowhere kept.
    func make(_ visit: DeskVisit) async throws -> Response {
        let chosen = (visit.form["subject"] ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        do {
            let made = try await visit.askRota(
                .post, .feeds, body: .object(chosen.count == 2 ? [chosen[0]: .string(chosen[1])] : [:]))
            return try await show(visit, refused: nil, made: made.json)
        } catch let refused as Refused where refused.status.kind == .clientError {
            return try await show(visit, refused: refused)
        }
    }

    func revoke(_ visit: DeskVisit) async throws -> Response {
        _ = try await visit.askRota(.delete, .feed, ["id": visit.part("id")])
        return visit.go(to: "/office/rota/feeds", done: "rotaFeedRevoked")
    }

    private func show(_ visit: DeskVisit, refused: Refused?, made: JSONValue? = nil) async throws -> Response {
        let words = visit.rotaWords
        let areas = try await visit.areas()
        let people = try await visit.physicians()
        let feeds = try await visit.askRota(.get, .feeds).json["feeds"].elements
        let form = FormView(visit.words, "rota") { made == nil ? visit.form[$0] : nil }
        let subjects =
            areas.list.map { ("area:\($0.id)", words["areaFeed", ["area": $0.name]]) }
            + people.choices.map { ("physician:\($0.value)", $0.text) }
        func subject(_ feed: JSONValue) -> String {
            feed["physician"].text.map(people.name) ?? words["areaFeed", ["area": areas.name(feed["area"].text)]]
        }
        let page: Shown = [
            "subject": form.choice("subject", of: subjects, isRequired: true),
            "made": made.map { feed -> Shown in
                ["subject": subject(feed), "address": Self.address(feed["path"].text ?? "", visit)]
            },
            "feeds": feeds.filter { $0["revokedAt"] == .null }.map { feed -> Shown in
                [
                    "id": feed["id"].text, "subject": subject(feed),
                    "createdAt": words.moment(feed["createdAt"].text ?? ""),
                ]
            },
            "revoked": feeds.count { $0["revokedAt"] != .null },
        ]
        return try visit.screen("rota/feeds", page, message: refused?.title, status: refused?.status ?? .ok)
    }

    /// The address as a calendar takes it.
    private static func address(_ path: String, _ visit: DeskVisit) -> String {
        if let address = visit.desk.address { return address.text + path }
        return "http://\(visit.request.head.authority ?? "")\(path)"
    }
}
