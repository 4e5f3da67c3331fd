import DutyRota
import EmergencyCards
import GRDB

extension HistoryLoader {
    /// Enters a patient as the register would, with all that is made from them.
    mutating func enterPatient(_ values: [DatabaseValue], _ source: Source, _ database: Database) throws {
        let texts = values.map { String.fromDatabaseValue($0) }
        guard let id = texts[0] else { return }
        guard keys[id] == nil else { throw HistoryFault(message: ArchiveWords.repeated) }
        var patient = PatientDetails()
        patient.id = PatientID(id)
        patient.name = texts[1]
        patient.kana = texts[2]
        patient.birthDate = texts[3].flatMap { Day($0) }
        patient.sex = texts[4].flatMap(PatientDetails.Sex.init)
        patient.postalCode = texts[5]
        patient.address = texts[6]
        patient.area = texts[7].map { AreaID($0) }
        patient.doorNotes = texts[8]
        patient.telephones = StringTable(encoded: texts[9] ?? "").column
        guard (texts[3] == nil) == (patient.birthDate == nil), (texts[4] == nil) == (patient.sex == nil) else {
            throw HistoryFault(message: ArchiveWords.impossible)
        }
        keys[id] = try CardStore.write(patient, id: PatientID(id), of: source.manifest.association, database)
    }

    /// Takes a number for ever, and keeps in mind whose it is.
    mutating func enterNumber(
        _ values: [DatabaseValue], _ source: Source, _ row: Int, _ database: Database
    ) throws {
        guard let value = Int.fromDatabaseValue(values[0]) else { return }
        let number = CardNumber(issued: value)
        guard number.length == source.manifest.numberLength else {
            throw HistoryFault(message: ArchiveWords.otherLength)
        }
        guard try CardStore.isFree(number, database) else { throw HistoryFault(message: ArchiveWords.numberTaken) }
        try CardStore.reserve(number, database)
        guard let patient = String.fromDatabaseValue(values[1]) else { return }
        guard keys[patient] != nil else { throw HistoryFault(message: ArchiveWords.unknownPatient) }
        patients[source.folder.name, default: [:]][value] = (row, patient)
    }

    /// Takes the next version; with another card's first the one before is entered.
    mutating func enterVersion(
        _ values: [DatabaseValue], _ source: Source, _ row: Int, _ database: Database
    ) throws {
        guard let text = String.fromDatabaseValue(values[3]), let value = JSONParser.value(of: Array(text.utf8)),
            let card = Card(value)
        else { throw HistoryFault(message: ArchiveWords.notACard) }
        guard card.document.association == source.manifest.association else {
            throw HistoryFault(message: ArchiveWords.otherAssociation)
        }
        if pending.last?.card.number != card.number {
            try finishCard(source, database)
            guard patients[source.folder.name]?[card.number.value] != nil else {
                throw HistoryFault(message: ArchiveWords.unknownNumber)
            }
        }
        let due = (pending.last?.card.version ?? 0) + 1
        pending.append(Version(row: row, card: card, columns: values))
        guard card.version == due else { throw HistoryFault(message: ArchiveWords.version(card.version, due)) }
    }

    /// Enters the card of which all versions have been read: as the last one says, and every version as the file has it.
    private mutating func finishCard(_ source: Source, _ database: Database) throws {
        defer { pending = [] }
        guard let last = pending.last,
            let known = patients[source.folder.name]?.removeValue(forKey: last.card.number.value),
            let key = keys[known.patient]
        else { return }
        do {
            try CardStore.write(
                CardRow(card: last.card, patientKey: key, action: .load, enteredBy: ""), database)
            for version in pending {
                try database.cachedStatement(sql: Self.versionInsert).execute(
                    arguments: StatementArguments(
                        [
                            version.card.number.value.databaseValue, version.card.version.databaseValue,
                            version.card.enteredAt.milliseconds.databaseValue,
                        ] + version.columns))
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            faults.append(
                TableFault(file: source.name("history/card-versions.json"), row: last.row, message: error.inWords))
        }
    }

    private static let versionInsert =
        """
        INSERT OR REPLACE INTO card_version (number, version, entered_ms, entered_by, action, reason, document)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    /// Ends a folder's versions: every number must have had some.
    mutating func finish(_ source: Source, _ database: Database) throws {
        try finishCard(source, database)
        let missing = (patients[source.folder.name] ?? [:]).values.map(\.row).sorted().prefix(Self.enough)
        faults += missing.map {
            TableFault(
                file: source.name("history/numbers.json"), row: $0, column: "number", message: ArchiveWords.noVersion)
        }
    }
}
