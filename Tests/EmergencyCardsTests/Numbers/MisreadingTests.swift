import EmergencyCards
import Testing

/// A wrong patient must never be reached. 20,000 issued numbers, 200,000 readings with each kind of slip.
@Suite("Numbers misread over the telephone")
struct MisreadingTests {
    enum Slip: String, CaseIterable, Sendable {
        case wrongDigit, neighbourSwap, jumpSwap, twoWrongDigits, missingDigit, doubledDigit

        /// Whether did-you-mean must list the number that was meant.
        var isSuggested: Bool { self != .jumpSwap && self != .twoWrongDigits }
    }

    private static let issued: [CardNumber] = {
        var random = SeededRandom(seed: 7)
        var known: Set<CardNumber> = []
        var numbers: [CardNumber] = []
        while numbers.count < 20_000 {
            let number = CardNumber.draw(length: .eight, using: &random)
            if known.contains(number) || number.neighbours.contains(where: known.contains) { continue }
            known.insert(number)
            numbers.append(number)
        }
        return numbers
    }()
    private static let register = Set(issued)

    @Test("No slip reaches another card, and what can be guessed is suggested", arguments: Slip.allCases)
    func slip(_ slip: Slip) {
        var random = SeededRandom(seed: 11)
        var (reachedOther, notSuggested, suggestions, readings) = (0, 0, 0, 0)
        while readings < 200_000 {
            let meant = Self.issued[Int(random.next() % 20_000)]
            guard let typed = slip.applied(to: String(meant.value), &random) else { continue }
            readings += 1
            let reading = NumberReading(typed, length: .eight)
            if let number = reading.number, number != meant, Self.register.contains(number) { reachedOther += 1 }
            // Listing is the slower part; every tenth reading is enough of it.
            if slip.isSuggested, reading.number == nil, readings % 10 == 0 {
                let listed = reading.candidates.filter(Self.register.contains)
                if !listed.contains(meant) { notSuggested += 1 }
                suggestions += listed.count
            }
        }
        #expect(reachedOther == 0)
        #expect(notSuggested == 0)
        if slip.isSuggested { #expect(suggestions < readings / 10 * 12 / 10, "usually one, sometimes two") }
    }
}

extension MisreadingTests.Slip {
    /// The digits with the slip, nil where it would leave them as they are.
    fileprivate func applied(to number: String, _ random: inout SeededRandom) -> String? {
        var digits = Array(number.utf8)
        let place = Int(random.next() % UInt64(digits.count))
        switch self {
        case .wrongDigit:
            digits[place] = 48 + UInt8(random.next() % 10)
        case .neighbourSwap:
            guard place + 1 < digits.count else { return nil }
            digits.swapAt(place, place + 1)
        case .jumpSwap:
            guard place + 2 < digits.count else { return nil }
            digits.swapAt(place, place + 2)
        case .twoWrongDigits:
            let other = Int(random.next() % UInt64(digits.count))
            guard other != place else { return nil }
            digits[place] = 48 + UInt8(random.next() % 10)
            digits[other] = 48 + UInt8(random.next() % 10)
        case .missingDigit:
            digits.remove(at: place)
        case .doubledDigit:
            digits.insert(digits[place], at: place)
        }
        let typed = String(decoding: digits, as: UTF8.self)
        return typed == number ? nil : typed
    }
}
