/// What is said of a month sheet's rows.
enum SheetWords {
    /// Of a row for another month.
    static func notInMonth(_ day: Day, month: Month) -> String {
        "\(CalendarWords.day(day)) は \(month) の日ではありません"
    }

    /// Of a slot that the day does not have; says what kind of day it is and which slots it has.
    static func noSuchSlot(_ text: String, on day: Day, _ type: DayType, holiday: String?, slots: [Slot]) -> String {
        let kind = CalendarWords.dayType(type) + (holiday.map { "・\($0)" } ?? "")
        let names = slots.isEmpty ? "なし" : slots.map(\.name).joined(separator: "、")
        return "\(CalendarWords.day(day)) は\(kind)で、「\(text)」という枠はありません。この日の枠: \(names)"
    }

    /// Of an area that the slot is not for; names those it is for.
    static func wrongArea(_ slot: Slot, areas: [Area]) -> String {
        let names = slot.reach.places(of: areas).map { AreaWords.name($0, areas: areas) }
        return "「\(slot.name)」の地区は次のどれかです: \(names.joined(separator: "、"))"
    }

    /// Of a place that another row has filled.
    static func repeatedPlace(_ place: Place, areas: [Area], row: Int) -> String {
        "\(MonthSheet.describe(place, areas: areas)) は\(row)行目にもあります"
    }

    /// Of a text that names nobody; names those who are spelled nearly so.
    static func unknown(_ text: String, nearly: [Physician]) -> String {
        let hint = nearly.isEmpty ? "" : "。近い名前: \(list(nearly))"
        return "「\(text)」は医師の名簿にありません\(hint)"
    }

    /// Of a text that names several; tells them apart by id.
    static func ambiguous(_ text: String, _ matches: [Physician]) -> String {
        "「\(text)」に当てはまる医師が複数います: \(list(matches))。id で書いてください"
    }

    /// Of somebody who is no member on the duty date; says from when until when they are.
    static func inactive(_ physician: Physician, on day: Day) -> String {
        let from = physician.activeFrom.map { "\($0) から" } ?? ""
        let to = physician.activeTo.map { "\($0) まで" } ?? ""
        return "\(list([physician])) は \(CalendarWords.day(day)) に在籍していません（在籍は\(from)\(to)）"
    }

    /// Of somebody who stands twice in one cell.
    static func repeatedPhysician(_ physician: Physician) -> String {
        "\(list([physician])) が同じ欄に二度あります"
    }

    /// Of a cell with more holders than any call needs.
    static func tooManyHolders(limit: Int) -> String {
        "一つの欄に書けるのは\(limit)人までです"
    }

    /// Of a remark with line breaks, tabs or the like.
    static let controlCharacter = "改行やタブなどの制御文字は使えません。1行で書いてください"

    /// Of a remark that is too long.
    static func longRemark(limit: Int) -> String {
        "\(MonthSheet.Column.remark)は\(limit)文字までです"
    }

    /// Of characters that a coding does not have.
    static func unwritable(_ characters: [Character]) -> String {
        let list = characters.map { "「\($0)」" }.joined()
        return "\(list) は Shift_JIS（CP932）では書けません。UTF-8 か XLSX で書き出してください"
    }

    private static func list(_ physicians: [Physician]) -> String {
        physicians.map { "\($0.name)（\($0.id)）" }.joined(separator: "、")
    }
}
