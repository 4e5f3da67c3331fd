public import DutyRota

/// Several folders, checked together: what one says of itself and what they say of one another.
public struct SeedBook: Sendable {
    public var folders: [SeedFolder]

    public init(folders: [SeedFolder]) {
        self.folders = folders
    }

    /// Hospitals of all folders, each once.
    public var hospitals: [Hospital] {
        folders.flatMap(\.hospitals).reduce(into: []) { known, hospital in
            if !known.contains(where: { $0.id == hospital.id }) { known.append(hospital) }
        }
    }

    /// The registers that the folders make.
    public func registers(numberLength: NumberLength) -> Registers {
        Registers(numberLength: numberLength, books: folders.map(\.book), hospitals: hospitals)
    }

    /// Every fault that shows only when the folders are seen together or cards are held against the registers.
    ///
    /// `known` holds what an installation has already, where the folders are to be merged into it.
    public func faults(numberLength: NumberLength, known: Registers? = nil) -> [TableFault] {
        let registers =
            known.map { merged(into: $0, numberLength: numberLength) } ?? registers(numberLength: numberLength)
        return repeatedAssociations + repeatedPhysicians + differingHospitals
            + folders.flatMap { folder in
                folder.cards.flatMap { faults(of: $0, in: folder, registers: registers, numberLength: numberLength) }
            } + repeatedNumbers + repeatedInForce + differingPersons
    }

    private func merged(into known: Registers, numberLength: NumberLength) -> Registers {
        let own = Set(folders.map(\.association.id))
        let others = known.associations.filter { !own.contains($0.id) }.compactMap { known.books[$0.id] }
        let kept = known.hospitals.values.filter { hospital in !hospitals.contains { $0.id == hospital.id } }
        let books = folders.map { folder in
            let staying = known.books[folder.association.id]?.physicians.values.filter { old in
                !folder.physicians.contains { $0.id == old.id }
            }
            return RotaBook(
                association: folder.association, calendar: folder.calendar, slots: folder.slots, months: [],
                physicians: folder.physicians + (staying ?? []), slotTelephones: folder.slotTelephones)
        }
        return Registers(numberLength: numberLength, books: others + books, hospitals: kept + hospitals)
    }

    private func faults(
        of card: SeedCard, in folder: SeedFolder, registers: Registers, numberLength: NumberLength
    ) -> [TableFault] {
        let issuing = Issuing(card.document, registers: registers)
        var faults = issuing.unknownReferences
        if card.document.association != folder.association.id {
            faults.append(FieldFault(field: "association", message: SeedWords.otherAssociation))
        }
        if let number = card.number, number.length != numberLength {
            faults.append(FieldFault(field: "number", message: SeedWords.otherLength(numberLength.rawValue)))
        }
        if card.life.state.isInForce {
            faults += issuing.missing
            if !card.acknowledged.contains(.areaMismatch), let mismatch = issuing.areaMismatch {
                faults.append(mismatch)
            }
        }
        return faults.map { fault(card, folder, $0.field, $0.message) }
    }

    private var repeatedAssociations: [TableFault] {
        folders.enumerated().filter { index, folder in
            folders[..<index].contains { $0.association.id == folder.association.id }
        }.map { _, folder in
            TableFault(
                file: "\(folder.name)/association.json", row: nil, column: "id",
                message: SeedWords.repeatedID(folder.association.id.text))
        }
    }

    private var repeatedPhysicians: [TableFault] {
        folders.enumerated().flatMap { index, folder in
            let before = Set(folders[..<index].flatMap(\.physicians).map(\.id))
            return folder.physicians.filter { before.contains($0.id) }.map {
                TableFault(
                    file: "\(folder.name)/physicians.csv", row: nil, column: "id",
                    message: SeedWords.repeatedID($0.id.text))
            }
        }
    }

    /// The same identifier in two folders is one hospital and must be the same row.
    private var differingHospitals: [TableFault] {
        folders.flatMap { folder in
            folder.hospitals.filter { hospital in
                hospitals.contains { $0.id == hospital.id && !$0.isSameRow(as: hospital) }
            }.map {
                TableFault(
                    file: "\(folder.name)/hospitals.csv", row: nil, column: "id",
                    message: SeedWords.differingHospital($0.id.text))
            }
        }
    }

    /// Numbers that are the same as, or lie within two digits of, one that stands before.
    private var repeatedNumbers: [TableFault] {
        var known: Set<CardNumber> = []
        return folders.flatMap { folder in
            folder.cards.compactMap { card in
                guard let number = card.number else { return nil }
                defer { known.insert(number) }
                let isTaken = known.contains(number) || number.neighbours.contains(where: known.contains)
                return isTaken ? fault(card, folder, "number", SeedWords.numberTaken) : nil
            }
        }
    }

    private var repeatedInForce: [TableFault] {
        var known: Set<PatientID> = []
        return folders.flatMap { folder in
            folder.cards.filter { $0.life.state.isInForce }.compactMap { card in
                guard let patient = card.document.patient.id else { return nil }
                return known.insert(patient).inserted ? nil : fault(card, folder, "patient.id", SeedWords.secondInForce)
            }
        }
    }

    /// Cards of one patient identifier that name different people: one's wish would be shown for the other.
    private var differingPersons: [TableFault] {
        var known: [PatientID: CardDocument] = [:]
        return folders.flatMap { folder in
            folder.cards.compactMap { card in
                guard let id = card.document.patient.id else { return nil }
                guard let first = known[id] else {
                    known[id] = card.document
                    return nil
                }
                let isSame =
                    first.association == card.document.association
                    && first.patient.isSamePerson(as: card.document.patient)
                return isSame ? nil : fault(card, folder, "patient.id", SeedWords.otherPerson)
            }
        }
    }

    private func fault(_ card: SeedCard, _ folder: SeedFolder, _ field: String, _ message: String) -> TableFault {
        TableFault(file: "\(folder.name)/cards.json", row: card.position, column: field, message: message)
    }
}

extension Telephone {
    /// Whether the number comes from the hospital's own row.
    fileprivate var isOfRow: Bool { [SeedWords.mainNumber, SeedWords.nightNumber].contains(label) }
}

extension Hospital {
    /// Whether two rows say the same; further telephones may differ, they come from another file.
    fileprivate func isSameRow(as other: Hospital) -> Bool {
        name == other.name && entrance == other.entrance && email == other.email && address == other.address
            && telephones.filter(\.isOfRow) == other.telephones.filter(\.isOfRow)
    }
}
