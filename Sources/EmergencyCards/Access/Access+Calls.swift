extension Access {
    /// Opening a call and working on it is for fire.
    public func mayWorkOnCalls() throws(Refusal) {
        guard holder.role == .fire else { throw Refusal(.wrongRole) }
    }

    /// Fire reads every call, an association its own, a physician those of their own patients and of those whose deputy they were when it was opened. To
    /// anybody else of these there is no such call.
    public func mayReadCalls() throws(Refusal) {
        guard [.fire, .association, .physician].contains(holder.role) else { throw Refusal(.wrongRole) }
    }

    /// Whether somebody may know a call. Throws `wrongRole`, `unknownCall`.
    public func mayRead(_ call: Call.Subject) throws(Refusal) {
        try mayReadCalls()
        let isTheirs =
            switch holder.scope {
            case .installation: true
            case .association(let own): call.association == own
            case .physician(let own): call.attending == own || call.deputy == own
            case .hospital: false
            }
        guard isTheirs else { throw Refusal(.unknownCall, hiding: .notYours) }
    }

    /// The calls that somebody is shown of those that they ask for. Throws `wrongRole`, and `notYours` to an association that asks for another's.
    public func mayList(_ question: CallQuestion) throws(Refusal) -> CallQuestion {
        try mayReadCalls()
        var question = question
        switch holder.scope {
        case .association(let own):
            guard question.association == nil || question.association == own else { throw Refusal(.notYours) }
            question.association = own
        case .physician(let own): question.physician = own
        case .installation, .hospital: break
        }
        return question
    }
}
