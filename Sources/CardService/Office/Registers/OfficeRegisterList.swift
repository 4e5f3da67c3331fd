import EmergencyCards

/// A part of a register's list, as a page shows it.
struct OfficeRegisterList {
    /// How many rows a page has.
    static let size = 50

    let rows: ArraySlice<JSONValue>
    /// Which page, counted from 1, and how many there are.
    let page: Int
    let pages: Int

    /// `page`: as the query has it; whatever is no page there is, is the nearest.
    init(_ all: [JSONValue], page: String?) {
        pages = max(1, (all.count + Self.size - 1) / Self.size)
        self.page = min(max(page.flatMap { Int($0) } ?? 1, 1), pages)
        rows = all.dropFirst((self.page - 1) * Self.size).prefix(Self.size)
    }

    /// The ways to the pages beside it.
    func links(_ visit: DeskVisit, _ path: String, _ query: [(String, String?)] = []) -> Shown {
        func link(_ page: Int) -> String? {
            (1...pages).contains(page) ? visit.address(path, query + [("page", "\(page)")]) : nil
        }
        return [
            "previous": link(page - 1), "next": link(page + 1),
            "place": pages > 1 ? visit.words["office.page", ["page": "\(page)", "pages": "\(pages)"]] : nil,
        ]
    }
}
