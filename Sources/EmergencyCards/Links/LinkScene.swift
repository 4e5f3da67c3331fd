public import DutyRota

/// A link with what says whether it is alive: its call, and every link of it.
public struct LinkScene: Hashable, Sendable {
    public let link: NightLink
    public let call: Call
    /// All of the call's, in the order in which they were made.
    public let links: [NightLink]

    public init(link: NightLink, call: Call, links: [NightLink]) {
        self.link = link
        self.call = call
        self.links = links
    }

    /// Whether the link opens anything.
    public func isAlive(at now: Instant, _ rules: CallRules) -> Bool {
        link.isAlive(in: call, among: links, at: now, rules)
    }
}
