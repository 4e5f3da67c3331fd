/// A cell of a month sheet that is not what it was.
public struct CellChange: Hashable, Sendable {
    /// The row of the month sheet; one that the month does not have any more where its row goes.
    public let place: Place.Key
    /// Who holds which call; nil: the remark.
    public let order: CallOrder?
    /// Who stood there; empty for a remark.
    public let before: [PhysicianID]
    /// Who stands there now; empty: nobody, and for a remark.
    public let after: [PhysicianID]
    /// What the remark was; empty for a call.
    public let remarkBefore: String
    /// What the remark is; empty for a call.
    public let remarkAfter: String
    /// Japanese: one line that says all of it.
    public let message: String
}

extension DraftSheet {
    /// What is not as it was on a sheet of the same month, cell by cell in the sheet's order; then the rows of vanished places.
    func changes(since before: DraftSheet, book: RotaBook) -> [CellChange] {
        let (old, new) = (before.contents, contents)
        let keys = places.map(\.key) + before.vanished.map(\.key)
        return keys.flatMap { key in
            let blank = MonthDraft.Row(key: key, holders: PerCall(first: [], second: []))
            return CellChange.between(old[key] ?? blank, new[key] ?? blank, book: book)
        }
    }

    private var contents: [Place.Key: MonthDraft.Row] {
        Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
    }
}

extension CellChange {
    fileprivate static func between(_ old: MonthDraft.Row, _ new: MonthDraft.Row, book: RotaBook) -> [CellChange] {
        let calls = CallOrder.allCases.filter { old.holders[$0] != new.holders[$0] }.map { order in
            CellChange(
                place: old.key,
                order: order,
                before: old.holders[order],
                after: new.holders[order],
                remarkBefore: "",
                remarkAfter: "",
                message: DraftWords.change(
                    DraftWords.cell(old.key, order, book: book),
                    from: DraftWords.names(old.holders[order], book: book),
                    to: DraftWords.names(new.holders[order], book: book))
            )
        }
        guard !old.remark.unicodeScalars.elementsEqual(new.remark.unicodeScalars) else { return calls }
        let remark = CellChange(
            place: old.key,
            order: nil,
            before: [],
            after: [],
            remarkBefore: old.remark,
            remarkAfter: new.remark,
            message: DraftWords.change(
                DraftWords.cell(old.key, nil, book: book), from: old.remark, to: new.remark)
        )
        return calls + [remark]
    }
}
