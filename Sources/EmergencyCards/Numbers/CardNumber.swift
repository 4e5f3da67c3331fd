/// How many digits the card numbers of an installation have, two of them check digits.
public enum NumberLength: Int, CaseIterable, Sendable {
    case eight = 8
    case ten = 10
    case twelve = 12

    /// The largest number of this length plus one.
    var limit: Int { (0..<rawValue).reduce(1) { product, _ in product * 10 } }

    /// How the digits are grouped on paper and read over the telephone.
    var groups: [Int] {
        switch self {
        case .eight: [4, 4]
        case .ten: [4, 3, 3]
        case .twelve: [4, 4, 4]
        }
    }
}

/// The number on a card: random digits and two check digits after ISO 7064 MOD 97-10, so that the whole number leaves 1 when
/// divided by 97. It never begins with 0 and says nothing about the patient or the colour.
public struct CardNumber: Hashable, Sendable {
    /// The digits as one whole number.
    public let value: Int

    /// nil unless the value has the length, does not begin with 0, and passes its check.
    public init?(_ value: Int, length: NumberLength) {
        guard value >= length.limit / 10, value < length.limit, value % 97 == 1 else { return nil }
        self.value = value
    }

    /// A number that was checked when it was issued; for stores.
    public init(issued value: Int) {
        self.value = value
    }

    /// Draws a number at random. Whether it lies far enough from every other one is for the register to say.
    public static func draw(length: NumberLength, using random: inout some RandomNumberGenerator) -> CardNumber {
        let body = Int.random(in: (length.limit / 1000)..<(length.limit / 100), using: &random)
        return CardNumber(issued: body * 100 + 98 - body * 100 % 97)
    }

    /// How many digits the number has.
    public var length: NumberLength {
        NumberLength.allCases.first { value < $0.limit } ?? .twelve
    }

    /// Written in groups as on the card, `1234-5676`.
    public var text: String {
        var digits = Substring(String(value))
        let groups = length.groups.map { count in
            defer { digits = digits.dropFirst(count) }
            return digits.prefix(count)
        }
        return groups.joined(separator: "-")
    }

    /// Every number that passes its check and differs from this one in one or two digits.
    ///
    /// No two issued numbers may be such neighbours, so that a reading with one or two wrong digits never reaches another
    /// patient's card. MOD 97-10 leaves none one digit away.
    public var neighbours: [CardNumber] {
        let digits = CardNumber.digits(of: value)
        return CardNumber.checkedChanges(count: digits.count).compactMap { change in
            let low = digits[change.low.place] + change.low.by
            let high = digits[change.high.place] + change.high.by
            guard (0...9).contains(low), (0...9).contains(high), change.high.place < digits.count - 1 || high > 0
            else { return nil }
            return CardNumber(issued: value + change.sum)
        }
    }

    /// Digits from the last to the first.
    private static func digits(of value: Int) -> [Int] {
        var (digits, rest): ([Int], Int) = ([], value)
        while rest > 0 {
            digits.append(rest % 10)
            rest /= 10
        }
        return digits
    }

    /// Two digits changed so that the remainder by 97 stays.
    private struct Change {
        let low: (place: Int, by: Int)
        let high: (place: Int, by: Int)
        let sum: Int
    }

    private static func checkedChanges(count: Int) -> [Change] {
        changesByCount[count] ?? []
    }

    private static let changesByCount = Dictionary(
        uniqueKeysWithValues: NumberLength.allCases.map { ($0.rawValue, changes(count: $0.rawValue)) }
    )

    private static func changes(count: Int) -> [Change] {
        let powers = (0..<count).map { place in (0..<place).reduce(1) { product, _ in product * 10 } }
        let steps = (-9...9).filter { $0 != 0 }
        var found: [Change] = []
        for low in 0..<count {
            for high in (low + 1)..<max(count, low + 1) {
                for (lowBy, highBy) in steps.flatMap({ low in steps.map { (low, $0) } }) {
                    let sum = lowBy * powers[low] + highBy * powers[high]
                    if sum % 97 == 0 { found.append(Change(low: (low, lowBy), high: (high, highBy), sum: sum)) }
                }
            }
        }
        return found
    }
}

extension CardNumber: CustomStringConvertible {
    public var description: String { text }
}
