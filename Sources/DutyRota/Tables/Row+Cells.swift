extension Table.Row {
    /// A cell that may not be empty; nil, with a fault, where it is.
    public func text(_ column: String, faults: inout [TableFault]) -> String? {
        let text = self[column]
        guard text.isEmpty else { return text }
        faults.append(fault(column, TableWords.emptyCell))
        return nil
    }

    /// A day in any of the spellings that people use; nil, with a fault, where it is none.
    func day(_ column: String, faults: inout [TableFault]) -> Day? {
        guard let text = text(column, faults: &faults) else { return nil }
        guard let day = Day(text) ?? JapaneseDate.read(text) else {
            faults.append(fault(column, CalendarWords.unreadableDay(text)))
            return nil
        }
        return day
    }

    /// A day, or nil without a fault where the cell is empty.
    func optionalDay(_ column: String, faults: inout [TableFault]) -> Day? {
        self[column].isEmpty ? nil : day(column, faults: &faults)
    }

    /// Kinds of day by their names in files, separated by white space or commas; unknown ones are faults.
    func dayTypes(_ column: String, faults: inout [TableFault]) -> Set<DayType> {
        var types: Set<DayType> = []
        for word in self[column].words {
            if let type = DayType(rawValue: word.lowercased()) {
                types.insert(type)
            } else {
                faults.append(fault(column, SlotWords.unknownDayType(word)))
            }
        }
        return types
    }

    /// Areas by id or name, separated by white space or commas; unknown ones are faults.
    func areas(_ column: String, of areas: [Area], faults: inout [TableFault]) -> [AreaID] {
        var found: [AreaID] = []
        for word in self[column].words {
            if let area = areas.named(word) {
                if !found.contains(area.id) { found.append(area.id) }
            } else {
                faults.append(fault(column, AreaWords.unknown(word, areas: areas)))
            }
        }
        return found
    }

    /// Hours from two columns; nil, with a fault, where they are none.
    func hours(_ start: String, _ end: String, faults: inout [TableFault]) -> HourSpan? {
        switch HourSpan.read(start: self[start], end: self[end]) {
        case .success(let span): return span
        case .failure(let wrong):
            faults.append(fault(wrong.side == .start ? start : end, wrong.message))
            return nil
        }
    }
}
