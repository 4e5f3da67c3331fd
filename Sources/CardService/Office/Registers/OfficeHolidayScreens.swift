import EmergencyCards
import HTTPTypes
import Hummingbird

/// The holiday table, and taking over the Cabinet Office's file.
struct OfficeHolidayScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response { try await show(visit, refused: nil) }

    func load(_ visit: DeskVisit) async throws -> Response {
        let bytes = Array((visit.form.raw("file") ?? "").utf8)
        let response = try await visit.forward(
            .put, .holidays, visit.ownAssociation, headers: [.contentType: "text/csv"], body: bytes)
        let answer = APIAnswer(
            status: response.status, headers: response.headers,
            json: JSONValue(try await response.body.collected()) ?? .null)
        guard answer.status.kind != .successful else {
            return visit.go(to: "/office/registers/holidays", done: "holidays")
        }
        let refused = Refused(answer)
        guard refused.isAboutForm || refused.status == .contentTooLarge else { throw refused }
        return try await show(visit, refused: refused)
    }

    private func show(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let table = try await visit.ask(.get, .holidays, visit.ownAssociation).json
        let years = Dictionary(grouping: table["holidays"].elements) { String(($0["day"].text ?? "").prefix(4)) }
        let slots = try await visit.ask(.get, .slots, visit.ownAssociation).json
        let form = FormView(visit.words, "office.holidays", refused: refused) { visit.form.raw($0) }
        let page: Shown = [
            "lastYear": table["lastYear"].whole, "publishAnew": OfficeSlotScreens.publishAnew(slots),
            "file": form.text("file", isRequired: true),
            "faults": form.otherFaults(than: ["file"]).map { ["message": $0] as Shown },
            "years": years.keys.sorted(by: >).map { year -> Shown in
                [
                    "year": year,
                    "days": (years[year] ?? []).map { day -> Shown in
                        ["day": visit.officeText.day(day["day"]), "name": day["name"].text]
                    },
                ]
            },
        ]
        return try visit.screen("office/holidays", page, message: refused?.message, status: refused?.status ?? .ok)
    }
}
