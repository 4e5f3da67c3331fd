public import DutyRota

/// What goes along with the entries that are added to a call: who is given a link, who is told. All of it is kept in the call's own
/// transaction.
public struct CallConsequences: Sendable {
    private let planner: CallPlanner
    private let registers: Registers
    private let now: Instant
    private let rules: CallRules
    private let randomness: Randomness
    private let maker: LinkMaker
    private let address: PublicAddress?

    /// `address`: where people outside reach the installation; nil: a hospital is told the page's number alone.
    public init(
        planner: CallPlanner, registers: Registers, now: Instant, rules: CallRules, randomness: Randomness,
        maker: LinkMaker, address: PublicAddress?
    ) {
        self.planner = planner
        self.registers = registers
        self.now = now
        self.rules = rules
        self.randomness = randomness
        self.maker = maker
        self.address = address
    }

    /// What is to be written where entries are added to a call, and links given out that somebody asked for; it has no entries yet where they
    /// open it. Throws `unavailable` where no link can be made.
    public func decision(adding entries: [CallEntry], links asked: [NightLink] = [], to call: Call) throws
        -> CallDecision
    {
        guard !entries.isEmpty || !asked.isEmpty else { return CallDecision(entries: []) }
        let plan = planner.steps(at: now)
        let given = try NightLinks.given(for: entries, of: call, plan: plan, rules: rules, by: maker)
        let (entries, links) = (entries + given.entries, asked + given.links)
        let notices = CallNotices.notices(
            of: call.adding(entries), adding: entries, links: links, address: address, rules: rules)
        return CallDecision(
            entries: entries, links: links,
            deliveries: registers.deliveries(of: notices, randomness: randomness))
    }
}
