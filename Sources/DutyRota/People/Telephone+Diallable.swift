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
    /// A number that can be dialled, in ordinary width; nil where the cell is empty and, with a fault, where it is no number.
    public func telephone(_ column: String, label: String, faults: inout [TableFault]) -> Telephone? {
        let number = self[column].sameWidth
        guard !number.isEmpty else { return nil }
        guard Telephone.isDiallable(number) else {
            faults.append(fault(column, PeopleWords.notDiallable(number)))
            return nil
        }
        return Telephone(label: label, number: number)
    }
}
