/// What importing a file would do to the draft of a month.
public struct SheetImport: Hashable, Sendable, RotaDecided {
    /// Writes the draft; nothing where there are faults.
    public let decision: RotaDecision
    /// What is not as it was on the draft's sheet; none where there are faults.
    public let changes: [CellChange]
    /// What is wrong with the file: one is enough, and nothing of it counts.
    public let faults: [TableFault]
}

extension RotaDesk {
    /// Puts a file in the place of a month's draft. The file is the whole month: a place without a row becomes empty, and what
    /// was written for places that the month does not have any more goes.
    ///
    /// `file` names the file in the faults, which are returned and not thrown, so that a trial can show them. Throws
    /// ``RotaRefusal/staleDraft(_:)`` and ``RotaRefusal/holidayTableEnds(_:)``.
    public func importing(
        _ source: SheetSource,
        file: String,
        month: Month,
        ifVersion version: Int?
    ) throws(RotaRefusal) -> SheetImport {
        let before = try draftSheet(of: month, ifVersion: version)
        var faults: [TableFault] = []
        let places = MonthSheet.read(
            source,
            file: file,
            month: month,
            slots: book.slots,
            areas: book.association.areas,
            physicians: book.physicians.values.sorted { $0.id < $1.id },
            calendar: book.calendar,
            faults: &faults
        )
        guard faults.isEmpty else { return SheetImport(decision: RotaDecision(), changes: [], faults: faults) }
        var after = before
        after.places = places
        after.vanished = []
        after.base = book.revision(of: month)
        return SheetImport(
            decision: writing(after), changes: after.changes(since: before, book: book), faults: [])
    }
}
