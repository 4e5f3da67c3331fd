/// A name as somebody says it: both names in either order, with or without a space between them, or one of them alone.
public struct SpokenName: Hashable, Sendable {
    /// As ``Kana/spelt(_:)`` has them.
    private let parts: [String]
    private let folded: [String]
    private let joined: [Unicode.Scalar]
    private let joinedFolded: [Unicode.Scalar]
    private let read: [Unicode.Scalar]

    /// nil where the text is not kana. Signs that stand between the names, and hyphens taken for long vowels, are kana enough.
    public init?(_ text: String) {
        let spelt = Kana.spelt(text)
        guard Kana.isKana(spelt) else { return nil }
        parts = spelt.split(separator: " ").map(String.init)
        folded = parts.map { Kana.folded($0) }
        joined = parts.flatMap(\.unicodeScalars)
        joinedFolded = folded.flatMap(\.unicodeScalars)
        read = Kana.readScalars(joined)
    }

    /// How a registered name fits; nil where it does not.
    public func match(_ name: RegisteredName) -> MatchReason? {
        if let whole = whole(name) { return whole }
        if parts.count == 1 {
            if joinedFolded == name.family { return .familyName }
            if joinedFolded == name.given { return .givenName }
        }
        // In a name of two kana one slip is half of it.
        guard joined.count > 2 else { return nil }
        let isSlip = name.orders.contains { Slip.isOne(joined, $0.spelt) || Slip.isOne(joinedFolded, $0.folded) }
        if isSlip { return .kanaSlip }
        // One name alone is short: there nothing but the slip itself is forgiven.
        return parts.count == 1 && name.spelt.contains { Slip.isOne(joined, $0) } ? .kanaSlip : nil
    }

    private func whole(_ name: RegisteredName) -> MatchReason? {
        for order in name.orders {
            if joined == order.spelt || read == order.read { return .kana }
        }
        let isNear = name.orders.contains { order in
            joinedFolded == order.folded || parts.count == 1 && joinedFolded == Kana.foldedScalars(order.spelt)
        }
        return isNear ? .kanaNear : nil
    }
}

extension SpokenName {
    /// A family name and a given name, folded.
    public struct Pair: Hashable, Sendable {
        public let family: String
        /// Empty where the register has the name in one.
        public let given: String
    }

    /// The ways in which the words can be family and given name, for a register that is ordered by these.
    public var pairs: Set<Pair> {
        let whole = folded.joined()
        var pairs: Set = [Pair(family: whole, given: "")]
        let places =
            parts.count == 1
            ? splits(of: parts[0]) : [(parts[0], rest(1...)), (rest(..<(parts.count - 1)), parts[parts.count - 1])]
        for (left, right) in places.map({ (Kana.folded($0), Kana.folded($1)) }) {
            pairs.formUnion([Pair(family: left, given: right), Pair(family: right, given: left)])
        }
        return pairs
    }

    /// The name, folded, where it may be one of the two alone.
    public var alone: String? { parts.count == 1 ? folded[0] : nil }

    private func rest(_ range: some RangeExpression<Int>) -> String { parts[range].joined() }

    private func splits(of name: String) -> [(String, String)] {
        name.indices.dropFirst().map { (String(name[..<$0]), String(name[$0...])) }
    }
}
