public import DutyRota

extension NightLink {
    /// Whether the link opens anything.
    ///
    /// It dies with its call and `linkHours`, when another is made for the same step, and with the word of a physician who turns back. `links`: all
    /// of the call's, in the order in which they were made.
    public func isAlive(in call: Call, among links: [NightLink], at now: Instant, _ rules: CallRules) -> Bool {
        if let closedAt = call.closedAt, closedAt.adding(milliseconds: rules.linkHours * 3_600_000) <= now {
            return false
        }
        let later = links.drop { $0.address != address }.dropFirst()
        guard !later.contains(where: { $0.kind == kind && $0.step == step }) else { return false }
        return kind != .physician || call.acceptances(rules).contains { $0.step.id == step }
    }
}
