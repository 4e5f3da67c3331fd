import DutyRota

extension CallEntry {
    /// Writes when, who and what; ``init(json:)`` reads the same.
    public func write(to json: inout JSONWriter) {
        json.member("at", at.rfc3339)
        json.member("by", by.key)
        json.member("person", by.person)
        act.write(to: &json)
    }
}

extension CallEntry.Act {
    private func write(_ name: String, step: String? = nil, to json: inout JSONWriter) {
        json.member("act", name)
        if let step { json.member("stepId", step) }
    }

    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .opened(let plan, let via):
            write("opened", to: &json)
            json.member("via", via.rawValue)
            json.member("plan", object: plan.write)
        case .joined: write("joined", to: &json)
        case .planned(let plan):
            write("planned", to: &json)
            json.member("plan", object: plan.write)
        case .ringing(let step): write("ringing", step: step, to: &json)
        case .attempted(let attempt):
            write("attempted", to: &json)
            attempt.write(to: &json)
        case .told(let step): write("told", step: step, to: &json)
        case .acknowledged(let step): write("acknowledged", step: step, to: &json)
        case .arrivalChanged(let step, let time):
            write("arrivalChanged", step: step, to: &json)
            json.member("eta", time.rfc3339)
        case .handedOver(let note):
            write("handedOver", to: &json)
            json.member("note", note)
        case .closed(let outcome, let note):
            write("closed", to: &json)
            json.member("outcome", outcome.rawValue)
            json.member("note", note)
        case .reopened(let reason):
            write("reopened", to: &json)
            json.member("reason", reason)
        }
    }
}

extension Attempt {
    /// Writes the attempt with the step that was tried.
    public func write(to json: inout JSONWriter) {
        json.member("step", object: step.write)
        json.member("outcome", outcome.rawValue)
        json.member("startedAt", startedAt.rfc3339)
        json.member("eta", arrivesAt?.rfc3339)
        json.member("note", note)
    }
}

extension CallPlan {
    /// Writes from when the plan counts, and its steps.
    public func write(to json: inout JSONWriter) {
        json.member("from", from.rfc3339)
        json.member("until", until?.rfc3339)
        json.member("steps", each: steps) { $1.write(to: &$0) }
    }
}

extension PlannedStep {
    /// Writes the members that a call keeps of a step.
    public func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("kind", kind.rawValue)
        json.member("skipped", skipped?.rawValue)
        json.member("physicianId", physician?.text)
        json.member("hospitalId", hospital?.text)
        json.member("name", name)
        json.member("callOrder", callOrder?.rawValue)
        json.member("numbers", numbers)
    }
}
