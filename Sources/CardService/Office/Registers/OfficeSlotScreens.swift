import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// The slots: which hours have duty, and how many physicians they need.
struct OfficeSlotScreens: Sendable {
    private static let path = "/office/registers/slots"

    /// Published months that slots and holidays no longer match.
    static func publishAnew(_ answer: JSONValue) -> [Shown] {
        answer["publishAnew"].elements.compactMap(\.text).map { ["month": $0, "path": "/office/rota/\($0)"] }
    }

    func list(_ visit: DeskVisit) async throws -> Response {
        let (answer, areas) = (try await visit.ask(.get, .slots, visit.ownAssociation).json, try await areas(visit))
        let words = visit.words
        let rows = answer["slots"].elements.map { slot -> Shown in
            let name = slot["name"].text ?? ""
            let types = slot["dayTypes"].elements.compactMap(\.text)
            return [
                "name": name, "path": "\(Self.path)/\(name.percentEncoded)", "isEnded": types.isEmpty,
                "dayTypes": types.map { words["office.days.\($0)"] }.joined(separator: words["office.text.dot"]),
                "areas": slot["areas"].text.map {
                    words["office.reach.\($0 == Slot.Reach.everyAreaWord ? "each" : "whole")"]
                }
                    ?? visit.officeText.list(
                        slot["areas"].elements.compactMap { id in areas.first { $0.value == id.text }?.text }),
                "hours": "\(slot["start"].text ?? "")–\(slot["end"].text ?? "")", "first": slot["first"].whole,
                "second": slot["second"].whole, "validFrom": visit.officeText.day(slot["validFrom"]),
            ]
        }
        let page: Shown = ["rows": rows, "publishAnew": Self.publishAnew(answer)]
        return try visit.screen("office/slots", page)
    }

    func newForm(_ visit: DeskVisit) async throws -> Response {
        try await show(OfficeEdit.State(values: ["reach": "*", "first": "1", "second": "0"]), visit)
    }

    func enter(_ visit: DeskVisit) async throws -> Response {
        guard let again = try await visit.enter(.slot, .slots, visit.ownAssociation) else {
            return visit.go(to: Self.path, done: "saved")
        }
        return try await show(again, visit)
    }

    func form(_ visit: DeskVisit) async throws -> Response { try await show(try await present(visit), visit) }

    /// A new version of a slot: what is laid over the present one is all that the form says.
    func change(_ visit: DeskVisit) async throws -> Response {
        var state = try await present(visit)
        state.values = OfficeSheet.slot.values(of: visit.form)
        do {
            _ = try await visit.ask(.patch, .slot, parts(visit), OfficeSheet.slot.document(state.values))
            return visit.go(to: Self.path, done: "saved")
        } catch let refused as Refused where refused.isAboutForm {
            state.refused = refused
            return try await show(state, visit)
        }
    }

    func retire(_ visit: DeskVisit) async throws -> Response {
        do {
            _ = try await visit.ask(.post, .slotRetire, parts(visit), visit.form.document(["from"]))
            return visit.go(to: Self.path, done: "slotRetired")
        } catch let refused as Refused where refused.isAboutForm {
            var state = try await present(visit)
            state.refused = refused
            return try await show(state, visit)
        }
    }

    private func parts(_ visit: DeskVisit) -> [String: String] {
        ["association": visit.speaksFor, "slot": visit.part("slot")]
    }

    /// The last version of the slot in the path.
    private func present(_ visit: DeskVisit) async throws -> OfficeEdit.State {
        let slots = try await visit.ask(.get, .slots, visit.ownAssociation).json["slots"].elements
        guard let slot = slots.last(where: { $0["name"].text == visit.part("slot") }) else { throw Refusal(.notFound) }
        var state = OfficeEdit.State(values: OfficeSheet.slot.values(slot))
        state.values["validFrom"] = nil
        state.base = slot
        return state
    }

    private func areas(_ visit: DeskVisit) async throws -> [(value: String, text: String)] {
        try await visit.ask(.get, .association, visit.ownAssociation).json["areas"].elements.map {
            ($0["id"].text ?? "", $0["name"].text ?? "")
        }
    }

    private func show(_ state: OfficeEdit.State, _ visit: DeskVisit) async throws -> Response {
        let isNew = state.base == nil
        let view = OfficeFormView(.slot, state, visit.words)
        let (form, words) = (view.form, visit.words)
        let reaches = [(Slot.Reach.everyAreaWord, "each"), (Slot.Reach.associationWord, "whole"), ("areas", "areas")]
            .map {
                (value: $0.0, text: words["office.reach.\($0.1)"])
            }
        let types = ["weekday", "saturday", "sunday", "holiday"].map { (value: $0, text: words["office.days.\($0)"]) }
        let ending = FormView(words, "office.slot", refused: state.refused) { visit.form[$0] }
        let path = "\(Self.path)/\((isNew ? "new" : visit.part("slot")).percentEncoded)"
        let page = view.frame(
            named: OfficeSheet.slotFields,
            [
                "isNew": isNew, "name": state.base?["name"].text, "action": path,
                "nameField": isNew ? form.line("name", isRequired: true) : nil,
                "dayTypes": view.boxes("dayTypes", of: types),
                "reach": form.choice("reach", of: reaches, isRequired: true),
                "areas": view.boxes("areas", of: try await areas(visit)),
                "fields": [
                    form.line("start", isRequired: true), form.line("end", isRequired: true),
                    form.line("first", type: "number", isRequired: true),
                    form.line("second", type: "number", isRequired: true), form.line("validFrom", type: "date"),
                ],
                "telephones": view.telephones(),
                "from": isNew
                    ? nil : ["path": path, "field": ending.line("from", type: "date", isRequired: true)] as Shown,
            ])
        return try visit.screen("office/slot", page, message: state.refused?.message, status: state.status)
    }
}

extension OfficeSheet {
    static let slotFields = Set(
        ["name", "dayTypes", "areas", "start", "end", "first", "second", "validFrom", "from"] + telephoneFields
            + (0..<50).flatMap { ["areas[\($0)]", "dayTypes[\($0)]"] })

    static let slot = OfficeSheet(catalogue: "office.slot") { json in
        let word = json["areas"].text ?? json["areas"].elements.first?.text.flatMap { reachWord($0) }
        return [
            "name": json["name"].text, "reach": word ?? "areas", "start": json["start"].text, "end": json["end"].text,
            "first": json["first"].shownNumber, "second": json["second"].shownNumber,
            "validFrom": json["validFrom"].text,
        ].compactMapValues(\.self)
            .merging(.ticks("dayTypes", json["dayTypes"])) { $1 }
            .merging(word == nil ? .ticks("areas", json["areas"]) : [:]) { $1 }
            .merging(OfficeTelephones.values(json["telephones"])) { $1 }
    } document: { values in
        let areas = values["reach"] == "areas" ? values.ticked("areas") : values["reach"].map { [$0] } ?? []
        return .object(
            [
                "name": values.json("name"), "dayTypes": .array(values.ticked("dayTypes").map(JSONValue.string)),
                "areas": .array(areas.map(JSONValue.string)), "start": values.json("start"), "end": values.json("end"),
                "first": values.count("first"), "second": values.count("second"), "validFrom": values.json("validFrom"),
                "telephones": OfficeTelephones.document(values),
            ].filter { $0.value != .null || $0.key != "name" })
    }

    /// A word that stands for several areas; nil for an area.
    private static func reachWord(_ text: String) -> String? {
        [Slot.Reach.everyAreaWord, Slot.Reach.associationWord].contains(text) ? text : nil
    }
}

extension JSONValue {
    /// A number as a field has it; a text that is none as it is, for the API to say so.
    fileprivate var shownNumber: String? { whole.map(String.init) ?? text }
}

extension [String: String] {
    /// A number as the API has it; a text that is none as it is, for the API to say so.
    fileprivate func count(_ name: String) -> JSONValue {
        self[name].map { text in Int(text).map { .number(Double($0)) } ?? .string(text) } ?? .null
    }
}
