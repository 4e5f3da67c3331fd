import EmergencyCards
import HTTPTypes
import Hummingbird

/// The register of hospitals, which all associations share.
struct OfficeHospitalScreens: Sendable {
    private static let path = "/office/registers/hospitals"

    func list(_ visit: DeskVisit) async throws -> Response {
        let all = try await visit.ask(.get, .hospitals).json["hospitals"].elements
        let list = OfficeRegisterList(all, page: visit.query("page"))
        let rows = list.rows.map { hospital -> Shown in
            [
                "id": hospital["id"].text, "path": "\(Self.path)/\((hospital["id"].text ?? "").percentEncoded)",
                "name": hospital["name"].text, "entrance": hospital["entrance"].text,
                "address": hospital["address"].text,
                "telephones": hospital["telephones"].elements.map { telephone -> Shown in
                    ["label": telephone["label"].text, "number": telephone["number"].text]
                },
            ]
        }
        let page: Shown = ["rows": rows, "count": all.count, "links": list.links(visit, Self.path)]
        return try visit.screen("office/hospitals", page)
    }

    func newForm(_ visit: DeskVisit) async throws -> Response { try await show(OfficeEdit.State(), visit) }

    func enter(_ visit: DeskVisit) async throws -> Response {
        guard let again = try await visit.enter(.newHospital, .hospitals) else {
            return visit.go(to: Self.path, done: "hospitalEntered")
        }
        return try await show(again, visit)
    }

    func form(_ visit: DeskVisit) async throws -> Response { try await show(try await edit(visit).open(visit), visit) }

    func change(_ visit: DeskVisit) async throws -> Response {
        guard let again = try await edit(visit).save(visit) else {
            return visit.go(to: "\(Self.path)/\(visit.part("hospital").percentEncoded)", done: "saved")
        }
        return try await show(again, visit)
    }

    /// Ends a hospital's part. Cards that name it come onto the list of what is due.
    func retire(_ visit: DeskVisit) async throws -> Response {
        let wish = visit.form.document(["from"])
        do {
            _ = try await visit.ask(.post, .hospitalRetire, ["hospital": visit.part("hospital")], wish)
        } catch let refused as Refused where refused.isAboutForm {
            var state = try await edit(visit).open(visit)
            state.refused = refused
            return try await show(state, visit)
        }
        return visit.go(to: Self.path, done: "hospitalRetired")
    }

    private func edit(_ visit: DeskVisit) -> OfficeEdit {
        OfficeEdit(sheet: .hospital, route: .hospital, parts: ["hospital": visit.part("hospital")])
    }

    private func show(_ state: OfficeEdit.State, _ visit: DeskVisit) async throws -> Response {
        let (id, isNew) = (visit.part("hospital"), state.base == nil)
        let view = OfficeFormView(isNew ? .newHospital : .hospital, state, visit.words)
        let form = view.form
        let fields = [
            form.line("name", isRequired: true), form.line("address", isRequired: true), form.line("entrance"),
            form.line("email", type: "email"), form.line("validFrom", type: "date"),
        ]
        let ending = FormView(visit.words, "office.hospital", refused: state.refused) { visit.form[$0] }
        var page = view.frame(
            named: OfficeSheet.hospitalFields,
            [
                "fields": isNew ? [form.line("id")] + fields : fields, "telephones": view.telephones(), "isNew": isNew,
                "action": isNew ? "\(Self.path)/new" : "\(Self.path)/\(id.percentEncoded)",
                "from": isNew
                    ? nil
                    : [
                        "path": "\(Self.path)/\(id.percentEncoded)", "field": ending.line("from", type: "date"),
                    ] as Shown,
            ])
        if !isNew {
            page["name"] = state.base?["name"].text
            page["id"] = id
            let full = try await visit.ask(.get, .hospitalFull, ["hospital": id]).json["full"].elements
            page["full"] = full.map { mark -> Shown in
                ["until": visit.officeText.moment(mark["until"]), "reason": mark["reason"].text]
            }
        }
        return try visit.screen("office/hospital", page, message: state.refused?.message, status: state.status)
    }
}

extension OfficeSheet {
    /// The fields of a hospital's form beside which their faults are said.
    static let hospitalFields = Set(
        ["id", "name", "entrance", "email", "address", "validFrom", "from"] + telephoneFields)

    /// A hospital's entry; what is new may be given its identifier.
    static let hospital = hospital(isNew: false)
    static let newHospital = hospital(isNew: true)

    private static func hospital(isNew: Bool) -> OfficeSheet {
        let texts = ["name", "entrance", "email", "address", "validFrom"] + (isNew ? ["id"] : [])
        return OfficeSheet(catalogue: "office.hospital") { json in
            texts.reduce(into: Values()) { $0[$1] = json[$1].text }
                .merging(OfficeTelephones.values(json["telephones"])) { $1 }
        } document: { values in
            .object(
                texts.reduce(into: [:]) { $0[$1] = values.json($1) }.merging([
                    "telephones": OfficeTelephones.document(values)
                ]) { $1 })
        }
    }
}
