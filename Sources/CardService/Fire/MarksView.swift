import EmergencyCards

/// What can be said at night of those whom a card's plan names: that a physician on duty can't come, that a hospital takes nobody, or takes patients again.
struct MarksView {
    private let answer: JSONValue
    private let words: ScreenWords

    init(_ answer: JSONValue, words: ScreenWords) {
        (self.answer, self.words) = (answer, words)
    }

    /// `back`: the kind of page that the form is on, `card` or `call`, and which it is. nil where there is nobody of whom to say it.
    func shown(backTo back: String, _ id: String) -> Shown? {
        let (duty, area) = (answer["duty"], answer["patient"]["area"]["id"].text)
        let physicians = area == nil ? [] : duty["physicians"].elements.map { ($0["id"].text, $0["name"].text) }
        let hospitals = answer["plan"].elements.filter {
            $0["kind"].text == "hospital" && $0["status"].text != "skipped"
        }
        .map { ($0["hospitalId"].text, $0["name"].text) }
        let full = answer["plan"].elements.filter { $0["reason"].text == "full" }
        guard !physicians.isEmpty || !hospitals.isEmpty || !full.isEmpty else { return nil }
        let place: Shown = [
            "back": back, "backID": id, "association": duty["association"].text, "area": area,
        ]
        return [
            "unavailable": physicians.isEmpty ? nil : place.with(["options": options(physicians)]),
            "full": hospitals.isEmpty ? nil : place.with(["options": options(hospitals), "hours": hours]),
            "lift": full.map { place.with(["hospital": $0["hospitalId"].text, "name": $0["name"].text]) },
        ]
    }

    private func options(_ some: [(id: String?, name: String?)]) -> [Shown] {
        some.map { ["value": $0.id, "text": $0.name] }
    }

    private var hours: [Shown] {
        [2, 4, 6, 12, 24].map { ["value": "\($0)", "text": words["fire.marks.hours", ["hours": "\($0)"]]] }
    }
}

/// Who is on duty now, in one line.
struct DutyLine {
    private let duty: JSONValue
    private let words: ScreenWords

    init(_ duty: JSONValue, words: ScreenWords) {
        (self.duty, self.words) = (duty, words)
    }

    func shown(area: JSONValue) -> Shown? {
        guard let status = duty["status"].text else { return nil }
        return [
            "area": area["name"].text, "status": status == "onDuty" ? nil : words["fire.duty.status.\(status)"],
            "until": NightText.dayAndClock(duty["validUntil"]),
            "physicians": duty["physicians"].elements.map(physician),
        ]
    }

    /// Somebody on duty with their numbers.
    func physician(_ physician: JSONValue) -> Shown {
        [
            "order": physician["callOrder"].whole.map { words["fire.order.\($0)"] }, "name": physician["name"].text,
            "organisation": physician["organisation"].text, "telephones": Dial.all(physician["telephones"]),
            "shift": NightText.span(physician["shift"]),
            "wide": physician["scope"].text == "association" ? words["fire.wholeAssociation"] : nil,
            "isOverride": physician["origin"].text == "override",
        ]
    }
}
