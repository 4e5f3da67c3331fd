import DutyRota
import EmergencyCards

/// A month's sheet as the API shows it.
struct MonthGrid: Sendable {
    /// Who holds which call, and what is noted.
    enum Column: String, CaseIterable, Sendable {
        case first, second, remark

        /// Which call; nil: the remark.
        var order: Int? { self == .remark ? nil : self == .first ? 1 : 2 }
    }

    /// A slot on a duty date.
    struct Row: Sendable {
        let date: String
        let slot: String
        /// nil: the whole association.
        let area: String?
        let start: String
        let end: String
        /// How many each call needs.
        let needs: [Column: Int]
        let holders: [Column: [String]]
        let remark: String

        func isOf(_ area: String) -> Bool { self.area == nil || self.area == area }
    }

    /// What kind of day it is.
    struct DayKind: Sendable {
        let type: String?
        let holiday: String?
    }

    let month: String
    let version: Int
    /// What is published; nil unless this is what is published.
    let revision: Int?
    let publishedAt: String?
    let changedAt: String?
    let changedBy: String?
    let rows: [Row]
    let days: [String: DayKind]
    let people: RotaPeople
    /// Of what is published: who holds what, with what lies over it.
    let holdings: [JSONValue]

    init(_ json: JSONValue) {
        month = json["month"].text ?? ""
        version = json["version"].whole ?? 0
        revision = json["revision"].whole
        publishedAt = json["publishedAt"].text
        changedAt = json["changedAt"].text
        changedBy = json["changedBy"].text
        rows = json["rows"].elements.map(Row.init)
        days = Dictionary(
            json["days"].elements.map {
                ($0["date"].text ?? "", DayKind(type: $0["dayType"].text, holiday: $0["holiday"].text))
            }
        ) { first, _ in first }
        people = RotaPeople(json["physicians"].elements)
        holdings = json["holdings"].elements
    }

    /// What stands in a cell, as it is written.
    func text(_ row: Row, _ column: Column) -> String {
        column == .remark ? row.remark : people.joined(row.holders[column] ?? [], by: people.written)
    }

    /// The calls that are shown: the second where any slot needs it, or somebody holds it.
    func columns(of rows: [Row]) -> [Column] {
        let hasSecond = rows.contains { ($0.needs[.second] ?? 0) > 0 || !($0.holders[.second] ?? []).isEmpty }
        return hasSecond ? Column.allCases : [.first, .remark]
    }
}

extension MonthGrid.Row {
    init(_ json: JSONValue) {
        self.init(
            date: json["dutyDate"].text ?? "", slot: json["slot"].text ?? "", area: json["area"].text,
            start: json["start"].text ?? "", end: json["end"].text ?? "",
            needs: [.first: json["required"]["first"].whole ?? 0, .second: json["required"]["second"].whole ?? 0],
            holders: [
                .first: json["first"].elements.compactMap(\.text), .second: json["second"].elements.compactMap(\.text),
            ], remark: json["remark"].text ?? "")
    }

    /// Whether what the API tells is of this place.
    func isPlace(of json: JSONValue) -> Bool {
        json["dutyDate"].text == date && json["slot"].text == slot && json["area"].text == area
    }
}

extension RotaPeople {
    /// Several, as a sheet separates them.
    func joined(_ ids: [String], by text: (String) -> String) -> String { ids.map(text).joined(separator: "\u{3001}") }
}

/// A cell of the grid, by the name that its field has in the form.
struct CellName: Hashable, Sendable {
    let column: MonthGrid.Column
    let date: String
    let area: String?
    let slot: String

    init(_ row: MonthGrid.Row, _ column: MonthGrid.Column) {
        (self.column, date, area, slot) = (column, row.date, row.area, row.slot)
    }

    /// nil: a field that is not a cell.
    init?(_ text: String) {
        let parts = text.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let column = MonthGrid.Column(rawValue: parts[0]) else { return nil }
        (self.column, date, area, slot) = (column, parts[1], parts[2].isEmpty ? nil : parts[2], parts[3])
    }

    var text: String { [column.rawValue, date, area ?? "", slot].joined(separator: "|") }

    /// The cell as it is written to the API.
    func edit(_ text: String) -> JSONValue {
        var edit: [String: JSONValue] = [
            "dutyDate": .string(date), "slot": .string(slot), "area": area.map(JSONValue.string) ?? .null,
        ]
        if let order = column.order {
            edit["callOrder"] = .number(Double(order))
            edit["text"] = .string(text)
        } else {
            edit["remark"] = .string(text)
        }
        return .object(edit)
    }
}
