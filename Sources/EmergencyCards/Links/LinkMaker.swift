public import DutyRota

/// Makes links, each with an address that no other has and a code of its own.
public struct LinkMaker: Sendable {
    private let randomness: Randomness
    private let isTaken: @Sendable (String) throws -> Bool

    /// `isTaken`: whether a link with this address was ever made.
    public init(randomness: Randomness, isTaken: @escaping @Sendable (String) throws -> Bool) {
        self.randomness = randomness
        self.isTaken = isTaken
    }

    /// A link into a call. `besides`: links that are made in the same breath. Throws `unavailable` where no address is left, and what
    /// `isTaken` throws.
    public func link(
        _ kind: NightLink.Kind, into call: CallID, step: String, at now: Instant, besides links: [NightLink] = []
    ) throws -> NightLink {
        for _ in 0..<200 {
            let address = LinkDigits.draw(randomness)
            guard try !isTaken(address), !links.contains(where: { $0.address == address }) else { continue }
            return NightLink(
                address: address, kind: kind, call: call, step: step, code: LinkDigits.draw(randomness), madeAt: now)
        }
        throw Refusal(.unavailable)
    }
}
