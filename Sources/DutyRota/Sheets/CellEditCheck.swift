/// Collects what is wrong with edits of a month sheet, in the order in which they come.
struct CellEditCheck {
    private let sheet: DraftSheet
    private let book: RotaBook
    private var slots: SheetSlots
    private let places: Set<Place.Key>
    private let vanished: Set<Place.Key>
    private var seen: [Cell: Int] = [:]
    private var count = 0
    /// What is wrong so far.
    private(set) var faults: [DeskFault] = []
    /// The edits so far, those that were written as text with whom they name.
    private(set) var read: [CellEdit] = []
    private var cells: HolderCells

    private struct Cell: Hashable {
        let place: Place.Key
        let order: CallOrder?
    }

    /// A check of edits of this sheet.
    init(sheet: DraftSheet, book: RotaBook) {
        self.sheet = sheet
        self.book = book
        slots = SheetSlots(book.slots, calendar: book.calendar)
        places = Set(sheet.places.map(\.key))
        vanished = Set(sheet.vanished.map(\.key))
        cells = HolderCells(PhysicianIndex(book.physicians.values.sorted { $0.id < $1.id }))
    }

    /// Looks at the next edit.
    mutating func see(_ edit: CellEdit) {
        let field = "cells[\(count)]"
        if !places.contains(edit.place), !(vanished.contains(edit.place) && edit.isEmptying) {
            faults.append(unknownPlace(edit.place, field))
        }
        read.append(edit)
        switch edit.content {
        case .holders(let order, let physicians):
            once(Cell(place: edit.place, order: order), field)
            see(physicians, on: edit.place.dutyDate, field)
        case .written(let order, let text):
            once(Cell(place: edit.place, order: order), field)
            let physicians = see(text, on: edit.place.dutyDate, field)
            read[count] = CellEdit(place: edit.place, content: .holders(order, physicians))
        case .remark(let text):
            once(Cell(place: edit.place, order: nil), field)
            if let fault = Remark.fault(text.trimmed) {
                faults.append(DeskFault(field: "\(field).remark", message: fault))
            }
        }
        count += 1
    }

    private mutating func once(_ cell: Cell, _ field: String) {
        if let first = seen.updateValue(count, forKey: cell) {
            faults.append(DeskFault(field: field, message: DraftWords.repeatedEdit(first)))
        }
    }

    private mutating func see(_ physicians: [PhysicianID], on date: Day, _ field: String) {
        if physicians.count > HolderCells.limit {
            let message = SheetWords.tooManyHolders(limit: HolderCells.limit)
            faults.append(DeskFault(field: "\(field).physicians", message: message))
            return
        }
        for (index, id) in physicians.enumerated() {
            guard let message = fault(id, behind: physicians[..<index], on: date) else { continue }
            faults.append(DeskFault(field: "\(field).physicians[\(index)]", message: message))
        }
    }

    private mutating func see(_ text: String, on date: Day, _ field: String) -> [PhysicianID] {
        let content = cells.read(text)
        let ids = content.physicians.map(\.id)
        let others = ids.indices.compactMap { fault(ids[$0], behind: ids[..<$0], on: date) }
        faults += (content.faults + others).map { DeskFault(field: "\(field).text", message: $0) }
        return ids
    }

    private func fault(_ id: PhysicianID, behind others: ArraySlice<PhysicianID>, on date: Day) -> String? {
        guard let physician = book.physicians[id] else { return SheetWords.unknown(id.text, nearly: []) }
        guard physician.isActive(on: date) else { return SheetWords.inactive(physician, on: date) }
        return others.contains(id) ? SheetWords.repeatedPhysician(physician) : nil
    }

    /// Says which part of a place's name is at fault, and what there would be.
    private mutating func unknownPlace(_ place: Place.Key, _ field: String) -> DeskFault {
        let date = place.dutyDate
        guard date.month == sheet.month, let type = book.calendar.dayType(of: date) else {
            return DeskFault(field: "\(field).dutyDate", message: SheetWords.notInMonth(date, month: sheet.month))
        }
        let ofDay = slots.of(date)
        guard let slot = ofDay.first(where: { $0.name == place.slot }) else {
            let holiday = book.calendar.national.names[date]
            let message = SheetWords.noSuchSlot(place.slot, on: date, type, holiday: holiday, slots: ofDay)
            return DeskFault(field: "\(field).slot", message: message)
        }
        return DeskFault(field: "\(field).area", message: SheetWords.wrongArea(slot, areas: book.association.areas))
    }
}
