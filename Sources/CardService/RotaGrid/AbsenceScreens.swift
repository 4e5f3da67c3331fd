import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// Days on which physicians can't be called: entered, taken back, and the duty that they still hold then.
struct AbsenceScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response { try await show(visit, refused: nil) }

    func enter(_ visit: DeskVisit) async throws -> Response {
        do {
            _ = try await visit.askRota(
                .post, .absences, body: visit.form.document(["physician", "from", "to", "reason"]))
        } catch let refused as Refused where refused.status.kind == .clientError {
            return try await show(visit, refused: refused)
        }
        return visit.go(to: "/office/rota/absences", done: "rotaAbsent")
    }

    func lift(_ visit: DeskVisit) async throws -> Response {
        _ = try await visit.askRota(
            .delete, .absence, ["id": visit.part("id")], query: [("reason", visit.form["reason"] ?? "")])
        return visit.go(to: "/office/rota/absences", done: "rotaPresent")
    }

    private func show(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let words = visit.rotaWords
        let people = try await visit.physicians()
        let absences = try await visit.askRota(.get, .absences).json["absences"].elements
        let warnings = try await visit.askRota(.get, .warnings, query: [("days", "90")]).json["warnings"].elements
        let form = FormView(visit.words, "rota", refused: refused) { visit.form[$0] }
        let left = warnings.filter { $0["kind"].text == "absent" }.map { RotaHome.warning($0, words) }
        let page: Shown = [
            "absences": AbsenceView(absences, people: people, words: words).all.map {
                $0.with(["usual": words["usual.absence"]])
            },
            "left": left, "hasLeft": !left.isEmpty,
            "fields": [
                form.choice("physician", of: people.choices, isRequired: true),
                form.line("from", type: "date", isRequired: true), form.line("to", type: "date", isRequired: true),
                form.line("reason", isRequired: true),
            ],
        ]
        return try visit.screen("rota/absences", page, message: refused?.title, status: refused?.status ?? .ok)
    }
}
