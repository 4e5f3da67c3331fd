import DutyRota
import EmergencyCards
import GRDB

extension SeedLoader {
    var registers: RegisterWriter { RegisterWriter(database: database, actor: options.actor, now: instant) }

    /// Enters what a folder says of its association. What only the register has stays: areas, holidays of other years, slots, physicians.
    mutating func write(_ folder: SeedFolder) throws {
        let before = known.books[folder.association.id]
        let id = folder.association.id
        try registers.write(
            .association(
                folder.association.keeping(before?.association.areas ?? []), ownHolidays: folder.calendar.own))
        let names = folder.calendar.national.names.merging(before?.calendar.national.names ?? [:]) { new, _ in new }
        try registers.write(.holidays(HolidayTable(names: names), of: id))
        for physician in folder.physicians { try registers.write(.physician(physician, from: instant)) }
        for (position, slot) in folder.slots.enumerated() { try registers.write(slot, of: id, position: position) }
        // A number that the files have no more is handed back: it must not be called.
        for slot in Set(folder.slotTelephones.keys).union(before?.slotTelephones.keys ?? [:].keys).sorted() {
            try registers.write(.slotTelephones(slot, folder.slotTelephones[slot] ?? [], of: id))
        }
        summary.associations += 1
        summary.physicians += folder.physicians.count
    }

    /// Publishes the months that the register has otherwise, or not at all. An override knows whom it replaces: a month that changes a cell
    /// under one is a fault.
    mutating func publish(_ folder: SeedFolder) throws {
        let id = folder.association.id
        let before = known.books[id]
        let now = try CardStore.later(than: instant, in: id, database)
        let writer = RotaWriter(database: database, association: id, actor: options.actor)
        for (month, places) in folder.months.sorted(by: { $0.key < $1.key }) {
            let last = before?.months[month]
            if last?.places == places { continue }
            let gaps = MonthSheet.gaps(in: places).map { MonthSheet.describe($0, areas: folder.association.areas) }
            let sheet = PublishedMonth(
                month: month, revision: (last?.revision ?? 0) + 1, publishedAt: now, places: places)
            for (override, book) in before.map({ book in book.overridesInQuestion(under: sheet).map { ($0, book) } })
                ?? []
            {
                faults.append(
                    TableFault(
                        file: "\(folder.name)/rota-\(month).csv", message: LoadWords.overridden(override, in: book)))
            }
            let publication = RotaDecision.Publication(sheet: sheet, acknowledged: gaps)
            try writer.publish(publication)
            published.append((id, publication))
            summary.months += 1
        }
    }
}

extension DutyRota.Association {
    /// With areas that it does not name behind its own.
    fileprivate func keeping(_ known: [Area]) -> DutyRota.Association {
        let others = known.filter { area($0.id) == nil }
        return DutyRota.Association(id: id, name: name, standingContact: standingContact, areas: areas + others)
    }
}
