extension Telephone {
    /// A number in ordinary width, as it is kept and dialled; nil where it cannot be dialled.
    public static func diallable(_ text: String) -> String? {
        isDiallable(text) ? text.sameWidth : nil
    }

    /// Whether a text is a number that can be dialled in Japan from anywhere: 10 or 11 digits beginning with 0, area code included.
    ///
    /// Both widths, hyphens, spaces and parentheses are allowed. 119 and numbers without an area code are not: they reach
    /// somebody else, depending on where they are dialled.
    public static func isDiallable(_ text: String) -> Bool {
        let digits = text.sameWidth.filter { !$0.isWhitespace && !"-‐‑‒–—―−ー()".contains($0) }
        return (10...11).contains(digits.utf8.count) && digits.hasPrefix("0") && digits.wholeNumber != nil
    }
}

extension Table.Row {
    /// A number of the Japanese numbering plan, with hyphens where its area code has them; nil where the cell is empty and, with a
    /// fault, where it is no number that somebody answers.
    public func telephone(_ column: String, label: String, faults: inout [TableFault]) -> Telephone? {
        guard !self[column].isEmpty else { return nil }
        switch TelephoneNumber.read(self[column]) {
        case .success(let number): return Telephone(label: label, number: number.hyphenated)
        case .failure(let wrong):
            faults.append(fault(column, wrong.message))
            return nil
        }
    }
}
