/// Writes numbers and marks into a text's own bytes: dates and times are written many times in every answer.
struct DigitWriter {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// `2026-11-24`; ten bytes.
    mutating func write(_ day: Day) {
        let (year, month, dayOfMonth) = day.parts
        write(year, width: 4)
        write("-")
        write(month, width: 2)
        write("-")
        write(dayOfMonth, width: 2)
    }

    /// The decimal digits, with zeros in front; what does not fit the width is cut off at the front.
    mutating func write(_ value: Int, width: Int) {
        var rest = value
        for place in stride(from: count + width - 1, through: count, by: -1) {
            bytes[place] = UInt8(48 + rest % 10)
            rest /= 10
        }
        count += width
    }

    mutating func write(_ mark: Unicode.Scalar) {
        bytes[count] = UInt8(ascii: mark)
        count += 1
    }
}
