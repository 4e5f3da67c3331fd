import DutyRota

/// Two states of what a card says, and the rules that lie between them.
struct CardRevision {
    let before: CardDocument
    let after: CardDocument
    /// As it was before.
    let life: CardLife
    let acknowledged: Set<Refusal.Code>
    /// The fields that differ.
    let touched: [String]

    init(before: CardDocument, after: CardDocument, life: CardLife, acknowledged: Set<Refusal.Code>) {
        self.before = before
        self.after = after
        self.life = life
        self.acknowledged = acknowledged
        touched = CardDifferences.between(before, after).map(\.field)
    }

    /// Throws `invalidFields`, `incomplete`, `possibleDuplicate`, `areaMismatch`.
    func check(_ file: CardFile, at desk: CardDesk) throws(Refusal) {
        try checkFixed(file)
        try checkComplete(at: desk)
        try checkPerson(file)
        try checkArea(desk.registers)
    }

    /// The card's life with the change: who has confirmed what it says now.
    func life(of card: Card, at desk: CardDesk) -> CardLife {
        var life = life
        life.validUntil = after.validUntil
        guard life.state.isInForce else { return life }
        if let physician = desk.attending(card) {
            life.confirmed = Confirmation(by: physician, on: desk.today)
        } else if touches("wish", "clinical", "hospitals", "consent", "attendingPhysician") {
            life.confirmed = nil
        }
        return life
    }

    /// What a card is, and whose: another colour or another patient is another card. A patient with a card in force is changed through that one,
    /// which must stay complete.
    private func checkFixed(_ file: CardFile) throws(Refusal) {
        let fixed = ["association", "colour", "patient.id"] + (life.state == .draft ? [] : ["training"])
        let isElsewhere = file.others.contains { $0.life.state.isInForce }
        let faults = touched.compactMap { field -> FieldFault? in
            if fixed.contains(field) { return FieldFault(field: field, message: CardWords.cannotChange) }
            guard isElsewhere, field.isPart(of: "patient") else { return nil }
            return FieldFault(field: field, message: CardWords.changedOnCardInForce)
        }
        guard faults.isEmpty else { throw Refusal(.invalidFields, errors: faults) }
    }

    /// A card in force must not become less complete. What was wrong before and is not touched is no reason to keep a new telephone number out.
    private func checkComplete(at desk: CardDesk) throws(Refusal) {
        let known = faults(of: before, at: desk)
        let found = faults(of: after, at: desk).filter { fault in
            !known.contains(fault) || touched.contains { $0.isPart(of: fault.field) || fault.field.isPart(of: $0) }
        }
        guard found.isEmpty else {
            throw Refusal(life.state == .draft ? .invalidFields : .incomplete, errors: found)
        }
    }

    private func faults(of document: CardDocument, at desk: CardDesk) -> [FieldFault] {
        let issuing = Issuing(document, registers: desk.registers)
        if life.state == .draft { return issuing.unknownReferences }
        let endless = document.validUntil == nil ? [FieldFault(field: "validUntil", message: FieldWords.missing)] : []
        return issuing.faults(on: desk.today) + endless
    }

    /// A correction leaves the person the same, and must not make them somebody else on the register. A patient of whom there are only drafts is
    /// asked about when a card is issued.
    private func checkPerson(_ file: CardFile) throws(Refusal) {
        guard touches("patient.kana", "patient.birthDate"), file.patient.hadCard,
            !acknowledged.contains(.possibleDuplicate)
        else { return }
        guard before.patient.mayBecome(after.patient) else {
            throw Refusal(.possibleDuplicate, field: "patient.id", FieldWords.otherPerson)
        }
        if file.patient.hasDouble { throw .double }
    }

    private func checkArea(_ registers: Registers) throws(Refusal) {
        guard life.state != .draft, touches("patient.address", "patient.area"), !acknowledged.contains(.areaMismatch)
        else { return }
        if let mismatch = Issuing(after, registers: registers).areaMismatch {
            throw Refusal(.areaMismatch, errors: [mismatch])
        }
    }

    private func touches(_ fields: String...) -> Bool {
        touched.contains { field in fields.contains { field.isPart(of: $0) } }
    }
}

extension String {
    /// Whether the field is another one or lies in it: `family[0].name` is part of `family`.
    fileprivate func isPart(of field: String) -> Bool {
        self == field || hasPrefix(field + ".") || hasPrefix(field + "[")
    }
}

extension Refusal {
    /// Another patient with the same kana and birth date.
    static var double: Refusal {
        Refusal(
            .possibleDuplicate,
            errors: ["patient.kana", "patient.birthDate"].map {
                FieldFault(field: $0, message: FieldWords.sameAsAnother)
            })
    }
}
