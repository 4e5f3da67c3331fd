import DutyRota
import EmergencyCards
import Hummingbird

/// A physician's own duty: their shifts of the next eight weeks, their absences, swaps asked of them and by them.
struct ShiftScreens: Sendable {
    static let path = "/clinic/shifts"

    func enter(in screens: inout ScreenRouter) {
        screens.get(Self.path, for: .physician, use: read)
        screens.post("\(Self.path)/absences", for: .physician, use: enterAbsence)
        screens.get("\(Self.path)/absences/{id}/lift", for: .physician, use: askLift)
        screens.post("\(Self.path)/absences/{id}/lift", for: .physician, use: liftAbsence)
        SwapScreens().enter(in: &screens)
    }

    func read(_ visit: DeskVisit) async throws -> Response { try await show(visit) }

    func enterAbsence(_ visit: DeskVisit) async throws -> Response {
        do {
            let body: [(name: String, value: JSONValue)] = [
                ("physician", .string(visit.speaksFor)),
                ("from", visit.form["from"].map { .string(WrittenDate.sent($0)) } ?? .null),
                ("to", (visit.form["to"] ?? visit.form["from"]).map { .string(WrittenDate.sent($0)) } ?? .null),
                ("reason", .string(visit.form["reason"] ?? visit.words["clinic.shifts.absence.usual"])),
            ]
            _ = try await visit.ask(
                .post, .absences, ["association": try await association(visit)], JSONValue(document: body))
            return visit.go(to: Self.path, done: "absenceEntered")
        } catch let refused as Refused where refused.canBeMended {
            return try await show(visit, refused: refused)
        }
    }

    /// Whether an absence is to be taken back.
    func askLift(_ visit: DeskVisit) async throws -> Response {
        let own = try await duty(visit)
        guard let absence = own["absences"].elements.first(where: { $0["id"].text == visit.part("id") }) else {
            throw Refusal(.notFound)
        }
        return try visit.screen(
            "clinic/lift",
            [
                "span": Self.span(absence, visit.words), "path": "\(Self.path)/absences/\(visit.part("id"))/lift",
                "back": Self.path,
            ])
    }

    func liftAbsence(_ visit: DeskVisit) async throws -> Response {
        _ = try await visit.ask(
            .delete, .absence, ["association": try await association(visit), "id": visit.part("id")],
            query: [("reason", visit.words["clinic.shifts.absence.lifted"])])
        return visit.go(to: Self.path, done: "absenceLifted")
    }

    /// The physician's shifts of the next eight weeks, with their absences.
    func duty(_ visit: DeskVisit) async throws -> JSONValue {
        try await visit.ask(.get, .shifts, ["physician": visit.speaksFor]).json
    }

    private func association(_ visit: DeskVisit) async throws -> String {
        try await visit.ask(.get, .cardChoices).json["association"].text ?? ""
    }

    private func show(_ visit: DeskVisit, refused: Refused? = nil) async throws -> Response {
        let own = try await duty(visit)
        let swaps = try await visit.ask(.get, .swaps, ["physician": visit.speaksFor]).json["swaps"].elements
        let choices = CardChoicesView(json: try await visit.ask(.get, .cardChoices).json)
        let row = ShiftRow(words: visit.words, choices: choices)
        let form = FormView(visit.words, "clinic.shifts.absence", refused: refused) { visit.form[$0] }
        let view = SwapListView(words: visit.words, row: row, me: visit.speaksFor, swaps: swaps)
        let shifts = own["shifts"].elements
        var page = view.shown
        page["shifts"] = shifts.map { shift in
            row.shown(shift).with(["ask": "\(SwapScreens.path)?shift=\(ShiftName(shift).text.percentEncoded)"])
        }
        page["hasNoShift"] = shifts.isEmpty
        page["absences"] = own["absences"].elements.map { absence -> Shown in
            [
                "span": Self.span(absence, visit.words), "reason": absence["reason"].text,
                "lift": "\(Self.path)/absences/\(absence["id"].text ?? "")/lift",
            ]
        }
        page["fields"] = [form.line("from", isRequired: true), form.line("to"), form.line("reason")]
        return try visit.screen(
            "clinic/shifts", page, message: refused.map { visit.words.saying($0) }, status: refused?.status ?? .ok)
    }

    private static func span(_ absence: JSONValue, _ words: ScreenWords) -> String {
        let (from, to) = (WrittenDate.text(absence["from"]) ?? "", WrittenDate.text(absence["to"]) ?? "")
        return from == to ? from : words["clinic.shifts.absence.span", ["from": from, "to": to]]
    }
}
