import DutyRota
import EmergencyCards
import GRDB

/// Reads the registers as they are, or as they were known at an instant, inside one transaction.
struct RegisterReader {
    let database: Database
    /// Planned entries count once this has come.
    let at: Instant
    /// What was entered later is left out.
    let limit: Instant
    /// Months that were read before.
    let known: [Revision: PublishedMonth]

    /// The registers as they are now: whatever was entered counts, but what is planned for later.
    init(_ database: Database, at instant: Instant, known: [Revision: PublishedMonth] = [:]) {
        self.database = database
        at = instant
        limit = Instant(milliseconds: .max)
        self.known = known
    }

    /// The registers as they were known at an instant.
    init(_ database: Database, asKnownAt instant: Instant) {
        self.database = database
        at = instant
        limit = instant
        known = [:]
    }

    func registers() throws -> Registers { try snapshot().registers }

    /// The registers, with what the next reading can use of them.
    func snapshot() throws -> RegisterSnapshot {
        var months: [Revision: PublishedMonth] = [:]
        let associations = try String.fetchAll(database, sql: "SELECT id FROM association ORDER BY rowid")
        let books = try associations.compactMap { id in
            let published = try self.months(of: id)
            months.merge(published) { first, _ in first }
            return try book(of: AssociationID(id), months: Array(published.values))
        }
        let registers = Registers(
            numberLength: try CardStore.numberLength(database), books: books, hospitals: try hospitals(),
            keys: try CardStore.keys(database), people: try CardStore.people(database),
            noticeChoices: try CardStore.noticeChoices(database))
        return RegisterSnapshot(registers: registers, months: months, changesAt: try nextPlanned())
    }

    /// An association's book without marks of the night; nil: no such association.
    func book(of id: AssociationID, unavailabilities: [Unavailability] = []) throws -> RotaBook? {
        try book(of: id, months: Array(months(of: id.text).values), unavailabilities: unavailabilities)
    }

    private func book(
        of id: AssociationID, months: [PublishedMonth], unavailabilities: [Unavailability] = []
    ) throws -> RotaBook? {
        guard let entry = try association(id) else { return nil }
        return RotaBook(
            association: entry.association,
            calendar: DayCalendar(national: try holidays(of: id), own: entry.ownHolidays),
            slots: try slots(of: id), months: months,
            physicians: try physicians("p.association = ?", [id.text]),
            slotTelephones: try slotTelephones(of: id), overrides: try overrides(of: id),
            absences: try absences(of: id), unavailabilities: unavailabilities)
    }

    /// When the next planned entry comes to count.
    private func nextPlanned() throws -> Instant? {
        try Int64.fetchOne(
            database,
            sql: """
                SELECT min(at) FROM (SELECT min(from_ms) AS at FROM physician_version WHERE from_ms > max(?1, entered_ms)
                UNION ALL SELECT min(from_ms) FROM hospital_version WHERE from_ms > max(?1, entered_ms))
                """, arguments: [at.milliseconds]
        ).map(Instant.init(milliseconds:))
    }
}
