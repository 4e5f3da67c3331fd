import EmergencyCards
import HTTPTypes
import Hummingbird

/// The registers' first page, and what the association keeps about itself.
struct OfficeAssociationScreens: Sendable {
    func overview(_ visit: DeskVisit) async throws -> Response {
        let association = try await visit.ask(.get, .association, visit.ownAssociation).json
        let slots = try await visit.ask(.get, .slots, visit.ownAssociation).json
        let contact = association["standingContact"]
        let page: Shown = [
            "name": association["name"].text, "contact": contact["name"].text, "telephone": contact["telephone"].text,
            "areas": visit.officeText.list(association["areas"].elements.compactMap { $0["name"].text }),
            "publishAnew": OfficeSlotScreens.publishAnew(slots),
        ]
        return try visit.screen("office/registers", page)
    }

    func form(_ visit: DeskVisit) async throws -> Response {
        try show(try await edit(visit).open(visit), visit)
    }

    func change(_ visit: DeskVisit) async throws -> Response {
        guard let again = try await edit(visit).save(visit) else {
            return visit.go(to: "/office/registers", done: "saved")
        }
        return try show(again, visit)
    }

    private func edit(_ visit: DeskVisit) -> OfficeEdit {
        OfficeEdit(sheet: .association, route: .association, parts: visit.ownAssociation)
    }

    private func show(_ state: OfficeEdit.State, _ visit: DeskVisit) throws -> Response {
        let view = OfficeFormView(.association, state, visit.words)
        let (form, contact) = (view.form, "standingContact")
        let areas = (0..<min(OfficeSheet.areaRows(state.values) + 2, OfficeSheet.areaLimit)).map { index -> Shown in
            let name = "areas[\(index)]"
            return [
                "legend": visit.words["office.association.areaLegend", ["place": "\(index + 1)"]],
                "fields": [form.line("\(name).id"), form.line("\(name).name"), view.lines("\(name).addresses")],
            ]
        }
        let named = Set(
            ["name", "\(contact).name", "\(contact).telephone", "\(contact).hours.from", "\(contact).hours.to"]
                + (0..<OfficeSheet.areaLimit).flatMap { ["areas[\($0)].id", "areas[\($0)].name"] }
                + form.faults.keys.filter { $0.hasPrefix("ownHolidays[") || $0.contains(".addresses[") })
        let page = view.frame(
            named: named,
            [
                "name": form.line("name", isRequired: true),
                "contact": [
                    form.line("\(contact).name", isRequired: true),
                    form.line("\(contact).telephone", type: "tel", isRequired: true),
                    view.hours("\(contact).hours.dayTypes"), form.line("\(contact).hours.from"),
                    form.line("\(contact).hours.to"),
                ],
                "areas": areas, "ownHolidays": view.lines("ownHolidays"),
            ])
        return try visit.screen("office/association", page, message: state.refused?.message, status: state.status)
    }
}

extension OfficeSheet {
    static let areaLimit = 30

    /// How many areas are written in.
    static func areaRows(_ values: Values) -> Int { areas(values).count }

    private static func areas(_ values: Values) -> [JSONValue] {
        (0..<areaLimit).map { "areas[\($0)]" }.filter { name in values.keys.contains { $0.hasPrefix("\(name).") } }
            .map { name in
                .object([
                    "id": values.json("\(name).id"), "name": values.json("\(name).name"),
                    "addresses": values.lines("\(name).addresses"),
                ])
            }
    }

    static let association = OfficeSheet(catalogue: "office.association") { json in
        let contact = json["standingContact"]
        var values: Values = [
            "name": json["name"].text, "standingContact.name": contact["name"].text,
            "standingContact.telephone": contact["telephone"].text,
            "ownHolidays": json["ownHolidays"].textLines,
        ].compactMapValues(\.self)
        values.merge(OfficeTelephones.hours(contact["hours"], "standingContact")) { $1 }
        for (index, area) in json["areas"].elements.enumerated() {
            values["areas[\(index)].id"] = area["id"].text
            values["areas[\(index)].name"] = area["name"].text
            values["areas[\(index)].addresses"] = area["addresses"].textLines
        }
        return values
    } document: { values in
        .object([
            "name": values.json("name"),
            "standingContact": .object([
                "name": values.json("standingContact.name"), "telephone": values.json("standingContact.telephone"),
                "hours": OfficeTelephones.hours(values, "standingContact"),
            ]),
            "ownHolidays": values.lines("ownHolidays"), "areas": .array(areas(values)),
        ])
    }
}

extension JSONValue {
    /// The texts of a list, one a line; nil: there is none.
    var textLines: String? { elements.isEmpty ? nil : elements.compactMap(\.text).joined(separator: "\n") }
}
