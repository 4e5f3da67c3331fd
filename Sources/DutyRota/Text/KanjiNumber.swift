/// Whole numbers written in kanji (漢数字). No instances.
public enum KanjiNumber {
    /// The number that a text is, below ten thousand: 十三, 千九百三十八, or digit by digit, 一九三八 and 二〇; nil for anything else.
    public static func value(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.count <= 8 else { return nil }
        var (total, digit, isSpelt): (Int, Int?, Bool) = (0, nil, text.contains { units[$0] != nil })
        var lastUnit = Int.max
        for sign in text {
            if let value = digits[sign] {
                // Digit by digit the digits shift; with units there is one before each.
                guard digit == nil || !isSpelt else { return nil }
                digit = (digit ?? 0) * 10 + value
            } else if let unit = units[sign], unit < lastUnit {
                total += (digit ?? 1) * unit
                (digit, lastUnit, isSpelt) = (nil, unit, true)
            } else {
                return nil
            }
        }
        return total + (digit ?? 0)
    }

    /// Whether a number in kanji can hold the character.
    public static func isSign(_ character: Character) -> Bool { digits[character] != nil || units[character] != nil }

    /// The digit that a character is; nil for any other, the units 十, 百 and 千 too.
    public static func digit(_ character: Character) -> Int? { digits[character] }

    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
}
