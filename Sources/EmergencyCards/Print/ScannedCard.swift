/// What a page says to whoever scans the code on a card: what to do, and the number. It knows nothing of the card, neither whether there is one
/// nor its colour.
public struct ScannedCard: Hashable, Sendable {
    public let title = ScanWords.title
    public let steps = ScanWords.steps
    public let numberHeading = ScanWords.number
    /// nil where what was scanned is not written like a card's number.
    public let number: PrintedNumber?
    public let limits = ScanWords.limits
    public let nothingHere = ScanWords.nothingHere

    /// The page for a part of an address.
    public init(_ text: String) {
        number = CardNumber.read(text).map {
            PrintedNumber($0, width: 100, largest: .pt(36), spoken: .pt(14)...TypeSize.pt(14))
        }
    }
}
