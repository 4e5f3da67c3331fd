/// A size of type on paper. Printed pages have one class of style for each, such as `pt75` for 7.5 pt.
public struct TypeSize: Hashable, Comparable, Sendable {
    /// In tenths of a point (1 pt: 0.3528 mm).
    let tenths: Int

    /// The sizes that there are, the largest first.
    static let all = [
        440, 400, 360, 320, 280, 260, 240, 220, 200, 180, 160, 140, 130, 120, 110, 100, 90, 85, 80, 75, 70, 65, 60, 55,
        50,
    ]
    .map(TypeSize.init)

    /// The style's class.
    var style: String { "pt\(tenths)" }

    /// The height of a letter, in mm.
    var millimetres: Double { Double(tenths) * 0.03528 }

    static func pt(_ points: Double) -> TypeSize { TypeSize(tenths: Int((points * 10).rounded())) }

    public static func < (left: TypeSize, right: TypeSize) -> Bool { left.tenths < right.tenths }
}

/// A place on paper that does not grow with what stands in it.
struct TypeBox: Hashable, Sendable {
    /// In mm.
    let width: Double
    /// In mm.
    let height: Double
    let sizes: ClosedRange<TypeSize>

    /// Room from one line to the next, in letters' heights.
    private static let lineHeight = 1.2

    /// The text with the largest size at which all of it finds room. Where even the smallest leaves some over, it is cut off with a mark that
    /// says so: see ``FittedText/isWhole``.
    func fitting(_ text: String) -> FittedText {
        let fitting = TypeSize.all.first { sizes.contains($0) && lines(of: text, at: $0) <= lines(at: $0) }
        guard fitting == nil else { return FittedText(text: text, style: fitting?.style ?? "", isWhole: true) }
        return FittedText(text: shortened(text), style: sizes.lowerBound.style, isWhole: false)
    }

    private func shortened(_ text: String) -> String {
        var kept = text
        while !kept.isEmpty, lines(of: kept + "…", at: sizes.lowerBound) > lines(at: sizes.lowerBound) {
            kept.removeLast()
        }
        return kept + "…"
    }

    /// How many lines the box has.
    private func lines(at size: TypeSize) -> Int { max(1, Int(height / (size.millimetres * Self.lineHeight))) }

    /// How many lines a text takes where it may break before every letter. A letter that does not fit leaves its room empty.
    private func lines(of text: String, at size: TypeSize) -> Int {
        let room = width / size.millimetres
        var (lines, used) = (1, 0.0)
        for letter in text {
            let width = letter.emWidth
            if used + width > room {
                lines += 1
                used = 0
            }
            used += width
        }
        return lines
    }
}

/// A text with the size at which it stands in its place.
public struct FittedText: Hashable, Sendable {
    public let text: String
    /// The class of its size.
    public let style: String
    /// Whether nothing of it was left out.
    public let isWhole: Bool
}

extension Character {
    /// How wide the letter is at most, of its height: marks that lie on it take no room of their own.
    fileprivate var emWidth: Double { unicodeScalars.reduce(0) { max($0, $1.emWidth) } }
}

extension Unicode.Scalar {
    fileprivate var emWidth: Double {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x30...0x39, 0x2D: return 0.6
        case 0x20...0x7E: return isNarrow ? 0.6 : 0.95
        case 0xFF61...0xFF9F: return 0.55
        default: return 1
        }
    }

    /// Whether a letter of ASCII is no wider than a digit.
    private var isNarrow: Bool { !"ABCDGHKMNOQRSTUVWXYZmw@%&+<>=~".unicodeScalars.contains(self) }
}
