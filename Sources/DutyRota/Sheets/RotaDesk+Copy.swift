/// What copying another month's pattern would do to the draft of a month.
public struct SheetCopy: Hashable, Sendable, RotaDecided {
    /// Somebody on the other month's sheet who stands nowhere for it.
    public struct Omission: Hashable, Sendable {
        /// The row of the other month's sheet.
        public let place: Place.Key
        /// Which call of it.
        public let order: CallOrder
        /// Who was left out, in the cell's order.
        public let physicians: [PhysicianID]
        /// Japanese: who, where, and why.
        public let message: String
    }

    /// Writes the draft.
    public let decision: RotaDecision
    /// What is not as it was on the draft's sheet.
    public let changes: [CellChange]
    /// What was not copied, in the order of the other month's sheet.
    public let omissions: [Omission]
}

extension RotaDesk {
    /// Puts the pattern of another month's weeks onto the draft of a month: whoever holds a place on its second Tuesday gets
    /// the place of the same slot and area on the second Tuesday of the month.
    ///
    /// Taken is the other month's sheet as it was published, without what lies over it, and without its remarks. A place to
    /// which nothing corresponds (a fifth Tuesday, a holiday with other slots) stays as it is, and who has left or is away by
    /// the new date is left out. Throws ``RotaRefusal/unpublished(_:)`` of the other month, ``RotaRefusal/staleDraft(_:)`` and
    /// ``RotaRefusal/holidayTableEnds(_:)``.
    public func copying(
        from other: Month,
        to month: Month,
        ifVersion version: Int?
    ) throws(RotaRefusal) -> SheetCopy {
        let before = try draftSheet(of: month, ifVersion: version)
        guard let source = book.months[other] else { throw .unpublished(other) }
        var copier = SheetCopier(onto: before, book: book)
        for place in source.places { copier.copy(place) }
        return SheetCopy(
            decision: writing(copier.sheet),
            changes: copier.sheet.changes(since: before, book: book),
            omissions: copier.omissions
        )
    }
}
