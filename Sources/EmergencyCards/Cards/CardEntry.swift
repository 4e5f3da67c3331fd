public import DutyRota

/// Somebody's wish to enter a card, with the rules that decide what becomes of it.
public struct CardEntry: Sendable {
    public let document: CardDocument
    /// What the person has seen and accepts all the same.
    public let acknowledged: Set<Refusal.Code>
    public let isDraft: Bool
    public let holder: KeyHolder

    public init(document: CardDocument, acknowledged: Set<Refusal.Code>, isDraft: Bool, holder: KeyHolder) {
        self.document = document
        self.acknowledged = acknowledged
        self.isDraft = isDraft
        self.holder = holder
    }

    /// The refusals that may be acknowledged.
    public static let acknowledgeable: Set<Refusal.Code> = [.areaMismatch, .possibleDuplicate]

    /// What can be said before the patient's file is open: whether the holder may, whether the document is complete.
    public func check(registers: Registers, on today: Day) throws(Refusal) {
        try checkAccess(registers)
        let issuing = Issuing(document, registers: registers)
        let unknown = issuing.unknownReferences
        if isDraft {
            guard unknown.isEmpty else { throw Refusal(.invalidFields, errors: unknown) }
            return
        }
        let faults = issuing.faults(on: today)
        guard faults.isEmpty else { throw Refusal(.incomplete, errors: faults) }
        if let mismatch = issuing.areaMismatch, !acknowledged.contains(.areaMismatch) {
            throw Refusal(.areaMismatch, errors: [mismatch])
        }
    }

    /// A physician's card that names no attending physician goes on, to be refused with all that is missing.
    private func checkAccess(_ registers: Registers) throws(Refusal) {
        if holder.role == .physician, document.attendingPhysician == nil, !isDraft { return }
        try Access(holder).mayEnter(document, registers: registers)
    }

    /// What is to be written, given the patient's file.
    public func decide(_ file: PatientFile, on today: Day) throws(Refusal) -> CardDecision {
        if document.patient.id != nil {
            // Who may not know the patient is told what is told of somebody who is not there.
            guard let last = file.last, Access(holder).knows(file.cards) else {
                throw Refusal(
                    .invalidFields, hiding: file.last == nil ? nil : .notYours,
                    errors: [FieldFault(field: "patient.id", message: FieldWords.unknownPatient)])
            }
            guard last.life.endedReason != .deceased else {
                throw Refusal(.invalidFields, field: "patient.id", CardWords.deceased)
            }
            if !isDraft { try checkPerson(last.document.patient) }
        }
        if isDraft {
            let life = CardLife(state: .draft, validUntil: document.validUntil)
            return CardDecision(new: NewCard(.draft, document: document, life: life), changes: [])
        }
        if file.hasDouble, isNew(file), !acknowledged.contains(.possibleDuplicate) { throw .double }
        let superseded = try file.inForce.map { card throws(Refusal) in try supersede(card, on: today) }
        return CardDecision(
            new: NewCard(.issue, document: document, life: life(on: today)), changes: superseded.map { [$0] } ?? [])
    }

    /// Whether somebody like the patient is worth asking about: their first card, or a card that corrects who they are.
    private func isNew(_ file: PatientFile) -> Bool {
        guard let known = file.last?.document.patient, file.hadCard else { return true }
        return !known.isSamePerson(as: document.patient)
    }

    /// A known patient must be the same person: a slip in the identifier must not put one patient's wish on another's card.
    private func checkPerson(_ known: PatientDetails) throws(Refusal) {
        guard known.isSamePerson(as: document.patient) || acknowledged.contains(.possibleDuplicate) else {
            throw Refusal(
                .possibleDuplicate, errors: [FieldFault(field: "patient.id", message: FieldWords.otherPerson)])
        }
    }

    /// The other colour takes the place of the card in force; the same colour is refused, and an unconfirmed entry of the office never
    /// takes the place of a confirmed card.
    private func supersede(_ card: Card, on today: Day) throws(Refusal) -> CardChange {
        try Access(holder).may(.supersede, card.document)
        guard card.document.colour != document.colour, confirmation(on: today) != nil || card.life.confirmed == nil
        else { throw Refusal(.activeCardExists) }
        return CardChange(.supersede, of: card, life: card.life.ended(.superseded, on: today))
    }

    private func life(on today: Day) -> CardLife {
        CardLife(
            state: .active, issuedOn: today, validUntil: document.validUntil ?? .aYear(from: today),
            reviewedOn: today, confirmed: confirmation(on: today))
    }

    /// The attending physician confirms by issuing; the office's entry waits for it.
    private func confirmation(on today: Day) -> Confirmation? {
        guard case .physician(let physician) = holder.scope else { return nil }
        return Confirmation(by: physician, on: today)
    }
}

extension CardEntry {
    /// Reads a card document with its `acknowledge`; nil where even association or colour cannot be read.
    public static func read(_ reader: inout ObjectReader, isDraft: Bool, holder: KeyHolder) -> CardEntry? {
        let acknowledged = readAcknowledged(&reader)
        return CardDocument.read(&reader).map {
            CardEntry(document: $0, acknowledged: acknowledged, isDraft: isDraft, holder: holder)
        }
    }

    /// Reads `acknowledge`: what the person has seen and accepts all the same.
    static func readAcknowledged(_ reader: inout ObjectReader) -> Set<Refusal.Code> {
        Set(
            reader.texts("acknowledge", RequestWords.cannotBeAcknowledged) { word in
                acknowledgeable.first { $0.rawValue == word }
            })
    }
}
