import EmergencyCards

/// The cards that name a hospital, and what it has said of itself, as its first page shows them.
struct HospitalDeskView {
    let text: OfficeText

    func list(_ answer: JSONValue) -> Shown {
        let cards = answer["cards"].elements
        return ["cards": cards.map(card), "hasCards": !cards.isEmpty, "count": cards.count]
    }

    private func card(_ card: JSONValue) -> Shown {
        let physician = card["attendingPhysician"]
        return [
            "number": card["number"].text, "state": text.state(card), "isSuspended": card["state"].text == "suspended",
            "name": card["name"].text, "kana": card["kana"].text, "birthDate": text.day(card["birthDate"]),
            "agreedOn": text.day(card["agreedOn"]), "isOld": card["agreementOld"] == .flag(true),
            "patientNumber": card["patientNumber"].text, "physician": physician["name"].text,
            "organisation": physician["organisation"].text,
        ]
    }

    func mark(_ mark: JSONValue) -> Shown {
        [
            "id": mark["id"].text.map(\.percentEncoded), "from": text.moment(mark["from"]),
            "until": text.moment(mark["until"]), "reason": mark["reason"].text,
        ]
    }

    func telephone(_ telephone: JSONValue) -> Shown {
        let hours = telephone["hours"]
        let days = hours["dayTypes"].elements.compactMap(\.text)
        return [
            "label": telephone["label"].text, "number": telephone["number"].text,
            "hours": hours.members == nil
                ? nil
                : "\(OfficeTelephones.days(days.isEmpty ? "every" : days.joined(separator: " "), text.words)) \(hours["from"].text ?? "")–\(hours["to"].text ?? "")"
                ,
        ]
    }
}
