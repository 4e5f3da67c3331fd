import DutyRota
import EmergencyCards

/// A look-up's answer as the dispatcher reads it: is the card in force, is this the patient, whom to call now, and then the rest.
struct CardView {
    private let answer: JSONValue
    private let words: ScreenWords
    /// On a call's page the call says what is to be done first.
    private let isOnCall: Bool
    /// A rehearsal shows no number that somebody might dial.
    private let isRehearsal: Bool

    init(_ answer: JSONValue, words: ScreenWords, isOnCall: Bool = false, isRehearsal: Bool = false) {
        (self.answer, self.words) = (answer, words)
        (self.isOnCall, self.isRehearsal) = (isOnCall, isRehearsal)
    }

    /// The number of the card that answers.
    var number: String { answer["card"]["number"].text ?? "" }

    private var card: JSONValue { answer["card"] }
    private var isTraining: Bool { card["training"] == .flag(true) }
    private var isInForce: Bool { ["active", "suspended"].contains(card["state"].text ?? "") }
    private var namesDuty: Bool { answer["plan"].elements.contains { $0["kind"].text == "dutyPhysician" } }
    private var isUnconfirmed: Bool { isInForce && card["confirmed"] == .null }

    var shown: Shown {
        let plan = PlanView(answer["plan"].elements, words: words)
        return [
            "number": number, "colour": isInForce ? card["colour"].text : "gone",
            "colourName": words["common.\(card["colour"].text ?? "")"],
            "badges": badges.map { ["text": $0] as Shown }, "association": card["association"]["name"].text,
            "sentence": sentence.first, "further": sentence.rest,
            "patient": patient,
            "household": Optional(household).flatMap { $0.isEmpty ? nil : ["members": $0] as Shown },
            "family": family, "wish": wish, "clinical": clinical,
            "next": plan.first, "steps": plan.rows(marking: plan.firstID),
            "duty": isInForce && !namesDuty
                ? DutyLine(answer["duty"], words: words).shown(area: answer["patient"]["area"]) : nil,
            "canOpen": isInForce && answer["openCall"] == .null, "isTraining": isTraining,
            "openCall": answer["openCall"]["id"].text, "version": version, "confirmed": confirmed,
        ]
    }

    /// The API's sentence, its first part by itself: it is read before all else.
    private var sentence: (first: String?, rest: String?) {
        let text = answer["sentence"].text ?? ""
        if isOnCall { return (nil, text) }
        guard let end = text.firstIndex(of: "。") else { return (text, nil) }
        let rest = text[text.index(after: end)...]
        return (String(text[...end]), rest.isEmpty ? nil : String(rest))
    }

    private var badges: [String] {
        let state =
            card["endedReason"].text.map { "common.endedReason.\($0)" } ?? "common.state.\(card["state"].text ?? "")"
        return [
            isTraining ? words["fire.card.training"] : nil,
            card["expired"] == .flag(true) ? words["fire.card.expired"] : words[state],
            isUnconfirmed ? words["fire.card.unconfirmed"] : nil,
        ].compactMap(\.self)
    }

    private var patient: Shown {
        let patient = answer["patient"]
        return [
            "kana": patient["kana"].text, "name": patient["name"].text, "born": NightText.birth(patient["birthDate"]),
            "age": patient["age"].whole.map { words["fire.card.age", ["age": "\($0)"]] },
            "sex": patient["sex"].text.map { words["common.sex.\($0)"] }, "address": patient["address"].text,
            "area": patient["area"]["name"].text, "doorNotes": patient["doorNotes"].text,
            "hasTelephones": !isRehearsal && !patient["telephones"].elements.isEmpty,
            "telephones": isRehearsal
                ? [Shown]() : patient["telephones"].elements.compactMap(\.text).map { Dial($0).shown },
        ]
    }

    private var household: [Shown] {
        answer["sameHousehold"].elements.map { member in
            [
                "number": member["number"].text, "colour": member["colour"].text,
                "colourName": words["common.\(member["colour"].text ?? "")"], "kana": member["kana"].text,
                "born": NightText.birth(member["birthDate"]),
                "sex": member["sex"].text.map { words["common.sex.\($0)"] },
                "matchedBy": words["fire.card.household.\(member["matchedBy"].text ?? "")"],
            ]
        }
    }

    private var family: [Shown] {
        answer["family"].elements.map { member in
            [
                "name": member["name"].text, "relationship": member["relationship"].text,
                "telephone": isRehearsal ? nil : member["telephone"].text.map { Dial($0).shown },
            ]
        }
    }

    private var wish: Shown? {
        let wish = answer["wish"]
        guard let text = wish["text"].text else { return nil }
        return [
            "text": text, "on": NightText.day(wish["confirmedOn"]), "by": physician(wish["confirmedBy"].text),
            "participants": wish["participants"].elements.compactMap(\.text).joined(separator: words["fire.comma"]),
            "agreements": wish["agreements"].text,
        ]
    }

    private var clinical: Shown? {
        let clinical = answer["clinical"]
        guard clinical.members != nil else { return nil }
        let fields = [
            "diagnosis", "expectedCourse", "foreseenSigns", "lastVisitOn", "medication", "drugsKeptAt", "devices",
            "allergies", "infections",
        ]
        let items = fields.compactMap { field in
            clinical[field].text.map { text in
                ["label": words["fire.clinical.\(field)"], "text": Day(text).map(NightText.day) ?? text] as Shown
            }
        }
        return items.isEmpty ? nil : ["items": items, "on": NightText.day(clinical["asOf"])]
    }

    private var version: String? { card["version"].whole.map { words["fire.card.version", ["version": "\($0)"]] } }

    private var confirmed: String? {
        NightText.day(card["confirmed"]["on"]).map { words["fire.card.confirmed", ["day": $0]] }
    }

    /// Who somebody is, where the plan names them; else nobody who reads this would know an identifier.
    private func physician(_ id: String?) -> String? {
        let step = answer["plan"].elements.first { $0["physicianId"].text == id && id != nil }
        return step?["name"].text.map { words["fire.card.physician", ["name": $0]] } ?? words["fire.card.someone"]
    }
}
