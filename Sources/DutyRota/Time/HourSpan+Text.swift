/// Why two texts are not hours.
public struct HourFault: Error, Hashable, Sendable {
    /// Which of the two texts is at fault.
    public enum Side: Sendable {
        /// The first or the second text.
        case start, end
    }

    /// Where the fault lies; hours that do not go together are the end's.
    public let side: Side
    /// Japanese: what is wrong, and what would be right.
    public let message: String
}

extension HourSpan {
    /// Reads hours as an office writes them, such as 17:30 and 翌8:30.
    ///
    /// Past midnight an end is written with 翌 or counted on: 24:00, 32:30, ２５：００. An end that is not after its start is refused
    /// and never taken for the next day's: 20:00–18:00 is as likely a slip as a night.
    public static func read(start: String, end: String) -> Result<HourSpan, HourFault> {
        guard let first = minutes(start) else { return fault(.start, HourWords.unreadable(start)) }
        guard let last = minutes(end) else { return fault(.end, HourWords.unreadable(end)) }
        guard let span = HourSpan(start: first, end: last) else {
            return fault(.end, HourWords.endsTooEarly(start: start, end: end))
        }
        return .success(span)
    }

    private static func fault(_ side: HourFault.Side, _ message: String) -> Result<HourSpan, HourFault> {
        .failure(HourFault(side: side, message: message))
    }

    /// Minutes after the first instant of the slot's own day.
    private static func minutes(_ text: String) -> Int? {
        var clock = text.sameWidth.trimmed
        let isNextDay = clock.hasPrefix("翌")
        if isNextDay { clock = clock.dropFirst(clock.hasPrefix("翌日") ? 2 : 1).description.trimmed }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        // A spreadsheet saves hours past 24 with seconds.
        guard parts.count == 2 || parts.count == 3 && parts[2] == "00",
            (1...2).contains(parts[0].count), parts[1].count == 2,
            let hours = parts[0].wholeNumber, let minutes = parts[1].wholeNumber, minutes < 60,
            hours * 60 + minutes <= (isNextDay ? 1 : 2) * 1440
        else { return nil }
        return hours * 60 + minutes + (isNextDay ? 1440 : 0)
    }
}
