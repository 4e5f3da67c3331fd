/// The six digits of a link's address or of its code: short enough to be spoken over a telephone.
public enum LinkDigits {
    /// How many there are.
    public static let count = 6

    /// Reads digits of either width with spaces or hyphens between them; nil for anything that is not six digits.
    public static func read(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: digits.unicodeScalars.append(scalar)
            case 0xFF10...0xFF19: digits += String(scalar.value - 0xFF10)
            case 0x20, 0x3000, 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x30FC: continue
            default: return nil
            }
        }
        return digits.utf8.count == count ? digits : nil
    }

    /// Two and two, as they are read out: 12 34 56.
    public static func spoken(_ digits: String) -> String {
        stride(from: 0, to: digits.count, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
            .joined(separator: " ")
    }

    /// Digits nobody can foresee.
    static func draw(_ randomness: Randomness) -> String {
        var randomness = randomness
        let digits = String(Int.random(in: 0..<1_000_000, using: &randomness))
        return String(repeating: "0", count: count - digits.count) + digits
    }
}
