import EmergencyCards
import Testing

@Suite("The card number")
struct CardNumberTests {
    @Test(
        "A whole number that leaves 1 by 97 is one, anything else is not",
        arguments: [
            (12_345_676, true), (12_345_677, false), (10_000_000, false), (1_234_567, false), (123_456_789, false),
        ])
    func check(_ value: Int, isNumber: Bool) {
        #expect((CardNumber(value, length: .eight) != nil) == isNumber)
    }

    @Test("A number never begins with 0")
    func leadingZero() {
        let value = (0..<10_000_000).first { $0 > 1_000_000 && $0 % 97 == 1 }
        #expect(CardNumber(value ?? 0, length: .eight) == nil)
    }

    @Test(
        "It is written in groups",
        arguments: [
            (12_345_676, "1234-5676"), (1_000_000_090, "1000-000-090"), (100_000_000_057, "1000-0000-0057"),
        ])
    func text(_ value: Int, written: String) {
        #expect(CardNumber(issued: value).text == written)
    }

    @Test("A drawn number passes its check, has its length, and no digit is favoured", arguments: NumberLength.allCases)
    func draw(_ length: NumberLength) {
        var random = SeededRandom(seed: 1)
        let drawn = (0..<2000).map { _ in CardNumber.draw(length: length, using: &random) }
        #expect(drawn.allSatisfy { CardNumber($0.value, length: length) == $0 && $0.length == length })
        let firstDigits = Set(drawn.map { String($0.value).prefix(1) })
        #expect(firstDigits.count == 9)
        #expect(Set(drawn).count > 1990)
    }

    @Test("The neighbours are exactly the valid numbers one or two digits away", arguments: NumberLength.allCases)
    func neighbours(_ length: NumberLength) {
        var random = SeededRandom(seed: 2)
        for _ in 0..<(length == .eight ? 40 : 10) {
            let number = CardNumber.draw(length: length, using: &random)
            #expect(Set(number.neighbours.map(\.value)) == Set(bruteNeighbours(number)))
        }
    }

    /// Every way to change one or two digits, tried one by one.
    private func bruteNeighbours(_ number: CardNumber) -> [Int] {
        let digits = Array(String(number.value)).compactMap(\.wholeNumberValue)
        var found: [Int] = []
        for first in digits.indices {
            for second in digits.indices where second > first {
                for (left, right) in (0...9).flatMap({ left in (0...9).map { (left, $0) } }) {
                    var changed = digits
                    (changed[first], changed[second]) = (left, right)
                    let value = changed.reduce(0) { $0 * 10 + $1 }
                    if CardNumber(value, length: number.length) != nil, value != number.value { found.append(value) }
                }
            }
        }
        return found
    }
}
