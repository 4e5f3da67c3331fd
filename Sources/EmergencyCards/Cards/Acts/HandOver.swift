public import DutyRota

/// A physician leaves and others take over: all their cards at once, in force and drafts, each a new version.
///
/// The confirmation stays as it is: the patient's wish was heard and confirmed by the physician who leaves, and a change of physician does not unmake
/// it. A sentence that called hundreds of cards unconfirmed on the same night would be wrong and would be learnt to be passed over. Whose word it
/// was stays readable in the card, and the physician who takes over confirms when they have seen the patient.
public struct HandOver: Sendable {
    public let from: PhysicianID
    /// Who takes the patients.
    public let to: PhysicianID
    /// Who becomes deputy where the one who leaves is.
    public let deputy: PhysicianID
    public let reason: String

    public init(from: PhysicianID, to: PhysicianID, deputy: PhysicianID? = nil, reason: String) {
        self.from = from
        self.to = to
        self.deputy = deputy ?? to
        self.reason = reason
    }

    /// Reads `{"to", "deputyTo", "reason"}`; without `deputyTo` the same physician takes both.
    public static func read(_ reader: inout ObjectReader, from physician: PhysicianID) -> HandOver? {
        let to = reader.required("to") { $0.text($1) }
        let deputy = reader.text("deputyTo")
        let reason = reader.required("reason") { $0.text($1, maximum: 200) }
        return to.flatMap { to in
            reason.map {
                HandOver(from: physician, to: PhysicianID(to), deputy: deputy.map { PhysicianID($0) }, reason: $0)
            }
        }
    }

    /// Whether those who take over can: members of the association, with a number that can be dialled. Throws `invalidFields` that names each who
    /// can't.
    public func check(of association: AssociationID, registers: Registers, on today: Day) throws(Refusal) {
        let faults = [("to", to), ("deputyTo", deputy)].prefix(deputy == to ? 1 : 2).compactMap { field, id in
            fault(of: id, of: association, registers: registers, on: today).map {
                FieldFault(field: field, message: $0)
            }
        }
        guard faults.isEmpty else { throw Refusal(.invalidFields, errors: Array(faults)) }
    }

    /// What becomes of the cards that name the physician who leaves and are not ended.
    public func decide(_ cards: [Card]) -> [CardChange] {
        cards.filter { $0.life.state != .ended }.compactMap { card in
            var document = card.document
            if document.attendingPhysician == from { document.attendingPhysician = to }
            if document.deputyPhysician == from { document.deputyPhysician = deputy }
            // Nobody is their own deputy.
            if document.deputyPhysician == document.attendingPhysician { document.deputyPhysician = nil }
            guard document != card.document else { return nil }
            return CardChange(.handOver, of: card, document: document, life: card.life, reason: reason)
        }
    }

    private func fault(
        of id: PhysicianID, of association: AssociationID, registers: Registers, on today: Day
    ) -> String? {
        if id == from { return CardWords.samePhysician }
        guard let physician = registers.physicians[id] else { return FieldWords.unknownPhysician }
        if physician.association != association { return CardWords.otherAssociation }
        if !physician.isActive(on: today) { return FieldWords.physicianLeft }
        return physician.telephones.isEmpty ? FieldWords.physicianWithoutTelephone : nil
    }
}
