import EmergencyCards
import HTTPTypes
import Hummingbird

/// A physician leaves: what they leave behind, their last day, and who takes over their patients.
struct OfficeDepartureScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response { try await show(visit, refused: nil) }

    func retire(_ visit: DeskVisit) async throws -> Response {
        try await act(visit, .physicianRetire, visit.form.document(["lastDay"]), done: "physicianRetired")
    }

    func handOver(_ visit: DeskVisit) async throws -> Response {
        try await act(visit, .handOver, visit.form.document(["to", "deputyTo", "reason"]), done: "patientsHandedOver")
    }

    private func act(_ visit: DeskVisit, _ route: Route, _ wish: JSONValue, done: String) async throws -> Response {
        do {
            _ = try await visit.ask(.post, route, ["physician": visit.part("physician")], wish)
        } catch let refused as Refused where refused.isAboutForm {
            return try await show(visit, refused: refused)
        }
        let day = wish["lastDay"].text.map { "?lastDay=\($0.percentEncoded)" } ?? ""
        return visit.go(to: path(visit) + day, done: done)
    }

    private func path(_ visit: DeskVisit) -> String {
        "/office/registers/physicians/\(visit.part("physician").percentEncoded)/departure"
    }

    private func show(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let parts = ["physician": visit.part("physician")]
        let physician = try await visit.ask(.get, .physician, parts).json
        // A last day that the API cannot read is said beside its field, and the list is made for the day that is registered.
        let asked = refused == nil ? visit.query("lastDay") ?? physician["activeTo"].text : physician["activeTo"].text
        let departure = try await visit.ask(.get, .departure, parts, query: asked.map { [("lastDay", $0)] } ?? []).json
        let names = try await visit.physicianNames()
        let form = FormView(visit.words, "office.departure", refused: refused) { name in
            visit.form[name] ?? (name == "lastDay" ? asked ?? departure["lastDay"].text : nil)
        }
        let others = names.filter { $0.key != parts["physician"] }.sorted { $0.key < $1.key }.map {
            (value: $0.key, text: visit.officeText.noted($0.value, $0.key))
        }
        let view = OfficeDepartureView(text: visit.officeText, departure: departure)
        let page = view.shown.with([
            "path": "/office/registers/physicians/\(visit.part("physician").percentEncoded)",
            "activeTo": visit.officeText.day(physician["activeTo"]),
            "lastDayField": form.line("lastDay", type: "date", isRequired: true),
            "handOver": [
                form.choice("to", of: others, isRequired: true), form.choice("deputyTo", of: others),
                form.line("reason", isRequired: true),
            ],
            "faults": form.otherFaults(than: ["lastDay", "to", "deputyTo", "reason"]).map { ["message": $0] as Shown },
        ])
        return try visit.screen("office/departure", page, message: refused?.message, status: refused?.status ?? .ok)
    }
}

/// What a physician leaves behind, as a page lists it.
struct OfficeDepartureView {
    let text: OfficeText
    let departure: JSONValue

    var shown: Shown {
        let shifts = departure["shifts"].elements
        let patients = departure["patients"].elements + departure["deputyPatients"].elements
        return [
            "name": departure["physician"]["name"].text, "id": departure["physician"]["id"].text,
            "lastDay": text.day(departure["lastDay"]), "shifts": shifts.map(shift), "hasShifts": !shifts.isEmpty,
            "patients": patients.map(patient), "hasPatients": !patients.isEmpty, "count": patients.count,
        ]
    }

    private func shift(_ shift: JSONValue) -> Shown {
        let day = shift["dutyDate"].text ?? ""
        return [
            "day": text.day(shift["dutyDate"]), "slot": shift["slot"].text, "area": shift["area"]["name"].text,
            "order": shift["callOrder"].whole.map { text.words["office.order.\($0)"] },
            "path": "/office/rota/\(day.prefix(7))",
        ]
    }

    private func patient(_ patient: JSONValue) -> Shown {
        [
            "number": patient["number"].text, "path": text.path(ofCard: patient["number"]),
            "name": patient["name"].text, "kana": patient["kana"].text, "colour": text.colour(patient["colour"]),
            "state": text.state(patient), "role": text.words["office.departure.role.\(patient["role"].text ?? "")"],
        ]
    }
}
