import EmergencyCards
import HTTPTypes
import Hummingbird

/// The register of physicians: the list, a physician's entry with all its versions, and a new one.
struct OfficePhysicianScreens: Sendable {
    private static let path = "/office/registers/physicians"

    func list(_ visit: DeskVisit) async throws -> Response {
        let all = try await visit.ask(.get, .associationPhysicians, visit.ownAssociation).json["physicians"].elements
        let (areas, list) = (try await areas(visit), OfficeRegisterList(all, page: visit.query("page")))
        let rows = list.rows.map { physician -> Shown in
            [
                "id": physician["id"].text, "path": "\(Self.path)/\((physician["id"].text ?? "").percentEncoded)",
                "name": physician["name"].text, "kana": physician["kana"].text,
                "organisation": physician["organisation"].text,
                "areas": visit.officeText.list(
                    physician["areas"].elements.compactMap { id in
                        areas.first { $0.value == id.text }?.text ?? id.text
                    }),
                "telephone": physician["telephones"].elements.first?["number"].text,
                "activeTo": visit.officeText.day(physician["activeTo"]),
            ]
        }
        let page: Shown = ["rows": rows, "count": all.count, "links": list.links(visit, Self.path)]
        return try visit.screen("office/physicians", page)
    }

    func newForm(_ visit: DeskVisit) async throws -> Response { try await show(OfficeEdit.State(), visit) }

    func enter(_ visit: DeskVisit) async throws -> Response {
        guard let again = try await visit.enter(.newPhysician, .associationPhysicians, visit.ownAssociation) else {
            return visit.go(to: Self.path, done: "physicianEntered")
        }
        return try await show(again, visit)
    }

    func form(_ visit: DeskVisit) async throws -> Response { try await show(try await edit(visit).open(visit), visit) }

    func change(_ visit: DeskVisit) async throws -> Response {
        guard let again = try await edit(visit).save(visit) else {
            return visit.go(to: "\(Self.path)/\(visit.part("physician").percentEncoded)", done: "saved")
        }
        return try await show(again, visit)
    }

    private func edit(_ visit: DeskVisit) -> OfficeEdit {
        OfficeEdit(sheet: .physician, route: .physician, parts: ["physician": visit.part("physician")])
    }

    private func areas(_ visit: DeskVisit) async throws -> [(value: String, text: String)] {
        try await visit.ask(.get, .association, visit.ownAssociation).json["areas"].elements.map {
            ($0["id"].text ?? "", $0["name"].text ?? "")
        }
    }

    private func show(_ state: OfficeEdit.State, _ visit: DeskVisit) async throws -> Response {
        let (id, isNew) = (visit.part("physician"), state.base == nil)
        let view = OfficeFormView(isNew ? .newPhysician : .physician, state, visit.words)
        let form = view.form
        let people = [
            form.line("name", isRequired: true), form.line("kana", isRequired: true), form.line("organisation"),
            form.line("email", type: "email"),
        ]
        let days = [
            form.line("activeFrom", type: "date"), form.line("activeTo", type: "date"),
            form.line("validFrom", type: "date"),
        ]
        var page = view.frame(
            named: OfficeSheet.physicianFields,
            [
                "people": isNew ? [form.line("id")] + people : people, "days": days, "isNew": isNew,
                "areas": view.boxes("areas", of: try await areas(visit)), "telephones": view.telephones(),
                "action": isNew ? "\(Self.path)/new" : "\(Self.path)/\(id.percentEncoded)",
            ])
        if !isNew {
            let history = try await visit.ask(.get, .physicianHistory, ["physician": id]).json
            page["name"] = state.base?["name"].text
            page["id"] = id
            page["path"] = "\(Self.path)/\(id.percentEncoded)"
            page["cards"] = "/office/cards?physician=\(id.percentEncoded)"
            page["versions"] = OfficeHistoryView(text: visit.officeText, sheet: .physician).versions(history)
        }
        return try visit.screen("office/physician", page, message: state.refused?.message, status: state.status)
    }
}

extension OfficeSheet {
    /// The fields of a physician's form beside which their faults are said.
    static let physicianFields = Set(
        ["id", "name", "kana", "organisation", "email", "activeFrom", "activeTo", "validFrom", "areas"]
            + telephoneFields + (0..<50).map { "areas[\($0)]" })

    /// The fields of the rows of telephone numbers.
    static let telephoneFields = (0..<OfficeTelephones.limit).flatMap { index in
        ["label", "number", "hours.dayTypes", "hours.from", "hours.to"].map { "telephones[\(index)].\($0)" }
    }

    private static let physicianTexts = ["name", "kana", "organisation", "email", "activeFrom", "activeTo"]

    /// A physician's entry; what is new may be given its identifier.
    static let physician = physician(isNew: false)
    static let newPhysician = physician(isNew: true)

    private static func physician(isNew: Bool) -> OfficeSheet {
        let texts = physicianTexts + (isNew ? ["id", "validFrom"] : ["validFrom"])
        return OfficeSheet(catalogue: "office.physician") { json in
            texts.reduce(into: Values()) { $0[$1] = json[$1].text }
                .merging(.ticks("areas", json["areas"])) { $1 }
                .merging(OfficeTelephones.values(json["telephones"])) { $1 }
        } document: { values in
            .object(
                texts.reduce(into: [:]) { $0[$1] = values.json($1) }.merging([
                    "areas": .array(values.ticked("areas").map(JSONValue.string)),
                    "telephones": OfficeTelephones.document(values),
                ]) { $1 })
        }
    }
}
