public import DutyRota
import EmergencyCards
import GRDB

extension CardStore: RotaRegister {
    public func book(of association: AssociationID, asPublishedAt instant: Instant) throws -> RotaBook? {
        let marks = try nightFile().readers.read {
            try NightMarks.unavailabilities(
                "m.association = ? AND m.from_ms <= ?", [association.text, instant.milliseconds], $0)
        }
        return try readers.read { database in
            try database.inCachedTransaction(.reading) {
                try RegisterReader(database, asKnownAt: instant)
                    .book(of: association, unavailabilities: marks.map { $0.asKnown(at: instant) })
            }
        }
    }

    public func chronicle(of association: AssociationID, months: ClosedRange<Month>) throws -> RotaChronicle {
        let days = months.lowerBound.firstDay..<months.upperBound.adding(1).firstDay
        // The last day's night may reach two days on.
        let end = days.upperBound.adding(1).start
        let marks = try nightFile().readers.read {
            try NightMarks.unavailabilities(
                "m.association = ? AND m.from_ms < ? AND m.until_ms > ?",
                [association.text, end.milliseconds, days.lowerBound.start.milliseconds], $0)
        }
        return try readers.read { database in
            try database.inCachedTransaction(.reading) {
                RotaChronicle(
                    revisions: try Self.revisions(of: association, months: months, database),
                    overrides: try Override.read(
                        "o.association = ? AND o.duty_date >= ? AND o.duty_date < ?",
                        [association.text, days.lowerBound.description, days.upperBound.description], database),
                    unavailabilities: marks)
            }
        }
    }

    public func draft(of association: AssociationID, month: Month) throws -> MonthDraft? {
        try readers.read { try MonthDraft.read(of: association, month: month, $0).draft }
    }

    public func change<Made: RotaDecided>(
        _ association: AssociationID, draftOf month: Month?, by actor: String, at instant: Instant,
        decide: @Sendable (RotaDesk) throws -> Made
    ) async throws -> Made {
        let known = snapshot.base.last?.value.months ?? [:]
        let randomness = randomness
        return try await writer.write { database in
            let now = try Self.later(than: instant, in: association, database)
            guard let book = try RegisterReader(database, at: now, known: known).book(of: association) else {
                throw RotaRefusal.unknownAssociation
            }
            let (draft, lastVersion) =
                try month.map { try MonthDraft.read(of: association, month: $0, database) }
                ?? (nil, 0)
            let swaps = try Swap.read(of: association, since: instant.adding(milliseconds: -Self.swapsKept), database)
            let desk = RotaDesk(
                book: book, draft: draft, lastVersion: lastVersion, now: now, clock: instant, actor: actor,
                swaps: swaps)
            let made = try decide(desk)
            try RotaWriter(database: database, association: association, actor: actor).write(made.decision)
            if made.decision.changesDuty,
                let after = try RegisterReader(database, at: now, known: known).book(of: association)
            {
                let notices = RotaNotices.changed(by: made.decision, from: book, to: after, at: instant)
                try Self.tell(notices, of: after, randomness, database)
            }
            try Self.tell(
                RotaNotices.swapped(by: made.decision, known: swaps, in: book, at: instant), of: book, randomness,
                database)
            return made
        }
    }

    public func swaps(of association: AssociationID, since instant: Instant) throws -> [Swap] {
        try readers.read { try Swap.read(of: association, since: instant, $0) }
    }

    /// How long a swap can wait for its answer: longer than any rota is published ahead. In milliseconds.
    private static let swapsKept: Int64 = 400 * 86_400_000

    /// Puts what is to be said of a rota into the outbox, in the transaction of its change.
    static func tell(
        _ notices: [Notice], of book: RotaBook, _ randomness: Randomness, _ database: Database
    ) throws {
        guard !notices.isEmpty else { return }
        let registers = Registers(
            numberLength: try numberLength(database), books: [book], hospitals: [],
            noticeChoices: try noticeChoices(database))
        for delivery in registers.deliveries(of: notices, randomness: randomness) { try delivery.enqueue(database) }
    }

    /// The instant, or where something of the association's rota was entered later the next one after that: stored instants never run
    /// backwards, whatever the clock does.
    static func later(
        than instant: Instant, in association: AssociationID, _ database: Database
    ) throws -> Instant {
        let last = try Int64.fetchOne(
            database,
            sql: """
                SELECT max(at) FROM (SELECT max(published_ms) AS at FROM rota_revision WHERE association = ?1
                UNION ALL SELECT max(max(o.made_ms, coalesce(l.lifted_ms, 0))) FROM rota_override o
                LEFT JOIN rota_lift l ON l.override = o.id WHERE o.association = ?1
                UNION ALL SELECT max(max(a.made_ms, coalesce(l.lifted_ms, 0))) FROM physician p
                JOIN absence a ON a.physician = p.id LEFT JOIN absence_lift l ON l.absence = a.id WHERE p.association = ?1)
                """, arguments: [association.text])
        return max(instant, Instant(milliseconds: (last ?? .min / 2) + 1))
    }

    private static func revisions(
        of association: AssociationID, months: ClosedRange<Month>, _ database: Database
    ) throws -> [RotaChronicle.Revision] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM rota_revision WHERE association = ? AND month BETWEEN ? AND ? ORDER BY month, number",
            arguments: [association.text, months.lowerBound.description, months.upperBound.description])
        return try rows.compactMap { row in
            try Revision(row).map { revision in
                RotaChronicle.Revision(
                    sheet: try revision.sheet(database), by: row["published_by"],
                    acknowledged: StringTable(encoded: row["acknowledged"]).column)
            }
        }
    }
}

extension RotaDecision {
    /// Whether who is on duty can be another one by it.
    fileprivate var changesDuty: Bool { publication != nil || !overrides.isEmpty || !lifts.isEmpty }
}
