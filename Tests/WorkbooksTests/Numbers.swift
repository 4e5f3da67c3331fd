/// The same numbers in every run (splitmix64).
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Bytes that no compression makes fewer.
func incompressible(_ count: Int) -> [UInt8] {
    var numbers = Numbers(state: 1)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
}
