/// The text of a shared or inline string: its runs joined, without the readings (`rPh`) that Japanese input methods leave there.
struct TextRuns {
    private var gathered = ""
    private var isText = false
    private var isReading = false

    /// As it is meant.
    var text: String { EscapedText.read(gathered) }

    /// An element begins.
    mutating func open(_ element: String) {
        switch element {
        case "t": isText = true
        case "rPh": isReading = true
        default: break
        }
    }

    /// Characters.
    mutating func read(_ text: String) {
        if isText, !isReading { gathered += text }
    }

    /// An element ends.
    mutating func close(_ element: String) {
        switch element {
        case "t": isText = false
        case "rPh": isReading = false
        default: break
        }
    }
}
