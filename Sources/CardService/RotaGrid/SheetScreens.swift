import DutyRota
import EmergencyCards
import Hummingbird

/// The month in force, each call of it a way to its own page.
struct SheetScreens: Sendable {
    func show(_ published: MonthGrid, draft: MonthGrid, _ visit: DeskVisit) async throws -> Response {
        let (month, words) = (try visit.month(), visit.rotaWords)
        let areas = try await visit.areas()
        let absences = try await visit.askRota(.get, .absences).json["absences"].elements
        let area = MonthFrame.area(asked: visit.query("area"), areas, published)
        let frame = MonthFrame(month: month, area: area, areas: areas, words: words)
        let view = SheetView(
            sheet: published, area: area, areas: areas, words: words, now: visit.desk.clock.now().rfc3339)
        let page = frame.shown(draft: draft, published: published, isDraft: false).with([
            "lines": view.lines, "headings": view.headings, "isBegun": draft.version > 0,
            "absences": AbsenceView(absences, people: published.people, words: words).of(month),
        ])
        return try visit.screen("rota/sheet", page)
    }
}

/// The month in force as a table: who holds which call, with what lies over it.
struct SheetView {
    let sheet: MonthGrid
    let area: String
    let areas: RotaAreas
    let words: RotaWords
    let now: String

    private var rows: [MonthGrid.Row] { sheet.rows.filter { $0.isOf(area) } }

    var headings: [Shown] {
        sheet.columns(of: rows).map { ["text": words["column.\($0.rawValue)"], "kind": $0.rawValue] }
    }

    var lines: [Shown] {
        let (rows, columns) = (rows, sheet.columns(of: rows))
        let perDay = Dictionary(grouping: rows, by: \.date).mapValues(\.count)
        let held = Dictionary(grouping: sheet.holdings) {
            "\($0["dutyDate"].text ?? "")|\($0["slot"].text ?? "")|\($0["area"].text ?? "")"
        }
        return rows.indices.map { index in
            let row = rows[index]
            let isFirst = index == 0 || rows[index - 1].date != row.date
            let kind = sheet.days[row.date]
            let holdings = held["\(row.date)|\(row.slot)|\(row.area ?? "")"] ?? []
            return [
                "isRest": kind?.type != "weekday", "isToday": row.start <= now && now < row.end,
                "day": isFirst
                    ? [
                        "text": words.day(row.date), "span": perDay[row.date] ?? 1, "holiday": kind?.holiday,
                        "today": String(now.prefix(10)) == row.date ? words["today"] : nil,
                    ] as Shown : nil,
                "slot": row.slot, "whole": row.area == nil ? areas.name(nil) : nil,
                "hours": words.hours(row.start, row.end, of: row.date),
                "running": row.start <= now && now < row.end ? words["running"] : nil,
                "calls": columns.compactMap(\.order).map { call(row, $0, holdings) }, "remark": row.remark,
            ]
        }
    }

    private func call(_ row: MonthGrid.Row, _ order: Int, _ holdings: [JSONValue]) -> Shown {
        let own = holdings.filter { $0["callOrder"].whole == order }
        let needed = row.needs[order == 2 ? .second : .first] ?? 0
        return [
            "path": CellPlace(row, order).path,
            "label": "\(words.day(row.date)) \(row.slot) \(words.call(order))", "heading": words.call(order),
            "holders": own.map { holding -> Shown in
                let (start, end) = (holding["start"].text ?? "", holding["end"].text ?? "")
                let isWhole = start == row.start && end == row.end
                return [
                    "name": sheet.people.name(holding["physician"].text ?? ""),
                    "hours": isWhole ? nil : words.hours(start, end, of: row.date),
                    "changed": holding["override"] == .null ? nil : words["changed"],
                    "obstacle": holding["obstacle"].text.map { words["obstacle.\($0)"] },
                ]
            },
            "missing": own.isEmpty ? words[needed > 0 ? "gapHere" : "nobody"] : nil,
            "isGap": own.isEmpty && needed > 0,
        ]
    }
}

/// One call of a place, as its page is addressed.
struct CellPlace: Sendable {
    let date: String
    let slot: String
    /// nil: the whole association.
    let area: String?
    let order: Int

    init(_ row: MonthGrid.Row, _ order: Int) {
        (date, slot, area, self.order) = (row.date, row.slot, row.area, order)
    }

    /// nil where it is not addressed.
    init?(date: String?, slot: String?, area: String?, order: String?) {
        guard let date, let slot else { return nil }
        (self.date, self.slot, self.area, self.order) = (date, slot, area, order == "2" ? 2 : 1)
    }

    /// Of a problem or a holding; nil where it is of no place.
    init?(_ json: JSONValue) {
        self.init(
            date: json["dutyDate"].text, slot: json["slot"].text, area: json["area"].text,
            order: json["callOrder"].whole.map(String.init))
    }

    var month: String { String(date.prefix(7)) }

    var query: String {
        let parts = [("date", date), ("slot", slot), ("area", area ?? ""), ("call", "\(order)")]
        return parts.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
    }

    var path: String { "/office/rota/\(month)/cell?\(query)" }

    /// The members that name it in the API.
    var document: [String: JSONValue] {
        [
            "dutyDate": .string(date), "slot": .string(slot), "area": area.map(JSONValue.string) ?? .null,
            "callOrder": .number(Double(order)),
        ]
    }
}
