import DutyRota
import EmergencyCards

/// Looks after the outboxes: what lies in them, and whom nobody can tell anything.
struct NoticeWatch: Sendable {
    let source: any RegisterSource
    let outboxes: [any Outbox]
    let settings: NoticeSettings

    /// Of all outboxes together. Throws where one cannot be read.
    func counts() throws -> OutboxCounts {
        try outboxes.reduce(OutboxCounts()) { $0.adding(try $1.counts()) }
    }

    /// What somebody must see to. It names no person: whoever asks needs no key.
    func warnings() -> [ReadinessWarning] {
        guard let counts = try? counts(), let registers = try? source.registers() else { return [] }
        let stuck = settings.missing.reduce(0) { $0 + (counts.waiting[$1] ?? 0) }
        let offices = registers.unreachableOffices.map { office in
            ReadinessWarning(
                slug: "notice-recipient-missing",
                message: OperationsWords.noRecipient(registers.name(of: office)))
        }
        return offices
            + [
                counts.dead > 0
                    ? ReadinessWarning(slug: "notices-dead", message: OperationsWords.deadNotices(counts.dead)) : nil,
                stuck > 0
                    ? ReadinessWarning(slug: "notice-channel-missing", message: OperationsWords.stuckNotices(stuck))
                    : nil,
            ].compactMap(\.self)
    }
}
