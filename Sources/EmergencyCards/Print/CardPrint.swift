import DutyRota

/// A version of a card that may be printed, with what must stand across it where it is not what counts.
public struct CardPrint: Hashable, Sendable {
    public let card: Card
    /// The number of the version that counts now.
    public let latest: Int

    /// The card as it is now, or one of its earlier versions.
    ///
    /// A draft is printed as one: without the number, which leads nowhere until the card is issued. Throws `notInForce` for a card that has
    /// ended, and for a version from a time when it had: nobody is to be handed paper that promises an answer; `malformedParameter` for
    /// a version that there is not.
    public init(_ latest: Card, version: Int? = nil, of versions: [CardVersion] = []) throws(Refusal) {
        let chosen =
            version == nil || version == latest.version ? latest : versions.first { $0.card.version == version }?.card
        guard let chosen else {
            throw Refusal(
                .malformedParameter, errors: [FieldFault(field: "version", message: PrintWords.noSuchVersion)])
        }
        guard latest.life.state != .ended, chosen.life.state != .ended else { throw Refusal(.notInForce) }
        card = chosen
        self.latest = latest.version
    }

    /// Whether there is a later version.
    var isOld: Bool { card.version < latest }

    var isDraft: Bool { card.life.state == .draft }

    /// The words that stand across the paper, the most important first; none on paper that counts.
    public var marks: [String] {
        [
            isOld ? PrintWords.old : nil, isDraft ? PrintWords.draft : nil,
            card.document.training ? PrintWords.training : nil,
        ].compactMap(\.self)
    }
}
