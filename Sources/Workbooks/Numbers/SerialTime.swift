import DutyRota

/// A day or a time as spreadsheets hold them: in days, counted from the end of 1899 or from 1904 on, the fraction a time of day.
struct SerialTime {
    /// Days before 1970-01-01 when counting from 1900, for days after February 1900.
    static let offset = 25_569
    /// The first day from which on that holds: 1900-03-01.
    static let firstDay = Day(number: 61 - offset)

    private static let offset1904 = 24_107
    private static let lastSerial = 2_958_465.0
    private static let secondsPerDay = 86_400
    /// More than anybody counts hours on; from here on a number with a time's format is a day all the same.
    private static let daysCountedOn = 366

    private let seconds: Int
    private let countsFrom1904: Bool

    /// Nil for numbers before the first day and after 9999-12-31, of which spreadsheets show none. Exact to the second.
    init?(_ serial: Double, countsFrom1904: Bool) {
        guard serial >= 0, serial < SerialTime.lastSerial + 1 else { return nil }
        seconds = Int((serial * Double(SerialTime.secondsPerDay)).rounded())
        self.countsFrom1904 = countsFrom1904
    }

    /// `2026-11-24`, `17:30`, `32:30`, or both a day and a time where there are both; nil where the format is no time.
    func text(_ format: NumberFormat) -> String? {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: SerialTime.secondsPerDay)
        return switch format {
        case .number: nil
        case .time where days < SerialTime.daysCountedOn: SerialTime.clock(seconds)
        case .day where days == 0 && !(countsFrom1904 && rest == 0): SerialTime.clock(seconds)
        case .day, .time: day(days) + (rest == 0 ? "" : " " + SerialTime.clock(rest))
        }
    }

    /// Counting from 1900, spreadsheets have a 29 February in that year (kept from Lotus 1-2-3), so days before it are off by one.
    private func day(_ days: Int) -> String {
        if countsFrom1904 { return "\(Day(number: days - SerialTime.offset1904))" }
        return days == 60 ? "1900-02-29" : "\(Day(number: days - SerialTime.offset + (days < 60 ? 1 : 0)))"
    }

    private static func clock(_ seconds: Int) -> String {
        let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
