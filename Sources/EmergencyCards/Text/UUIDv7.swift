public import DutyRota

/// Identifiers that sort by the time at which they were made (RFC 9562, version 7).
public enum UUIDv7 {
    /// A new identifier for this instant, in lower case with hyphens.
    public static func make(at instant: Instant, randomness: Randomness) -> String {
        var random = randomness
        let time = UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        let drawn = random.next()
        // The twelve bits beside the time come from the same draw: 62 random bits within a millisecond are enough.
        let high = time << 16 | 0x7000 | drawn.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15).high & 0x0FFF
        let low = drawn & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
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
