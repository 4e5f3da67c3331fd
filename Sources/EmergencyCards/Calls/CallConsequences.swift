public import DutyRota

/// What goes along with the entries that are added to a call: who is given a link, who is told. All of it is kept in the call's own
/// transaction.
public struct CallConsequences: Sendable {
    private let planner: CallPlanner
    private let registers: Registers
    private let now: Instant
    private let rules: CallRules
    private let randomness: Randomness

    public init(planner: CallPlanner, registers: Registers, now: Instant, rules: CallRules, randomness: Randomness) {
        self.planner = planner
        self.registers = registers
        self.now = now
        self.rules = rules
        self.randomness = randomness
    }

    /// What is to be written where entries are added to a call; it has none yet where they open it. Without entries: nothing.
    public func decision(adding entries: [CallEntry], to call: Call) -> CallDecision {
        guard !entries.isEmpty else { return CallDecision(entries: []) }
        let plan = planner.steps(at: now)
        let links = NightLinks.given(for: entries, of: call, plan: plan, rules: rules, randomness: randomness)
        let notices = CallNotices.notices(
            from: call.entries.isEmpty ? nil : call, to: call.adding(entries), plan: plan, links: links, at: now,
            rules: rules)
        return CallDecision(
            entries: entries, links: links,
            deliveries: registers.deliveries(of: notices, randomness: randomness))
    }
}
