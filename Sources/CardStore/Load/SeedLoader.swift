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
    /// The registers as they were before.
    let known: Registers
    var summary = LoadSummary()
    /// Months that were published, each of an association.
    var published: [(association: AssociationID, publication: RotaDecision.Publication)] = []
    /// What only the database could tell: numbers too near to ones issued before.
    var faults: [TableFault] = []

    init(
        database: Database, options: LoadOptions, instant: Instant, randomness: Randomness, length: NumberLength,
        known: Registers
    ) {
        self.database = database
        self.options = options
        self.instant = instant
        self.randomness = randomness
        self.length = length
        self.known = known
    }

    mutating func load(_ book: SeedBook) throws {
        for hospital in book.hospitals { try registers.write(.hospital(hospital, from: instant)) }
        summary.hospitals += book.hospitals.count
        for folder in book.folders {
            try write(folder)
            try publish(folder)
        }
        // Cards that end come first: a patient's next one may only then be in force.
        let cards = book.folders.flatMap { folder in folder.cards.map { (folder: folder.name, card: $0) } }
        for (folder, card) in cards.filter({ !$0.card.life.state.isInForce }) { try write(card, folder) }
        for (folder, card) in cards.filter({ $0.card.life.state.isInForce }) { try write(card, folder) }
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
        try CardStore.write(CardRow(card: card, patientKey: key, action: .load, enteredBy: options.actor), database)
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
        if !known.associations.isEmpty, seed.number == nil { return .withoutNumber }
        if try !isSamePerson(seed.document) { return .otherPerson }
        return try isSecondInForce(seed) ? .secondInForce : nil
    }

    private mutating func refuse(_ seed: SeedCard, _ folder: String, _ fault: SeedCard.StoredFault) {
        faults.append(seed.fault(fault, file: "\(folder)/cards.json"))
    }
}
