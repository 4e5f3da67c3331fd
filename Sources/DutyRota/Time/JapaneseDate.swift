/// Dates as they are written in Japan, by era or by Western year. No instances.
public enum JapaneseDate {
    /// Reads 令和8年11月24日, 令和元年5月1日, R8.11.24, S13/2/11, 2026年11月24日, 2026-11-24 or 2026/11/24, digits of either width.
    ///
    /// nil where the text is something else, where no such day exists, and where the era was not that of the day (平成31年5月1日):
    /// something is a slip then, and nobody can say whether the era or the year.
    public static func read(_ text: String) -> Day? {
        let text = text.sameWidth.trimmed
        for era in JapaneseEra.all {
            guard let rest = era.rest(of: text) else { continue }
            return day(of: rest, yearDigits: 1...2) { $0 > 0 ? era.firstYear + $0 - 1 : nil }
                .flatMap { era.days.contains($0) ? $0 : nil }
        }
        return day(of: text[...], yearDigits: 4...4) { $0 }
    }

    /// The day by era, 昭和13年2月11日; an era's first year is 元年. Before 1873 by Western year.
    public static func text(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.parts
        guard let era = JapaneseEra.all.first(where: { $0.days.contains(day) }) else {
            return "\(year)年\(month)月\(dayOfMonth)日"
        }
        let yearOfEra = year - era.firstYear + 1
        return "\(era.name)\(yearOfEra == 1 ? "元" : String(yearOfEra))年\(month)月\(dayOfMonth)日"
    }

    private static func day(of text: Substring, yearDigits: ClosedRange<Int>, western: (Int) -> Int?) -> Day? {
        for signs in [["年", "月", "日"], [".", ".", nil], ["/", "/", nil], ["-", "-", nil]] as [[Character?]] {
            guard let parts = parts(of: text, before: signs) else { continue }
            let isFirst = parts[0] == "元" && yearDigits.contains(1)
            guard isFirst || yearDigits.contains(parts[0].count), (1...2).contains(parts[1].count),
                (1...2).contains(parts[2].count), let year = isFirst ? 1 : parts[0].wholeNumber,
                let month = parts[1].wholeNumber, let day = parts[2].wholeNumber
            else { return nil }
            return western(year).flatMap { Day(year: $0, month: month, day: day) }
        }
        return nil
    }

    /// The text before each sign in turn, nil standing for the text's end; nothing may follow the last.
    private static func parts(of text: Substring, before signs: [Character?]) -> [String]? {
        var rest = text
        var parts: [String] = []
        for sign in signs {
            guard let end = sign.map({ rest.firstIndex(of: $0) }) ?? rest.endIndex else { return nil }
            parts.append(String(rest[..<end]).trimmed)
            rest = rest[end...].dropFirst()
        }
        return rest.isEmpty ? parts : nil
    }
}
