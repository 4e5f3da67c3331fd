import DutyRota
import EmergencyCards
import Mustache

/// The printed month: A4 landscape, a page for each area, as the office hangs it up and fire keeps it for the day when nothing works.
struct MonthPage {
    /// What the template shows; all of it is text.
    struct Sheet {
        let heading: String
        let association: String
        let area: String
        let revision: String
        let dateHeading: String
        let columns: [Column]
        let rows: [Row]
        let legend: String
        let contact: String
    }

    /// A slot, over its calls.
    struct Column {
        let name: String
        let calls: Int
        let orders: [String]
    }

    struct Row {
        let kind: String
        let date: String
        let holiday: String?
        let cells: [Cell]
    }

    struct Cell {
        let style: String
        let text: String
    }

    let title: String
    let sheets: [Sheet]

    /// Throws `unknownArea` for an area that the association does not have.
    init(month: Month, areas: [AreaID], book: RotaBook, at now: Instant) throws {
        let views = try areas.map { area in
            guard let view = try? MonthView.of(month, area: area, book: book, at: now) else {
                throw Refusal(.unknownArea)
            }
            return view
        }
        title = PageWords.rota(views.first?.header.title ?? month.description)
        sheets = views.map { Sheet($0, contact: book.association.standingContact, at: now) }
    }

    /// The page. Throws where the template is none.
    func page() throws -> Page { try Page(PackageResources.rota_mustache) { _ in self } }
}

extension MonthPage.Sheet {
    fileprivate init(_ view: MonthView, contact: StandingContact, at now: Instant) {
        self.init(
            heading: PageWords.rota(view.header.title), association: view.header.association,
            area: view.header.area,
            revision: PageWords.revision(view.header.revision, view.header.publishedAt, printed: now),
            dateHeading: PageWords.date,
            columns: view.columns.map {
                .init(name: $0.title, calls: CallOrder.allCases.count, orders: CallOrder.allCases.map(PageWords.call))
            },
            rows: view.rows.map(MonthPage.Row.init), legend: PageWords.legend,
            contact: PageWords.contact(contact.name, contact.telephone))
    }
}

extension MonthPage.Row {
    fileprivate init(_ row: MonthView.Row) {
        self.init(
            kind: row.dayType?.rawValue ?? "", date: PageWords.day(row.date, row.weekday), holiday: row.holiday,
            cells: row.cells.flatMap { cell in CallOrder.allCases.map { MonthPage.Cell(cell, $0) } })
    }
}

extension MonthPage.Cell {
    /// More than one line does not fit a month on a page: a call that several share is set smaller.
    fileprivate init(_ cell: MonthView.Cell?, _ order: CallOrder) {
        guard let cell else {
            self.init(style: "none", text: "")
            return
        }
        let entries = cell.entries[order].filter { $0.obstacle == nil }
        let text = entries.map(PageWords.entry).joined(separator: PageWords.between)
        let isGap = order == .first && cell.flags.contains(.gap)
        let styles = [isGap ? "gap" : nil, text.count > 10 ? "small" : nil]
        self.init(
            style: styles.compactMap(\.self).joined(separator: " "),
            text: isGap ? PageWords.gap(text) : text)
    }
}
