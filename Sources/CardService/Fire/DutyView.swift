import EmergencyCards

/// Who is on duty in one area, until when, and who comes next.
struct DutyView {
    private let duty: JSONValue
    private let words: ScreenWords

    init(_ duty: JSONValue, words: ScreenWords) {
        (self.duty, self.words) = (duty, words)
    }

    func shown(area: JSONValue) -> Shown {
        let line = DutyLine(duty, words: words)
        let next = duty["next"]
        let shown = line.shown(area: area) ?? [:]
        return shown.with([
            "passedOver": duty["passedOver"].elements.map { passed -> Shown in
                ["name": passed["name"].text, "reason": words["fire.reason.\(passed["reason"].text ?? "")"]]
            },
            "next": next.members == nil
                ? nil
                : [
                    "start": NightText.dayAndClock(next["start"]),
                    "names": next["physicians"].elements.compactMap { $0["name"].text }.joined(
                        separator: words["fire.comma"]),
                ] as Shown,
        ])
    }
}

/// Who is on duty in all areas of an association, and who can't come.
struct AssociationDuty {
    private let association: JSONValue
    private let answers: [(area: JSONValue, duty: JSONValue)]
    private let marks: [JSONValue]
    private let words: ScreenWords

    init(
        _ association: JSONValue, answers: [(area: JSONValue, duty: JSONValue)], marks: [JSONValue], words: ScreenWords
    ) {
        (self.association, self.answers, self.marks, self.words) = (association, answers, marks, words)
    }

    var shown: Shown {
        let contact = answers.first?.duty["standingContact"] ?? .null
        return [
            "name": association["name"].text,
            "areas": answers.map { DutyView($0.duty, words: words).shown(area: $0.area) },
            "contact": contact["name"].text, "dial": contact["telephone"].text.map { Dial($0).shown },
            "marks": marks.isEmpty ? nil : ["list": marks.map(mark)] as Shown,
        ]
    }

    private func mark(_ mark: JSONValue) -> Shown {
        let area = association["areas"].elements.first { $0["id"] == mark["area"] }
        return [
            "id": mark["id"].text, "association": association["id"].text, "name": name(mark["physician"]),
            "area": area?["name"].text, "until": NightText.dayAndClock(mark["until"]), "reason": mark["reason"].text,
        ]
    }

    /// Whoever is marked stands in an area's answer as passed over.
    private func name(_ physician: JSONValue) -> String? {
        let named = answers.flatMap { $0.duty["passedOver"].elements + $0.duty["physicians"].elements }
        return named.first { $0["id"] == physician }?["name"].text ?? physician.text
    }
}
