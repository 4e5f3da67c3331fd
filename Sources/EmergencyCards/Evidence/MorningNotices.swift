public import DutyRota

/// What associations and attending physicians are told at nine in the morning of the night's calls: those who have none are told nothing.
public enum MorningNotices {
    private static let usefulHours: Int64 = 24

    /// `day`: the morning. A physician and an association are each told once of a morning.
    public static func notices(of calls: [MorningCall], on day: Day, at now: Instant) -> [Notice] {
        let real = calls.filter { !$0.call.subject.isRehearsal }
        let ofAssociations = Dictionary(grouping: real) { NoticeRecipient.association($0.call.subject.association) }
            .mapValues(MorningWords.summary)
        let owned = real.filter { $0.call.subject.attending != nil }
        let ofPhysicians = Dictionary(grouping: owned) { call -> NoticeRecipient? in
            call.call.subject.attending.map { .physician($0) }
        }.mapValues(MorningWords.ofPhysician)
        let told =
            ofAssociations.map { ($0.key, $0.value) } + ofPhysicians.compactMap { key, text in key.map { ($0, text) } }
        return told.sorted { $0.0.text < $1.0.text }.map { recipient, text in
            Notice(
                event: "morning:\(recipient.text):\(day)", kind: .morningSummary, recipient: recipient,
                subject: MorningWords.subject, text: text, madeAt: now,
                usefulUntil: now.adding(milliseconds: usefulHours * 3_600_000))
        }
    }
}
