/// The identifier of a new register entry. No instances.
enum NextIdentifier {
    /// One above the highest number among all that are taken, written as most of `own` are: P061 after P001…P060. `first` where none of
    /// them ends in digits.
    static func after(_ own: some Sequence<String>, first: String, taken: Set<String>) -> String {
        let patterns = Dictionary(grouping: own.compactMap(Numbered.init)) { $0.beginning }
        let usual =
            patterns.values.max { ($0.count, $1.first?.beginning ?? "") < ($1.count, $0.first?.beginning ?? "") }?
            .max { $0.number < $1.number } ?? Numbered(first)
        guard let usual else { return first }
        let known = taken.compactMap(Numbered.init).filter { $0.beginning == usual.beginning }
        let highest = known.map(\.number).max()
        return Numbered(
            beginning: usual.beginning, number: highest.map { $0 + 1 } ?? usual.number, width: usual.width
        ).text
    }
}

/// An identifier that ends in digits.
private struct Numbered {
    let beginning: String
    let number: Int
    /// How many digits there are at least.
    let width: Int

    init(beginning: String, number: Int, width: Int) {
        self.beginning = beginning
        self.number = number
        self.width = width
    }

    init?(_ text: String) {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count), let number = Int(String(digits.reversed())) else { return nil }
        self.init(beginning: String(text.dropLast(digits.count)), number: number, width: digits.count)
    }

    var text: String {
        let digits = String(number)
        return beginning + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
