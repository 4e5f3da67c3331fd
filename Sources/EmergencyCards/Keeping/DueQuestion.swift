public import DutyRota

/// Whose cards a list is of.
public enum CardScope: Hashable, Sendable {
    case association(AssociationID)
    /// Those whose attending or deputy physician somebody is; of one association, or of every one.
    case physician(PhysicianID, of: AssociationID?)
}

/// Which cards a register must give so that the rules find every entry. It may give more: the rules decide. Yellow cards in force are always
/// among them: for their reviews and agreements.
public struct DueQuestion: Hashable, Sendable {
    public let scope: CardScope
    /// Validity that ends on this day or before.
    public let validUntil: Day
    /// Suspended since this day or before.
    public let suspendedSince: Day
    /// Drafts entered before this day.
    public let draftedBefore: Day
    /// Cards that name one of these physicians.
    public let physicians: [PhysicianID]
    /// Cards on which calls have left something.
    public let flagged: [CardNumber]
}

extension DueRules {
    /// What to ask a register for.
    public func question(_ scope: CardScope) -> DueQuestion {
        DueQuestion(
            scope: scope, validUntil: day.adding(limits.renewalDays),
            suspendedSince: day.adding(-limits.suspendedDays),
            draftedBefore: day.adding(-limits.draftDays),
            physicians: registers.physicians.keys.filter { fault(of: $0) != nil }.sorted(),
            flagged: registers.flaggedCards)
    }
}
