extension PartialDate {
    /// Reads a date as it is spoken or written: 昭和13年2月11日, S13.2.11, 昭和十三年二月, しょうわ13ねん is 昭和13年, 1938-02-11, 1938年, 19380211,
    /// S130211; digits of either width or in kanji, 元年, and for an unknown month or day nothing, 0, ? or 不明.
    ///
    /// A year that the era did not have is counted on: 昭和65年 is 平成2年, and in the year of a change both eras are right (昭和64年5月 and
    /// 平成元年1月). nil where the text is something else, says no year or no era, or where there is no such day.
    public static func read(_ text: String) -> PartialDate? {
        if let day = JapaneseDate.read(text) {
            let (year, month, dayOfMonth) = day.parts
            return PartialDate(year: year, month: month, day: dayOfMonth)
        }
        var rest = text.sameWidth.trimmed[...]
        for word in ["生まれ", "うまれ", "生"] where rest.hasSuffix(word) { rest = rest.dropLast(word.count) }
        for word in ["西暦", "せいれき"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
        let era = eraNames.first { rest.lowercased().hasPrefix($0.word) }
        if let era { rest = rest.dropFirst(era.word.count) }
        guard let parts = SpokenDateParts(rest, era: era?.firstYear) else { return nil }
        return PartialDate(year: parts.year, month: parts.month, day: parts.day)
    }

    /// Every way to say an era, the longer ones first, in small letters.
    private static let eraNames: [(word: String, firstYear: Int)] = JapaneseEra.all.flatMap { era in
        [era.name, era.spoken, String(era.name.prefix(1)), era.letter.lowercased()].map { ($0, era.firstYear) }
    }.sorted { $0.0.count > $1.0.count }
}

extension JapaneseEra {
    /// The era's name in hiragana.
    fileprivate var spoken: String {
        switch letter {
        case "R": "れいわ"
        case "H": "へいせい"
        case "S": "しょうわ"
        case "T": "たいしょう"
        default: "めいじ"
        }
    }
}

/// The numbers of a date in their order, whatever stands between them.
private struct SpokenDateParts {
    private(set) var year = 0
    private(set) var month: Int?
    private(set) var day: Int?

    /// A number, or that it is unknown (0), with how many digits it was written.
    private struct Part {
        var value: Int
        var digits: Int
    }

    /// `era`: the Western year of the first year, where an era was named.
    init?(_ text: Substring, era: Int?) {
        guard let parts = SpokenDateParts.parts(text), let first = parts.first, first.value > 0 else { return nil }
        if parts.count == 1, first.digits > (era == nil ? 4 : 2) {
            guard setCompact(first, era: era) else { return nil }
        } else {
            guard first.digits == 4 || era != nil && first.digits <= 2, parts.count <= 3 else { return nil }
            year = first.value
            month = parts.dropFirst().first.flatMap { $0.value == 0 ? nil : $0.value }
            day = parts.dropFirst(2).first.flatMap { $0.value == 0 ? nil : $0.value }
        }
        if let era { year += era - 1 }
    }

    /// Digits without anything between: 19380211, 193802, and with an era 130211, 1302.
    private mutating func setCompact(_ part: Part, era: Int?) -> Bool {
        let yearDigits = era == nil ? 4 : 2
        switch part.digits - yearDigits {
        case 2: (year, month) = (part.value / 100, part.value % 100)
        case 4: (year, month, day) = (part.value / 10_000, part.value / 100 % 100, part.value % 100)
        default: return false
        }
        if month == 0 { month = nil }
        if day == 0 { day = nil }
        // Six digits without an era are as often year, month and day of an era that nobody named.
        return era != nil || (1868...2100).contains(year)
    }

    private static func parts(_ text: Substring) -> [Part]? {
        var (parts, rest, signs) = ([Part](), text, [Character]())
        while let next = rest.first {
            if let (part, length) = number(rest) ?? unknown(rest) {
                parts.append(part)
                rest = rest.dropFirst(length)
            } else if next.isWhitespace || "./-,、".contains(next) {
                rest = rest.dropFirst()
            } else if let sign = mark(of: rest), sign.place == parts.count, !signs.contains(sign.mark) {
                signs.append(sign.mark)
                rest = rest.dropFirst(sign.length)
            } else {
                return nil
            }
        }
        return parts
    }

    /// 年, 月 or 日 that a text begins with, and behind which number it stands.
    private static func mark(of text: Substring) -> (mark: Character, place: Int, length: Int)? {
        [("年", "年", 1), ("ねん", "年", 1), ("月", "月", 2), ("がつ", "月", 2), ("日", "日", 3), ("にち", "日", 3)]
            .first { text.hasPrefix($0.0) }.map { (mark: $0.1, place: $0.2, length: $0.0.count) }
    }

    private static func number(_ text: Substring) -> (Part, length: Int)? {
        if text.first == "元" { return (Part(value: 1, digits: 1), 1) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty { return Int(digits).map { (Part(value: $0, digits: digits.count), digits.count) } }
        let kanji = text.prefix(while: KanjiNumber.isSign)
        return KanjiNumber.value(kanji).map { (Part(value: $0, digits: String($0).count), kanji.count) }
    }

    private static func unknown(_ text: Substring) -> (Part, length: Int)? {
        ["不明", "?", "*", "x", "X"].first { text.hasPrefix($0) }.map { (Part(value: 0, digits: 1), $0.count) }
    }
}
