import DutyRota
import EmergencyCards

/// A card as its page shows it.
struct CardPageView {
    let words: ScreenWords
    let json: JSONValue
    let choices: CardChoicesView
    let prefix: String
    let isOffice: Bool
    let holder: KeyHolder
    let day: Day

    init(
        words: ScreenWords, json: JSONValue, choices: CardChoicesView, prefix: String, isOffice: Bool,
        holder: KeyHolder, on day: Day
    ) {
        (self.words, self.json, self.choices, self.prefix) = (words, json, choices, prefix)
        (self.isOffice, self.holder, self.day) = (isOffice, holder, day)
    }

    private var row: CardRow { CardRow(words: words, card: json, prefix: prefix) }
    private var acts: Set<CardAction> {
        Card(json).map { Access(holder).acts(on: $0.document, in: $0.life.state) } ?? []
    }

    var shown: Shown {
        let isInForce = ["active", "suspended"].contains(json["state"].text)
        return row.head.with([
            "notes": notes.map { ["text": $0] as Shown }, "deeds": deeds, "mayChange": acts.contains(.change),
            "edit": "\(row.number.isEmpty ? "" : prefix + "/cards/" + row.number)/edit",
            "mayPrint": isInForce || json["state"] == .string("draft"), "prints": prints, "wish": wish,
            "groups": [patient, people, clinical, hospitals, consent, life].compactMap(\.self),
            "otherColour": isInForce && acts.contains(.change) ? "\(prefix)/cards/new?from=\(row.number)" : nil,
        ])
    }

    /// What somebody should know before they read on.
    private var notes: [String] {
        guard let card = Card(json), card.life.state.isInForce else { return [] }
        return [
            card.life.isExpired(on: day) ? words["clinic.card.expired"] : nil,
            card.life.isReviewOverdue(on: day, colour: card.document.colour) ? words["clinic.card.reviewOverdue"] : nil,
            card.isUnconfirmed ? words[isOffice ? "clinic.card.unconfirmedOffice" : "clinic.card.unconfirmed"] : nil,
        ].compactMap(\.self)
    }

    private var deeds: [Shown] {
        CardDeed.allCases.filter { deed in
            guard let act = deed.act, acts.contains(act) else { return false }
            return deed != .confirm || json["confirmed"] == .null
        }.map { deed in
            let isPlain = deed.isPlain(forOffice: isOffice)
            return [
                "path": "\(prefix)/cards/\(row.number)/\(deed.rawValue)",
                "text": words["clinic.deed.\(deed.rawValue).\(isPlain ? "button" : "short")"],
                "isPlain": isPlain, "isAsked": !isPlain,
                "isQuiet": ![.confirm, .issue, .renew, .review, .visit].contains(deed),
            ]
        }
    }

    private var prints: [Shown] {
        ["card-a4", "card", "sheet"].map {
            [
                "path": "\(prefix)/cards/\(row.number)/print/\($0).pdf", "text": words["clinic.card.print.\($0)"],
                "isFirst": $0 == "card-a4",
            ]
        }
    }

    private var wish: Shown? {
        guard let text = json["wish"]["text"].text else { return nil }
        let by = choices.name(json["wish"]["confirmedBy"].text, among: "physicians") ?? ""
        return [
            "lines": text.split(separator: "\n", omittingEmptySubsequences: false).map {
                ["text": String($0)] as Shown
            },
            "by": words[
                "clinic.card.wishBy", ["by": by, "on": WrittenDate.text(json["wish"]["confirmedOn"]) ?? ""]],
            "participants": list(json["wish"]["participants"]), "agreements": json["wish"]["agreements"].text,
        ]
    }

    private func list(_ json: JSONValue) -> String? {
        json.elements.compactMap(\.text).joined(separator: "、").nonEmpty
    }

    private func group(_ name: String, _ facts: [(String, String?)]) -> Shown? {
        let there = facts.compactMap { label, text in text.map { (label, $0) } }
        guard !there.isEmpty else { return nil }
        return [
            "title": words["clinic.card.group.\(name)"],
            "facts": there.map { label, text -> Shown in
                ["label": label, "lines": text.split(separator: "\n").map { ["text": String($0)] as Shown }]
            },
        ]
    }

    private func label(_ field: String) -> String { words["clinic.card.label.\(field)"] }

    private var patient: Shown? {
        let patient = json["patient"]
        let born = patient["birthDate"].text.flatMap { Day($0) }
        return group(
            "patient",
            [
                (label("patient.kana"), patient["kana"].text),
                (
                    label("patient.birthDate"),
                    born.map { WrittenDate.text($0) + words["clinic.card.age", ["n": "\($0.age(on: day))"]] }
                ),
                (label("patient.sex"), patient["sex"].text.map { words["common.sex.\($0)"] }),
                (
                    label("patient.address"),
                    [patient["postalCode"].text.map { "〒\($0)" }, patient["address"].text].compactMap(\.self)
                        .joined(separator: " ").nonEmpty
                ),
                (label("patient.area"), choices.name(patient["area"].text, among: "areas")),
                (label("patient.telephones"), list(patient["telephones"])),
                (label("patient.doorNotes"), patient["doorNotes"].text),
            ])
    }

    private var people: Shown? {
        let family = json["family"].elements.map { member in
            (member["relationship"].text ?? words["clinic.card.group.family"], reached(member))
        }
        let nurse = json["visitingNurse"]
        return group(
            "people",
            family + [
                (label("attendingPhysician"), choices.name(json["attendingPhysician"].text, among: "physicians")),
                (label("deputyPhysician"), choices.name(json["deputyPhysician"].text, among: "physicians")),
                (words["clinic.card.nurse"], reached(nurse)),
            ])
    }

    private func reached(_ somebody: JSONValue) -> String? {
        [somebody["name"].text, somebody["telephone"].text].compactMap(\.self).joined(separator: "　").nonEmpty
    }

    private var clinical: Shown? {
        group(
            "clinical",
            CardForm.clinical.map { name in
                let value = json["clinical"][name]
                return (label("clinical.\(name)"), name == "lastVisitOn" ? WrittenDate.text(value) : value.text)
            })
    }

    private var hospitals: Shown? {
        group(
            "hospitals",
            json["hospitals"].elements.map { agreed in
                (
                    choices.name(agreed["hospital"].text, among: "hospitals") ?? words["common.unknown"],
                    [
                        WrittenDate.text(agreed["agreedOn"]).map { words["clinic.card.agreed", ["on": $0]] },
                        agreed["patientNumber"].text.map { "\(label("hospitals.patientNumber")) \($0)" },
                    ].compactMap(\.self).joined(separator: "\n").nonEmpty ?? words["common.unknown"]
                )
            })
    }

    private var consent: Shown? {
        let consent = json["consent"]
        let shared = consent["sharedWith"].elements.compactMap(\.text).map { words["clinic.card.recipient.\($0)"] }
        return group(
            "consent",
            [
                (label("consent.givenBy"), consent["givenBy"].text),
                (label("consent.relationship"), consent["relationship"].text),
                (label("consent.givenOn"), WrittenDate.text(consent["givenOn"])),
                (label("consent.sharedWith"), shared.joined(separator: "\n").nonEmpty),
            ])
    }

    private var life: Shown? {
        let confirmed = json["confirmed"]
        let word = confirmed["by"].text.map { by in
            words[
                "clinic.card.confirmed.\(confirmed["means"].text ?? "own")",
                [
                    "by": choices.name(by, among: "physicians") ?? by,
                    "on": WrittenDate.text(confirmed["on"]) ?? "",
                ]]
        }
        let suspended = [WrittenDate.text(json["suspendedSince"]), json["suspendedWhere"].text].compactMap(\.self)
        return group(
            "life",
            [
                (words["clinic.card.issuedOn"], WrittenDate.text(json["issuedOn"])),
                (label("validUntil"), WrittenDate.text(json["validUntil"])),
                (words["clinic.card.reviewedOn"], WrittenDate.text(json["reviewedOn"])),
                (words["clinic.card.suspendedSince"], suspended.joined(separator: "\n").nonEmpty),
                (words["clinic.card.endedOn"], WrittenDate.text(json["endedOn"])),
                (words["clinic.card.confirmedTitle"], word),
            ])
    }
}
