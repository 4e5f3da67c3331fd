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
        var rest = text.precomposedStringWithCompatibilityMapping.lowercased()
        var colour: Colour?
        for (word, meant) in ColourWords.all {
            while let range = rest.range(of: word) {
                colour = colour ?? meant
                rest.replaceSubrange(range, with: " ")
            }
        }
        let marks = rest.unicodeScalars.filter { !NumberReading.isSeparator($0) }
        digits = marks.compactMap { (48...57).contains($0.value) ? Int($0.value) - 48 : nil }
        hasForeignText = digits.count < marks.count
        self.colour = colour
    }

    /// The number, where what was typed is one. Whether it was ever issued is for the register to say.
    public var number: CardNumber? {
        guard !hasForeignText, digits.count == length.rawValue else { return nil }
        return CardNumber(NumberReading.value(of: digits), length: length)
    }

    /// The numbers that may have been meant: one digit wrong, two neighbours swapped, one digit missing or one too many. Only those
    /// ever issued may be shown, and those only to be asked about, never to be read out.
    public var candidates: [CardNumber] {
        let variants: [[Int]] =
            switch digits.count {
            case length.rawValue: [digits] + oneWrong + neighboursSwapped
            case length.rawValue - 1: oneMissing
            case length.rawValue + 1: digits.indices.map { digits.removing(at: $0) }
            default: []
            }
        let numbers = variants.compactMap { CardNumber(NumberReading.value(of: $0), length: length) }
        return Set(numbers).sorted { $0.value < $1.value }
    }

    private var oneWrong: [[Int]] {
        digits.indices.flatMap { place in (0...9).map { digits.replacing(at: place, with: $0) } }
    }

    private var neighboursSwapped: [[Int]] {
        digits.indices.dropLast().map { place in
            var swapped = digits
            swapped.swapAt(place, place + 1)
            return swapped
        }
    }

    private var oneMissing: [[Int]] {
        (0...digits.count).flatMap { place in
            (0...9).map { Array(digits[..<place]) + [$0] + Array(digits[place...]) }
        }
    }

    private static func value(of digits: [Int]) -> Int {
        digits.first == 0 ? 0 : digits.reduce(0) { $0 * 10 + $1 }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDash || "のー_.・,、".unicodeScalars.contains(scalar)
            || scalar.value == 0x2212
    }
}

extension [Int] {
    fileprivate func removing(at index: Int) -> [Int] {
        var copy = self
        copy.remove(at: index)
        return copy
    }

    fileprivate func replacing(at index: Int, with digit: Int) -> [Int] {
        var copy = self
        copy[index] = digit
        return copy
    }
}
