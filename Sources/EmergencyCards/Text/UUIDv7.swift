public import DutyRota

/// Identifiers that sort by the time at which they were made (RFC 9562, version 7).
public enum UUIDv7 {
    /// A new identifier for this instant, in lower case with hyphens.
    public static func make(at instant: Instant, randomness: Randomness) -> String {
        var random = randomness
        let time = UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        let (first, second) = (random.next(), random.next())
        let high = time << 16 | 0x7000 | first & 0x0FFF
        let low = second & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = hex(high) + hex(low)
        var rest = Substring(digits)
        return [8, 4, 4, 4, 12].map { count in
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }.joined(separator: "-")
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
