public import DutyRota

/// A call as a dispatcher sees it at an instant: the plan now, which steps are lit, who is under way.
public struct CallSituation: Hashable, Sendable {
    /// A step that is to be done next.
    public struct Lit: Hashable, Sendable {
        public let step: String
        /// Since when it rings; nil: nobody said that it does.
        public let ringingSince: Instant?
        /// Since when it has been lit.
        public let since: Instant
    }

    public let call: Call
    public let at: Instant
    /// Never empty. Once transport is wanted: ordinary dispatch alone.
    public let plan: [PlanStep]
    /// Steps to do next, the most urgent first; none while somebody is under way or the call is closed. Of a yellow card a person and a hospital
    /// can be lit at once.
    public let lit: [Lit]
    public let acceptances: [Acceptance]
    /// Those of ``acceptances`` who should have been there by now.
    public let overdue: [Acceptance]

    /// `plan`: the card's plan at the instant.
    public init(_ call: Call, plan steps: [PlanStep], at now: Instant, rules: CallRules) {
        self.call = call
        at = now
        plan = call.wantsTransport ? [Plan.ordinaryDispatch(step: 1)] : steps
        acceptances = call.acceptances(rules)
        overdue = acceptances.filter { $0.isOverdue(at: now, rules) }
        lit =
            call.state == .closed
            ? [] : CallLighting(call: call, plan: plan, acceptances: acceptances, now: now, rules: rules).lit
    }

    /// The step of the plan with this identifier.
    public func step(_ id: String) -> PlanStep? { plan.first { $0.id == id } }
}
