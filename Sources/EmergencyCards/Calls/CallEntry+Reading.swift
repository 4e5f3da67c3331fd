import DutyRota

extension CallEntry {
    /// An entry as ``write(to:)`` wrote it; nil where the text is none.
    public init?(json bytes: [UInt8]) {
        guard let value = JSONValue(bytes), let at = value.instant("at"), let key = value.member("by").text,
            let act = Act(value)
        else { return nil }
        self.init(at: at, by: Author(key: key, person: value.member("person").text), act: act)
    }
}

extension CallEntry.Act {
    fileprivate init?(_ value: JSONValue) {
        let step = value.member("stepId").text
        let note = value.member("note").text
        switch (value.member("act").text, step) {
        case ("opened", _):
            guard let plan = CallPlan(value.member("plan")), let via = value.word("via", CallEntry.Via.self) else {
                return nil
            }
            self = .opened(plan, via: via)
        case ("joined", _): self = .joined
        case ("planned", _):
            guard let plan = CallPlan(value.member("plan")) else { return nil }
            self = .planned(plan)
        case ("ringing", let step?): self = .ringing(step: step)
        case ("attempted", _):
            guard let attempt = Attempt(value) else { return nil }
            self = .attempted(attempt)
        case ("told", let step?): self = .told(step: step)
        case ("acknowledged", let step?): self = .acknowledged(step: step)
        case ("arrivalChanged", let step?):
            guard let time = value.instant("eta") else { return nil }
            self = .arrivalChanged(step: step, time)
        case ("handedOver", _): self = .handedOver(note: note)
        case ("closed", _):
            guard let outcome = value.word("outcome", CallOutcome.self) else { return nil }
            self = .closed(outcome, note: note)
        case ("reopened", _): self = .reopened(reason: value.member("reason").text ?? "")
        default: return nil
        }
    }
}

extension Attempt {
    fileprivate init?(_ value: JSONValue) {
        guard let step = PlannedStep(value.member("step")), let outcome = value.word("outcome", Outcome.self),
            let startedAt = value.instant("startedAt")
        else { return nil }
        self.init(
            step: step, outcome: outcome, startedAt: startedAt, arrivesAt: value.instant("eta"),
            note: value.member("note").text)
    }
}

extension CallPlan {
    fileprivate init?(_ value: JSONValue) {
        guard let from = value.instant("from") else { return nil }
        let steps = value.member("steps").elements
        let read = steps.compactMap(PlannedStep.init)
        guard read.count == steps.count else { return nil }
        self.init(from: from, steps: read, until: value.instant("until"))
    }
}

extension PlannedStep {
    fileprivate init?(_ value: JSONValue) {
        guard let id = value.member("id").text, let kind = value.word("kind", PlanStep.Kind.self) else { return nil }
        self.init(
            id: id, kind: kind, skipped: value.word("skipped", PlanStep.Reason.self),
            physician: value.member("physicianId").text.map { PhysicianID($0) },
            hospital: value.member("hospitalId").text.map { HospitalID($0) }, name: value.member("name").text ?? "",
            callOrder: value.member("callOrder").whole.flatMap(CallOrder.init),
            numbers: value.member("numbers").elements.compactMap(\.text))
    }
}

extension JSONValue {
    fileprivate func instant(_ key: String) -> Instant? {
        member(key).text.flatMap { try? Instant(rfc3339: $0) }
    }

    fileprivate func word<Word: RawRepresentable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        member(key).text.flatMap(Word.init)
    }
}
