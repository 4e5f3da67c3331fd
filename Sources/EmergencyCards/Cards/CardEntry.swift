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
        let faults = unknown + issuing.missing + impossibleDates(on: today) + leftPhysicians(registers, on: today)
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
    public func decide(_ file: PatientFile, on today: Day) throws(Refusal) -> IssueDecision {
        if document.patient.id != nil {
            guard let last = file.last else {
                throw Refusal(
                    .invalidFields, errors: [FieldFault(field: "patient.id", message: FieldWords.unknownPatient)])
            }
            if holder.role == .physician { try Access(holder).mayRead(last.document) }
            if !isDraft { try checkPerson(last.document.patient) }
        }
        if isDraft {
            let life = CardLife(state: .draft, validUntil: document.validUntil)
            return IssueDecision(document: document, life: life, action: .draft, superseded: nil)
        }
        if file.hasDouble, !acknowledged.contains(.possibleDuplicate) {
            throw Refusal(
                .possibleDuplicate,
                errors: ["patient.kana", "patient.birthDate"].map {
                    FieldFault(field: $0, message: FieldWords.sameAsAnother)
                })
        }
        let superseded = try file.inForce.map { card throws(Refusal) in try supersede(card, on: today) }
        return IssueDecision(document: document, life: life(on: today), action: .issue, superseded: superseded)
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
        guard card.document.colour != document.colour, confirmation(on: today) != nil || card.life.confirmed == nil
        else { throw Refusal(.activeCardExists) }
        return CardChange(.supersede, of: card, life: card.life.ended(.superseded, on: today))
    }

    private func life(on today: Day) -> CardLife {
        CardLife(
            state: .active, issuedOn: today, validUntil: document.validUntil ?? today.adding(months: 12).adding(-1),
            reviewedOn: today, confirmed: confirmation(on: today))
    }

    /// The attending physician confirms by issuing; the office's entry waits for it.
    private func confirmation(on today: Day) -> Confirmation? {
        guard case .physician(let physician) = holder.scope else { return nil }
        return Confirmation(by: physician, on: today)
    }

    private func impossibleDates(on today: Day) -> [FieldFault] {
        let past =
            [
                ("patient.birthDate", document.patient.birthDate), ("wish.confirmedOn", document.wish.confirmedOn),
                ("consent.givenOn", document.consent.givenOn), ("clinical.lastVisitOn", document.clinical.lastVisitOn),
            ] + document.hospitals.enumerated().map { ("hospitals[\($0.offset)].agreedOn", $0.element.agreedOn) }
        return past.filter { $0.1.map { $0 > today } ?? false }
            .map { FieldFault(field: $0.0, message: FieldWords.afterToday) }
            + (document.validUntil.map { $0 < today } ?? false
                ? [FieldFault(field: "validUntil", message: FieldWords.beforeToday)] : [])
    }

    private func leftPhysicians(_ registers: Registers, on today: Day) -> [FieldFault] {
        [("attendingPhysician", document.attendingPhysician), ("deputyPhysician", document.deputyPhysician)]
            .filter { _, id in id.flatMap { registers.physicians[$0] }.map { !$0.isActive(on: today) } ?? false }
            .map { FieldFault(field: $0.0, message: FieldWords.physicianLeft) }
    }
}
