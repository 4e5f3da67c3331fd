/// The number as it stands on paper: its groups, each over its reading.
public struct PrintedNumber: Hashable, Sendable {
    public struct Group: Hashable, Sendable {
        public let digits: String
        public let spoken: String
    }

    public let text: String
    public let groups: [Group]
    /// The classes of the digits' and the reading's size.
    public let style: String
    public let spokenStyle: String

    /// A number in a row of this width in mm: digits at most that large, and the reading in one line where it is not too small to be read.
    init(_ number: CardNumber, width: Double, largest: TypeSize, spoken: ClosedRange<TypeSize>) {
        text = number.text
        groups = zip(number.groups, number.spoken).map { Group(digits: $0, spoken: $1) }
        let line = TypeBox(width: width, height: largest.millimetres * 1.2, sizes: .pt(10)...largest)
        style = line.fitting(number.text).style
        let reading = TypeBox(width: width, height: spoken.upperBound.millimetres * 1.2, sizes: spoken)
        spokenStyle = reading.fitting(number.spoken.joined(separator: "　")).style
    }
}
