extension Slot {
    /// Reads `slots.csv`: `name,dayTypes,areas,start,end,first,second[,validFrom]`.
    ///
    /// Refused, each by row: what cannot be read, a name twice from the same day on, and two slots of one area and call order that
    /// would overlap on whatever succession of days: nobody could say then who is on duty.
    public static func read(slots bytes: [UInt8], file: String, areas: [Area], faults: inout [TableFault]) -> [Slot] {
        let table = Table(
            file: file,
            bytes: bytes,
            required: ["name", "dayTypes", "areas", "start", "end", "first", "second"],
            optional: ["validFrom"],
            faults: &faults
        )
        var read: [(slot: Slot, row: Table.Row)] = []
        for row in table.rows {
            guard let slot = Slot(row, areas: areas, faults: &faults) else { continue }
            if let twin = read.first(where: { $0.slot.isTwin(of: slot) }) {
                faults.append(row.fault("name", SlotWords.repeated(slot, row: twin.row.number)))
            }
            read.append((slot, row))
        }
        let slots = read.map(\.slot)
        for clash in slots.clashes(areas: areas) {
            let (earlier, later) = (read[clash.earlier], read[clash.later])
            faults.append(
                later.row.fault(nil, SlotWords.clash(clash, with: earlier.slot, row: earlier.row.number, areas: areas))
            )
        }
        return slots
    }

    /// nil, with faults, where a row does not say what a slot needs.
    private init?(_ row: Table.Row, areas: [Area], faults: inout [TableFault]) {
        let known = faults.count
        let name = row.text("name", faults: &faults)
        let dayTypes = row.dayTypes("dayTypes", faults: &faults)
        if row["dayTypes"].isEmpty { faults.append(row.fault("dayTypes", SlotWords.noDayType)) }
        let reach = Reach(row, areas: areas, faults: &faults)
        let hours = row.hours("start", "end", faults: &faults)
        let required = PerCall(first: row.count("first", faults: &faults), second: row.count("second", faults: &faults))
        let validFrom = row.optionalDay("validFrom", faults: &faults)
        if required.first == 0, required.second == 0 { faults.append(row.fault("first", SlotWords.nobodyRequired)) }
        guard faults.count == known, let name, let reach, let hours, let first = required.first,
            let second = required.second
        else { return nil }
        self.init(
            name: name,
            dayTypes: dayTypes,
            reach: reach,
            hours: hours,
            required: PerCall(first: first, second: second),
            validFrom: validFrom
        )
    }

    /// Whether two slots could not be told apart in a month sheet. Versions of one slot bear the very same name.
    private func isTwin(of other: Slot) -> Bool {
        name == other.name ? validFrom == other.validFrom : Names.folded(name) == Names.folded(other.name)
    }
}

extension Slot.Reach {
    /// `*`, 全域, or areas; nil, with a fault, for anything else.
    fileprivate init?(_ row: Table.Row, areas: [Area], faults: inout [TableFault]) {
        guard let text = row.text("areas", faults: &faults) else { return nil }
        switch text.sameWidth {
        case "*": self = .everyArea
        case AreaWords.whole: self = .association
        default:
            let named = row.areas("areas", of: areas, faults: &faults)
            guard !named.isEmpty else { return nil }
            self = .areas(named)
        }
    }
}

extension Table.Row {
    /// How many physicians a call order needs; nil, with a fault, where it is no number up to 9.
    fileprivate func count(_ column: String, faults: inout [TableFault]) -> Int? {
        guard let text = text(column, faults: &faults) else { return nil }
        guard let count = text.wholeNumber, count <= 9 else {
            faults.append(fault(column, SlotWords.notACount(text)))
            return nil
        }
        return count
    }
}
