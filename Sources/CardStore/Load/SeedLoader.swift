import DutyRota
import EmergencyCards
import GRDB

/// Writes folders that have been checked, inside one transaction.
struct SeedLoader {
    let database: Database
    let options: LoadOptions
    let instant: Instant
    let randomness: Randomness
    let length: NumberLength
    /// Whether the database held something before.
    let isUpdate: Bool
    private(set) var summary = LoadSummary()
    /// What only the database could tell: numbers too near to ones issued before.
    private(set) var faults: [TableFault] = []

    init(
        database: Database, options: LoadOptions, instant: Instant, randomness: Randomness, length: NumberLength,
        isUpdate: Bool
    ) {
        self.database = database
        self.options = options
        self.instant = instant
        self.randomness = randomness
        self.length = length
        self.isUpdate = isUpdate
    }

    mutating func load(_ book: SeedBook) throws {
        for hospital in book.hospitals { try write(hospital) }
        for folder in book.folders {
            try write(folder.association, ownHolidays: folder.ownHolidays)
            try write(folder.calendar.national, of: folder.association.id)
            for physician in folder.physicians { try write(physician) }
            for (position, slot) in folder.slots.enumerated() {
                try CardStore.insert(slot, position: position, of: folder.association.id, database)
            }
            try write(folder.slotTelephones, of: folder.association.id)
            try publish(folder)
        }
        // Cards that end come first: a patient's next one may only then be in force.
        let cards = book.folders.flatMap { folder in folder.cards.map { (folder: folder.name, card: $0) } }
        for (folder, card) in cards.filter({ !$0.card.life.state.isInForce }) { try write(card, folder) }
        for (folder, card) in cards.filter({ $0.card.life.state.isInForce }) { try write(card, folder) }
    }

    private mutating func write(_ association: DutyRota.Association, ownHolidays: [String]) throws {
        try database.execute(
            sql: """
                INSERT INTO association VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                standing_name = excluded.standing_name, standing_telephone = excluded.standing_telephone,
                own_holidays = excluded.own_holidays
                """,
            arguments: [
                association.id.text, association.name, association.standingContact.name,
                association.standingContact.telephone, StringTable(column: ownHolidays).encoded,
            ])
        for (position, area) in association.areas.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO area VALUES (?, ?, ?, ?, ?) ON CONFLICT (association, id) DO UPDATE SET
                    position = excluded.position, name = excluded.name, addresses = excluded.addresses
                    """,
                arguments: [
                    association.id.text, area.id.text, position, area.name, StringTable(column: area.addresses).encoded,
                ])
        }
        summary.associations += 1
    }

    private func write(_ table: HolidayTable, of association: AssociationID) throws {
        for (day, name) in table.names {
            try database.execute(
                sql: """
                    INSERT INTO holiday VALUES (?, ?, ?) ON CONFLICT (association, day) DO UPDATE SET name = excluded.name
                    """,
                arguments: [association.text, day.description, name])
        }
    }

    /// A physician whose entry has changed gets a new version; earlier ones stay.
    private mutating func write(_ physician: Physician) throws {
        summary.physicians += 1
        try database.execute(
            sql: "INSERT INTO physician VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            arguments: [physician.id.text, physician.association.text])
        let entry: StatementArguments = [
            physician.name, physician.kana, physician.organisation, physician.email,
            StringTable(column: physician.areas.map(\.text)).encoded, physician.activeFrom?.description,
            physician.activeTo?.description, Telephone.encoded(physician.telephones),
        ]
        try database.execute(
            sql: """
                INSERT INTO physician_version (physician, version, from_ms, name, kana, organisation, email, areas,
                active_from, active_to, telephones)
                SELECT ?1, coalesce((SELECT max(version) FROM physician_version WHERE physician = ?1), 0) + 1, ?2,
                ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE NOT EXISTS (SELECT 1 FROM physician_version v WHERE v.physician = ?1
                AND v.version = (SELECT max(version) FROM physician_version WHERE physician = ?1) AND v.name IS ?3
                AND v.kana IS ?4 AND v.organisation IS ?5 AND v.email IS ?6 AND v.areas IS ?7 AND v.active_from IS ?8
                AND v.active_to IS ?9 AND v.telephones IS ?10)
                """,
            arguments: [physician.id.text, instant.milliseconds] + entry)
    }

    private mutating func write(_ hospital: Hospital) throws {
        try database.execute(
            sql: """
                INSERT INTO hospital VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                telephones = excluded.telephones, entrance = excluded.entrance, email = excluded.email,
                address = excluded.address
                """,
            arguments: [
                hospital.id.text, hospital.name, Telephone.encoded(hospital.telephones), hospital.entrance,
                hospital.email, hospital.address,
            ])
        summary.hospitals += 1
    }

    /// A number that the files have no more is handed back: it must not be called.
    private func write(_ slotTelephones: [String: [Telephone]], of association: AssociationID) throws {
        try database.execute(sql: "DELETE FROM slot_telephone WHERE association = ?", arguments: [association.text])
        for (slot, telephones) in slotTelephones {
            try database.execute(
                sql: """
                    INSERT INTO slot_telephone VALUES (?, ?, ?)
                    """,
                arguments: [association.text, slot, Telephone.encoded(telephones)])
        }
    }

    private mutating func publish(_ folder: SeedFolder) throws {
        let published = try CardStore.publishedMonths(of: folder.association.id.text, database)
        for (month, places) in folder.months.sorted(by: { $0.key < $1.key }) {
            if published.contains(where: { $0.month == month && $0.places == places }) { continue }
            let gaps = MonthSheet.gaps(in: places).map { MonthSheet.describe($0, areas: folder.association.areas) }
            try CardStore.publish(
                places, month: month, of: folder.association.id, at: instant, by: options.actor, acknowledged: gaps,
                database)
            summary.months += 1
        }
    }

    private mutating func write(_ seed: SeedCard, _ folder: String) throws {
        let existing = try seed.number.flatMap { try CardStore.card($0, database) }
        if let ended = existing?.card.life, ended.state == .ended, seed.life.state != .ended {
            summary.endedKept += 1
            return
        }
        if let fault = try storedFault(of: seed, existing: existing?.card) { return refuse(seed, folder, fault) }
        let number = try existing?.card.number ?? newNumber(seed)
        guard let number else { return refuse(seed, folder, .numberTaken) }
        let id =
            seed.document.patient.id ?? existing?.card.document.patient.id
            ?? PatientID(UUIDv7.make(at: instant, randomness: randomness))
        var document = seed.document
        document.patient.id = id
        var life = seed.life
        life.reviewedOn = life.reviewedOn ?? life.issuedOn
        let before = existing?.card
        document.validUntil = life.validUntil
        if let before, before.life == life, before.document == document { return }
        let key = try CardStore.write(document.patient, id: id, of: document.association, database)
        let card = Card(
            number: number, document: document, life: life, version: (before?.version ?? 0) + 1, enteredAt: instant)
        try CardStore.write(CardRow(card: card, patientKey: key, enteredBy: options.actor), database)
        summary.cards += 1
    }

    /// Whether nobody else stands on the register under the patient's identifier.
    private func isSamePerson(_ document: CardDocument) throws -> Bool {
        guard let id = document.patient.id, let known = try CardStore.patient(id, database) else { return true }
        let association = try String.fetchOne(
            database, sql: "SELECT association FROM patient WHERE id = ?", arguments: [id.text])
        return association == document.association.text && known.mayBecome(document.patient)
    }

    /// Whether the register has another card in force for the patient; those that the files end have ended by now.
    private func isSecondInForce(_ seed: SeedCard) throws -> Bool {
        guard seed.life.state.isInForce, let id = seed.document.patient.id else { return false }
        return try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM card c JOIN patient p ON p.key = c.patient WHERE p.id = ?
                AND c.state IN ('active', 'suspended') AND c.number IS NOT ?)
                """,
            arguments: [id.text, seed.number?.value]) ?? false
    }

    /// The number that the file gives, reserved; nil where it lies too near to one that was issued.
    private func newNumber(_ seed: SeedCard) throws -> CardNumber? {
        guard let number = seed.number else {
            return try CardStore.reserveNumber(length: length, randomness: randomness, database)
        }
        guard try CardStore.isFree(number, database) else { return nil }
        try CardStore.reserve(number, database)
        return number
    }

    /// What the register has against a card of the files.
    private func storedFault(of seed: SeedCard, existing: Card?) throws -> SeedCard.StoredFault? {
        if let existing, let id = seed.document.patient.id, existing.document.patient.id != id { return .numberTaken }
        if isUpdate, seed.number == nil { return .withoutNumber }
        if try !isSamePerson(seed.document) { return .otherPerson }
        return try isSecondInForce(seed) ? .secondInForce : nil
    }

    private mutating func refuse(_ seed: SeedCard, _ folder: String, _ fault: SeedCard.StoredFault) {
        faults.append(seed.fault(fault, file: "\(folder)/cards.json"))
    }
}
