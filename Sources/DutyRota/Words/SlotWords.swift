/// What is said of slots that cannot be read or cannot stand together.
enum SlotWords {
    /// Of a slot without a kind of day.
    static let noDayType = "曜日の種類がありません。\(dayTypes) から選び、空白で区切ってください"
    /// Of a slot that requires nobody.
    static let nobodyRequired = "第一当番も第二当番も0人です"
    private static let dayTypes = DayType.allCases.map(\.rawValue).joined(separator: " ")

    /// Of a text that is no kind of day.
    static func unknownDayType(_ text: String) -> String {
        "「\(text)」という曜日の種類はありません。\(dayTypes) から選び、空白で区切ってください"
    }

    /// Of a text that is no number of physicians.
    static func notACount(_ text: String) -> String {
        "「\(text)」は人数ではありません。0から9までの数字で書いてください"
    }

    /// Of a slot that cannot be told from that of another row.
    static func repeated(_ slot: Slot, row: Int) -> String {
        let since = slot.validFrom.map { "\($0) からの" } ?? ""
        return "\(since)「\(slot.name)」は\(row)行目と同じか、見分けがつきません。名前を変えるか validFrom を分けてください"
    }

    /// Of a slot that overlaps another, or itself on its next day.
    static func clash(_ clash: SlotClash, with other: Slot, row: Int, areas: [Area]) -> String {
        let whose = "\(AreaWords.name(clash.area, areas: areas))の\(callOrder(clash.order))"
        if clash.earlier == clash.later { return "翌日の同じ枠と時間が重なります（\(whose)）" }
        return "「\(other.name)」（\(row)行目）と時間が重なります（\(whose)）"
    }

    /// A call order, as month sheets head their columns.
    static func callOrder(_ order: CallOrder) -> String {
        switch order {
        case .first: "第一当番"
        case .second: "第二当番"
        }
    }
}
