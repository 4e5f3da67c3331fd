public import DutyRota

/// Notices about cards that somebody opened. They are made afterwards, from the record: no look-up waits for them.
public enum EvidenceNotices {
    /// How long a look-up is waited with before its physician is told, in minutes: where a call about the card follows, its closing tells more.
    public static let waitMinutes: Int64 = 30
    /// A look-up that is gathered later than this, in hours, is told to nobody: it has been news too long.
    public static let newsHours: Int64 = 24
    private static let usefulHours: Int64 = 72

    /// To the attending physician: the card was looked up that night, so many times. One for each card and night.
    public static func lookedUp(
        _ card: CardNumber, times: Int, firstAt: Instant, night: Night, to physician: PhysicianID, at now: Instant
    ) -> Notice {
        Notice(
            event: "lookup:\(card.text):\(night.day)", kind: .cardLookedUp, recipient: .physician(physician),
            subject: EvidenceWords.lookedUpSubject,
            text: EvidenceWords.lookedUp(card, times: times, firstAt: firstAt), madeAt: now,
            usefulUntil: now.adding(milliseconds: usefulHours * 3_600_000))
    }

    /// To the attending physician: a hospital opened the card by its number. One for each card, hospital and night.
    public static func openedByHospital(
        _ card: CardNumber, hospital: HospitalID?, name: String?, openedAt: Instant, to physician: PhysicianID,
        at now: Instant
    ) -> Notice {
        Notice(
            event: "hospital:\(card.text):\(hospital?.text ?? "-"):\(Night(of: openedAt).day)",
            kind: .hospitalOpenedCard, recipient: .physician(physician), subject: EvidenceWords.openedSubject,
            text: EvidenceWords.opened(card, by: name, at: openedAt), madeAt: now,
            usefulUntil: now.adding(milliseconds: usefulHours * 3_600_000))
    }
}
