/// Why a text is not an instant.
public enum InstantFault: String, Error, Sendable {
    /// A date and a time, but no offset: it would mean another instant on another host.
    case withoutOffset
    /// Not a date and a time of RFC 3339, or one that does not exist.
    case malformed
}

extension Instant {
    /// Reads a date and time of RFC 3339, such as `2026-11-24T22:03:07+09:00` or `…13:03:07.250Z`.
    ///
    /// The seconds may be left out, as people do: `2026-11-24T22:03+09:00`. Digits past the millisecond are cut off, never rounded up: 17:29:59.9999 is still before 17:30.
    public init(rfc3339 text: String) throws(InstantFault) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
            let dayOfMonth = scanner.number(2), let day = Day(year: year, month: month, day: dayOfMonth),
            scanner.take("T") || scanner.take("t") || scanner.take(" "),
            let hour = scanner.number(2), scanner.take(":"), let minute = scanner.number(2),
            let second = scanner.take(":") ? scanner.number(2) : 0, hour < 24, minute < 60, second < 60
        else { throw .malformed }
        var fraction: Int64 = 0
        if scanner.take(".") {
            guard let digits = scanner.digits() else { throw .malformed }
            for place in 0..<3 { fraction = fraction * 10 + (place < digits.count ? Int64(digits[place]) : 0) }
        }
        if scanner.isAtEnd { throw .withoutOffset }
        guard let offset = scanner.offsetMinutes(), scanner.isAtEnd else { throw .malformed }
        let ofDay = Int64((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction
        self.init(milliseconds: Int64(day.number) * Instant.perDay + ofDay)
        // An offset may carry an instant out of the years that can be written.
        guard (1...9999).contains(self.day.parts.year) else { throw .malformed }
    }

    /// The local time in Japan with its offset, `2026-11-24T22:03:07+09:00`; milliseconds only where there are any.
    public var rfc3339: String {
        String(unsafeUninitializedCapacity: 29) { bytes in
            var digits = DigitWriter(bytes)
            let ofDay = Int(millisecondOfDay)
            digits.write(day)
            digits.write("T")
            digits.write(ofDay / 3_600_000, width: 2)
            digits.write(":")
            digits.write(ofDay / 60_000 % 60, width: 2)
            digits.write(":")
            digits.write(ofDay / 1000 % 60, width: 2)
            if ofDay % 1000 != 0 {
                digits.write(".")
                digits.write(ofDay % 1000, width: 3)
            }
            digits.write("+")
            digits.write(9, width: 2)
            digits.write(":")
            digits.write(0, width: 2)
            return digits.count
        }
    }
}

/// Reads a text byte by byte.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = rest.first, (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
            rest.removeFirst()
        }
        return value
    }

    mutating func digits() -> [UInt8]? {
        let found = rest.prefix { (48...57).contains($0) }.map { $0 - 48 }
        rest.removeFirst(found.count)
        return found.isEmpty ? nil : found
    }

    mutating func offsetMinutes() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign: Int
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
