import EmergencyCards

/// A card that was presented at a hospital's door: the patient to be confirmed, what is known of the illness, whom to ask. The wish is a quotation.
struct HospitalCardView {
    let text: OfficeText
    /// Whose desk it is.
    let hospital: String
    let answer: JSONValue

    private var words: ScreenWords { text.words }

    private static let clinical = [
        "diagnosis", "expectedCourse", "foreseenSigns", "medication", "drugsKeptAt", "devices", "allergies",
        "infections",
    ]

    var shown: Shown {
        let (card, patient, wish) = (answer["card"], answer["patient"], answer["wish"])
        return [
            "number": card["number"].text, "colour": text.colour(card["colour"]), "state": text.state(card),
            "issuedOn": text.day(card["issuedOn"]), "validUntil": text.day(card["validUntil"]),
            "isExpired": card["expired"] == .flag(true), "isReviewOverdue": card["reviewOverdue"] == .flag(true),
            "isUnconfirmed": card["confirmed"].members == nil, "suspendedSince": text.day(card["suspendedSince"]),
            "isTraining": card["training"] == .flag(true),
            "otherNumber": answer["read"]["number"] == card["number"] ? nil : answer["read"]["number"].text,
            "name": patient["name"].text, "kana": patient["kana"].text, "birthDate": text.day(patient["birthDate"]),
            "age": patient["age"].whole.map { words["hospital.card.age", ["age": "\($0)"]] },
            "sex": patient["sex"].text.map { words["common.sex.\($0)"] }, "address": patient["address"].text,
            "telephones": patient["telephones"].elements.compactMap(\.text).map { ["number": $0] as Shown },
            "family": answer["family"].elements.map(person),
            "wish": wish["text"].text.map { quotation -> Shown in
                [
                    "text": quotation, "by": physicianName(wish["confirmedBy"]), "on": text.day(wish["confirmedOn"]),
                    "participants": text.list(wish["participants"].elements.compactMap(\.text)),
                    "agreements": wish["agreements"].text,
                ]
            },
            "clinical": Self.clinical.compactMap { name -> Shown? in
                answer["clinical"][name].text.map { ["label": words["hospital.clinical.\(name)"], "text": $0] }
            },
            "clinicalOn": text.day(answer["clinical"]["asOf"]),
            "lastVisitOn": text.day(answer["clinical"]["lastVisitOn"]),
            "people": answer["plan"].elements.filter {
                $0["physicianId"].text != nil || $0["kind"].text == "visitingNurse"
            }
            .map(step),
            "patientNumber": answer["plan"].elements.first { $0["hospitalId"].text == hospital }?["patientNumber"].text,
        ]
    }

    private func person(_ person: JSONValue) -> Shown {
        [
            "name": person["name"].text, "relationship": person["relationship"].text,
            "number": person["telephone"].text,
        ]
    }

    /// Somebody of the plan whom the hospital can ask.
    private func step(_ step: JSONValue) -> Shown {
        [
            "kind": words.find("hospital.person.\(step["kind"].text ?? "")"), "name": step["name"].text,
            "organisation": step["organisation"].text,
            "telephones": step["telephones"].elements.map { telephone -> Shown in
                ["label": telephone["label"].text, "number": telephone["number"].text]
            },
        ]
    }

    /// The physician's name where the plan has it; else the identifier.
    private func physicianName(_ id: JSONValue) -> String? {
        answer["plan"].elements.first { $0["physicianId"] == id && id != .null }?["name"].text ?? id.text
    }
}
