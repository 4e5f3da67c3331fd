/// Puts the holders of another month's places onto a sheet, by the day of the week and its number within the month.
struct SheetCopier {
    /// The sheet, as far as places have been copied.
    private(set) var sheet: DraftSheet
    /// What was not copied so far.
    private(set) var omissions: [SheetCopy.Omission] = []
    private let book: RotaBook
    private let indices: [Place.Key: Int]

    /// A copier onto this sheet.
    init(onto sheet: DraftSheet, book: RotaBook) {
        self.sheet = sheet
        self.book = book
        indices = Dictionary(sheet.places.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// Copies the holders of a place of the other month.
    mutating func copy(_ place: Place) {
        guard let date = place.key.dutyDate.counterpart(in: sheet.month) else {
            omit(place, DraftWords.noSuchWeekday(place.key.dutyDate, in: sheet.month))
            return
        }
        let key = Place.Key(dutyDate: date, slot: place.key.slot, area: place.key.area)
        guard let index = indices[key] else {
            omit(place, DraftWords.noSuchPlace(on: date, book.calendar.dayType(of: date)))
            return
        }
        for order in CallOrder.allCases {
            sheet.places[index].holders[order] = place.holders[order].filter { physician in
                guard let reason = obstacle(physician, on: date) else { return true }
                omit([physician], of: place, order, reason)
                return false
            }
        }
    }

    private mutating func omit(_ place: Place, _ reason: String) {
        for order in CallOrder.allCases { omit(place.holders[order], of: place, order, reason) }
    }

    private mutating func omit(_ physicians: [PhysicianID], of place: Place, _ order: CallOrder, _ reason: String) {
        guard !physicians.isEmpty else { return }
        let cell = DraftWords.cell(place.key, order, book: book)
        let message = DraftWords.notCopied(cell, DraftWords.names(physicians, book: book), reason)
        omissions.append(
            SheetCopy.Omission(place: place.key, order: order, physicians: physicians, message: message))
    }

    /// Japanese: why a physician is not put on duty on a date; nil: nothing speaks against it.
    private func obstacle(_ id: PhysicianID, on date: Day) -> String? {
        guard let physician = book.physicians[id] else { return SheetWords.unknown(id.text, nearly: []) }
        guard physician.isActive(on: date) else { return SheetWords.inactive(physician, on: date) }
        return book.absence(of: id, on: date).map { DraftWords.away($0, on: date) }
    }
}

extension Day {
    /// The day of another month that is the same day of the week, as often into the month; nil where there is none.
    fileprivate func counterpart(in month: Month) -> Day? {
        let first = month.firstDay
        let day = first.adding((weekday - first.weekday + 7) % 7 + (parts.day - 1) / 7 * 7)
        return day.month == month ? day : nil
    }
}
