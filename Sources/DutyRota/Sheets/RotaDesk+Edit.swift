/// What is to be written in one cell of a month sheet.
public struct CellEdit: Hashable, Sendable {
    /// What a cell holds.
    public enum Content: Hashable, Sendable {
        /// Who holds a call, in order; empty: nobody.
        case holders(CallOrder, [PhysicianID])
        /// Who holds a call, as somebody writes it into a sheet: by name or by id, several separated by 、; read as a file is.
        case written(CallOrder, String)
        /// What the office notes; empty: nothing.
        case remark(String)
    }

    /// The row of the month sheet.
    public let place: Place.Key
    /// What the cell is to hold instead of what it does.
    public let content: Content

    /// An edit of one cell.
    public init(place: Place.Key, content: Content) {
        self.place = place
        self.content = content
    }
}

/// What a change of a month's draft comes to.
public struct SheetEdit: Hashable, Sendable, RotaDecided {
    /// Writes the draft.
    public let decision: RotaDecision
    /// What is not as it was on the draft's sheet.
    public let changes: [CellChange]
}

extension RotaDesk {
    /// Writes cells of a month's draft; the others stay as they are. The row of a place that the month does not have any more
    /// can only be emptied.
    ///
    /// Throws ``RotaRefusal/invalid(_:)`` with every field at fault, such as `cells[3].physicians[0]` or `cells[3].text`, and
    /// ``RotaRefusal/staleDraft(_:)`` and ``RotaRefusal/holidayTableEnds(_:)``.
    public func editing(
        _ edits: [CellEdit],
        month: Month,
        ifVersion version: Int?
    ) throws(RotaRefusal) -> SheetEdit {
        let before = try draftSheet(of: month, ifVersion: version)
        var check = CellEditCheck(sheet: before, book: book)
        for edit in edits { check.see(edit) }
        guard check.faults.isEmpty else { throw .invalid(check.faults) }
        var after = before
        let indices = Dictionary(after.places.enumerated().map { ($1.key, $0) }) { first, _ in first }
        for edit in check.read {
            if let index = indices[edit.place] {
                after.places[index].write(edit.applied(to: MonthDraft.Row(after.places[index])))
            } else if let index = after.vanished.firstIndex(where: { $0.key == edit.place }) {
                after.vanished[index] = edit.applied(to: after.vanished[index])
            }
        }
        return SheetEdit(decision: writing(after), changes: after.changes(since: before, book: book))
    }
}

extension CellEdit {
    fileprivate func applied(to row: MonthDraft.Row) -> MonthDraft.Row {
        var row = row
        switch content {
        case .holders(let order, let physicians): row.holders[order] = physicians
        case .written: break
        case .remark(let text): row.remark = text.trimmed
        }
        return row
    }

    /// Whether the cell is emptied.
    var isEmptying: Bool {
        switch content {
        case .holders(_, let physicians): physicians.isEmpty
        case .written(_, let text): text.trimmed.isEmpty
        case .remark(let text): text.trimmed.isEmpty
        }
    }
}
