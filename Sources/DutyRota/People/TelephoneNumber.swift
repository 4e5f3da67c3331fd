/// A number of the Japanese numbering plan (電気通信番号計画) at which somebody can be called from anywhere in the country.
///
/// Its area code or kind is in the plan. Whether the exchange behind it has been given out, and whether anybody
/// answers, is not asked.
public struct TelephoneNumber: Hashable, Sendable {
    /// Digits only, beginning with 0: 10 of them, or 11 as its kind has it.
    public let digits: String
    /// Where the hyphens stand.
    private let groups: Groups

    /// A number out of digits that begin with 0; throws what is wrong with them.
    init(digits: String) throws(TelephoneNumberFault.Kind) {
        if digits.hasPrefix("010") { throw .notJapanese }
        if Groups.unreachable.contains(where: digits.hasPrefix) { throw .notReachable }
        guard let groups = Groups(of: digits) else { throw .unassigned }
        guard digits.utf8.count == groups.total else {
            throw .wrongLength(digits.utf8.count, expected: groups.total)
        }
        self.digits = digits
        self.groups = groups
    }

    /// With hyphens as its area code (市外局番) or its kind has them: 054-246-6111, 0537-22-1110, 090-1234-5678.
    public var hyphenated: String {
        let middle = digits.dropFirst(groups.first).dropLast(groups.last)
        return "\(digits.prefix(groups.first))-\(middle)-\(digits.suffix(groups.last))"
    }
}
