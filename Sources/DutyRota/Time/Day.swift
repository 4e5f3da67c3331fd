/// A day of the civil calendar, without a time of day and without a zone.
///
/// Duty dates, birth dates and validity dates are days. Counted in days since 1970-01-01, so that comparing and adding are exact.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    /// The day that lies `number` days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// The day of the Gregorian calendar, or nil where the calendar has no such day (2027-02-29).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.count(ofMonth: month, in: year)).contains(day)
        else { return nil }
        self.init(number: Day.number(year: year, month: month, day: day))
    }

    /// Reads `2026-11-24`; nil for anything else and for days that do not exist.
    public init?(_ iso: String) {
        var iso = iso
        let parts = iso.withUTF8 { bytes -> (year: Int, month: Int, day: Int)? in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
            return Day.number(bytes[0..<4]).flatMap { year in
                Day.number(bytes[5..<7]).flatMap { month in Day.number(bytes[8..<10]).map { (year, month, $0) } }
            }
        }
        guard let parts else { return nil }
        self.init(year: parts.year, month: parts.month, day: parts.day)
    }

    /// The number that digits alone make.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 48)
        }
        return value
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The day `days` later (earlier where negative).
    public func adding(_ days: Int) -> Day { Day(number: number + days) }

    /// 0 for Sunday to 6 for Saturday.
    public var weekday: Int { (((number + 4) % 7) + 7) % 7 }

    /// Year, month (1…12) and day of the month (1…31).
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// How old somebody born on this day is on another: full years, a birthday on 29 February kept on 1 March.
    public func age(on day: Day) -> Int {
        let (born, now) = (parts, day.parts)
        return now.year - born.year - ((now.month, now.day) < (born.month, born.day) ? 1 : 0)
    }

    /// The month that the day lies in.
    public var month: Month {
        let (year, month, _) = parts
        return Month(year: year, month: month)
    }

    /// The first instant of the day in Japan.
    public var start: Instant { Instant(milliseconds: Int64(number) * Instant.perDay - Instant.japanOffset) }

    /// The instant that lies `minutes` after the day's first, in Japan; 1,440 and more reach into the next days.
    public func at(minutes: Int) -> Instant { start.adding(milliseconds: Int64(minutes) * 60_000) }

    /// How many days a month (1…12) has.
    static func count(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from civil (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms).
    static func number(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Day: CustomStringConvertible {
    /// `2026-11-24`.
    public var description: String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            var digits = DigitWriter(bytes)
            digits.write(self)
            return digits.count
        }
    }
}

extension Int {
    /// The decimal digits, with zeros in front up to `width`.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
