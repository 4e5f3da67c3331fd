/// What is said of overrides when a month is published again.
enum PublishWords {
    /// Of an override on a cell that changes: what it is, what becomes of the cell, and what must be decided.
    static func overridden(_ cell: OverriddenCell, _ book: RotaBook) -> String {
        let override = cell.override
        let order = SlotWords.callOrder(override.order)
        let exchange = cell.otherHalf.map { "。交換の片方です。取り消すなら \(describe($0, book)) も取り消してください" } ?? ""
        return "\(CheckWords.place(override.place, book)) \(order): \(change(cell, book))。"
            + "変更「\(swap(override, book))」を引き継ぐか取り消すか、決めてください\(exchange)"
    }

    private static func change(_ cell: OverriddenCell, _ book: RotaBook) -> String {
        guard let after = cell.after else { return "この枠はなくなります" }
        let order = cell.override.order
        let (old, new) = (cell.before?.holders[order] ?? [], after.holders[order])
        guard old == new else { return "表の当番が\(names(old, book))から\(names(new, book))に変わります" }
        return "枠の時間が \(CheckWords.hours(after.interval, on: after.key.dutyDate)) に変わります"
    }

    /// Who stands in for whom, such as 医師A → 医師B.
    static func swap(_ override: Override, _ book: RotaBook) -> String {
        let (before, after) = (override.replaces.map { [$0] } ?? [], override.physician.map { [$0] } ?? [])
        return "\(names(before, book)) → \(names(after, book))"
    }

    /// Physicians by name, or that there are none.
    static func names(_ physicians: [PhysicianID], _ book: RotaBook) -> String {
        physicians.isEmpty ? "なし" : CheckWords.names(physicians, book)
    }

    /// An override as one names it to somebody who must find it.
    private static func describe(_ override: Override, _ book: RotaBook) -> String {
        "\(CheckWords.place(override.place, book)) の変更「\(swap(override, book))」（\(override.id)）"
    }

    /// Of an identifier that no problem has (any more).
    static func noSuchProblem(_ id: String) -> String {
        "「\(id)」という問題はありません。点検をやり直して、いまの一覧を確かめてください"
    }

    /// Of an override that the sheet leaves alone.
    static func notInQuestion(_ id: String) -> String {
        "「\(id)」は、この表で欄が変わる変更ではありません"
    }

    /// Of an override that is named on both lists.
    static func keptAndLifted(_ id: String) -> String {
        "「\(id)」が、引き継ぐ方と取り消す方の両方にあります。どちらか一つにしてください"
    }

    /// Of an override that has nowhere to go on.
    static func placeVanished(_ cell: OverriddenCell, _ book: RotaBook) -> String {
        "\(describe(cell.override, book)) は、枠がなくなるので引き継げません。取り消してください"
    }

    /// Of an override none of whose hours are left.
    static func outsideHours(_ cell: OverriddenCell, _ book: RotaBook) -> String {
        "\(describe(cell.override, book)) は、新しい枠の時間の外になるので引き継げません。取り消してください"
    }

    /// Of an exchange of which one half would stay.
    static func halfAnExchange(_ half: Override, _ book: RotaBook) -> String {
        "交換の片方だけを取り消すことはできません。\(describe(half, book)) も取り消してください"
    }

    /// Why an override counts no more that was kept.
    static func takenOver(revision: Int) -> String { "第\(revision)版の公開で、新しい変更に引き継ぎました" }

    /// Why an override counts no more that has come true on the sheet.
    static func heldAnyway(revision: Int) -> String { "第\(revision)版の表で本人が当番になったため、変更は不要になりました" }

    /// Why an override counts no more that was lifted.
    static func liftedBy(revision: Int) -> String { "第\(revision)版の公開で取り消しました" }

    /// Of a draft that does not know what was published since it was begun.
    static func publishedMeanwhile(_ month: Month, base: Int, present: Int) -> String {
        "\(month)の下書きは第\(base)版から始めたものですが、その後に第\(present)版が公開されています。公開すると第\(present)版の変更が失われます"
    }
}
