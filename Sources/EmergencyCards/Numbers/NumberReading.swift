import Foundation

/// What a dispatcher typed, read as a card number.
public struct NumberReading: Hashable, Sendable {
    /// The digits alone, in the order in which they were typed.
    public let digits: [Int]
    /// Whether anything but digits, separators and a colour word was typed.
    public let hasForeignText: Bool
    /// The colour that was said with the number.
    public let colour: Colour?
    private let length: NumberLength

    /// Reads full-width and half-width digits, spaces, any hyphen, の between the groups and a colour word.
    public init(_ text: String, length: NumberLength) {
        self.length = length
        if text.utf8.allSatisfy(NumberReading.isPlain) {
            digits = text.utf8.compactMap { $0 >= 48 ? Int($0) - 48 : nil }
            hasForeignText = false
            colour = nil
            return
        }
        let (rest, colour) = NumberReading.folded(text)
        let marks = rest.unicodeScalars.filter { !NumberReading.isSeparator($0) }
        digits = marks.compactMap { (48...57).contains($0.value) ? Int($0.value) - 48 : nil }
        hasForeignText = digits.count < marks.count
        self.colour = colour
    }

    /// The number, where what was typed is one. Whether it was ever issued is for the register to say.
    public var number: CardNumber? {
        guard !hasForeignText, digits.count == length.rawValue else { return nil }
        return CardNumber(value, length: length)
    }

    /// The numbers that may have been meant: one digit wrong, two neighbours swapped, one digit missing or one too many. Only those
    /// ever issued may be shown, and those only to be asked about, never to be read out.
    public var candidates: [CardNumber] {
        let values: [Int] =
            switch digits.count {
            case length.rawValue: [value] + oneWrong + neighboursSwapped
            case length.rawValue - 1: oneMissing
            case length.rawValue + 1: oneTooMany
            default: []
            }
        return Set(values.compactMap { CardNumber($0, length: length) }).sorted { $0.value < $1.value }
    }

    private var value: Int { digits.reduce(0) { $0 * 10 + $1 } }

    private var oneWrong: [Int] {
        places.flatMap { place in (0...9).map { value + ($0 - place.digit) * place.power } }
    }

    private var neighboursSwapped: [Int] {
        zip(places, places.dropFirst()).map { left, right in
            value + (right.digit - left.digit) * (left.power - right.power)
        }
    }

    /// A digit put in at every place: the digits behind it stay, those before it move up.
    private var oneMissing: [Int] {
        let gaps = places.map { $0.power * 10 } + [1]
        return gaps.flatMap { power in
            (0...9).map { value / power * power * 10 + $0 * power + value % power }
        }
    }

    private var oneTooMany: [Int] {
        places.map { value / ($0.power * 10) * $0.power + value % $0.power }
    }

    /// Each digit with the power of ten that it stands for.
    private var places: [(digit: Int, power: Int)] {
        var power = 1
        return digits.reversed().map { digit in
            defer { power *= 10 }
            return (digit, power)
        }.reversed()
    }

    /// The text with compatibility forms folded and colour words taken out.
    private static func folded(_ text: String) -> (rest: String, colour: Colour?) {
        var rest = text.precomposedStringWithCompatibilityMapping.lowercased()
        for word in ColourWords.fillers { rest = rest.replacingOccurrences(of: word, with: " ") }
        var colour: Colour?
        for (word, meant) in ColourWords.all {
            while let range = rest.range(of: word) {
                colour = colour ?? meant
                rest.replaceSubrange(range, with: " ")
            }
        }
        return (rest, colour)
    }

    /// A byte that needs no folding: most numbers come as digits with a hyphen.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDash || "のー_.・,、".unicodeScalars.contains(scalar)
            || scalar.value == 0x2212
    }
}
