import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// What the months come to: figures, charts, and the files of a month.
struct OfficeEvidenceScreens: Sendable {
    let clock: Clock

    /// How many months the course of the year shows.
    private static let months = 12

    func latest(_ visit: DeskVisit) async throws -> Response { try await show(clock.now().day.month, visit) }

    func show(_ visit: DeskVisit) async throws -> Response {
        guard let month = Month(visit.part("month")) else { throw Refusal(.notFound) }
        return try await show(month, visit)
    }

    /// The month as a file for a spreadsheet.
    func table(_ visit: DeskVisit) async throws -> Response { try await file("csv", visit) }

    /// The month on one page of paper.
    func paper(_ visit: DeskVisit) async throws -> Response { try await file("html", visit) }

    private func file(_ form: String, _ visit: DeskVisit) async throws -> Response {
        guard let month = Month(visit.part("month")) else { throw Refusal(.notFound) }
        return try await visit.forward(.get, .evidence, parts("\(month).\(form)", visit))
    }

    private func show(_ month: Month, _ visit: DeskVisit) async throws -> Response {
        let year = (0..<Self.months).reversed().map { month.adding(-$0) }
        var figures: [(month: Month, figures: JSONValue)] = []
        for month in year {
            figures.append((month, try await visit.ask(.get, .evidence, parts(month.description, visit)).json))
        }
        let next = month.adding(1)
        let page = OfficeEvidenceView(text: visit.officeText, months: figures).shown.with([
            "month": month.description, "path": "/office/evidence/\(month)",
            "previous": "/office/evidence/\(month.adding(-1))",
            "next": next <= clock.now().day.month ? "/office/evidence/\(next)" : nil,
        ])
        return try visit.screen("office/evidence", page)
    }

    private func parts(_ month: String, _ visit: DeskVisit) -> [String: String] {
        ["association": visit.speaksFor, "month": month]
    }
}
