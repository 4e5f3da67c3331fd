import DutyRota
import EmergencyCards
import Synchronization

/// The outbox in memory: as little as keeps the rules, for the tests that hold over any store.
final class MemoryOutbox: Outbox, Sendable {
    private let rows = Mutex<[DeliveryRecord]>([])

    func put(_ delivery: Delivery) {
        rows.withLock { rows in
            let isKnown = rows.contains {
                $0.delivery.notice.event == delivery.notice.event
                    && $0.delivery.notice.recipient == delivery.notice.recipient
                    && $0.delivery.address == delivery.address
            }
            if !isKnown {
                rows.append(
                    DeliveryRecord(delivery: delivery, progress: DeliveryProgress(madeAt: delivery.notice.madeAt)))
            }
        }
    }

    func claim(at now: Instant, channels: Set<NoticeAddress.Channel>, limit: Int) async throws -> [Delivery] {
        rows.withLock { rows in
            let waiting = rows.filter {
                $0.progress.state == .waiting && channels.contains($0.delivery.address.channel)
            }
            let lines = Dictionary(grouping: waiting) {
                [$0.delivery.notice.recipient.text, $0.delivery.address.target]
            }
            .values.compactMap { records in
                records.first.map { first in
                    OutboxLine(
                        recipient: first.delivery.notice.recipient, address: first.delivery.address,
                        entries: records.map {
                            OutboxLine.Entry(
                                id: $0.delivery.id, usefulUntil: $0.delivery.notice.usefulUntil,
                                nextAt: $0.progress.nextAt, isClaimed: $0.progress.claimedAt != nil)
                        })
                }
            }
            for entry in lines.flatMap({ $0.expired(at: now) }) {
                rows.change(entry.id) { $0.settled(.tooLate, at: now, OutboxRules()) }
            }
            let due = lines.compactMap { $0.due(at: now)?.id }.sorted().prefix(limit)
            for id in due { rows.change(id) { $0.claimed(at: now) } }
            return due.compactMap { id in rows.first { $0.delivery.id == id }?.delivery }
        }
    }

    func settle(_ id: String, _ outcome: DeliveryOutcome, at now: Instant, _ rules: OutboxRules) async throws {
        rows.withLock { $0.change(id) { $0.settled(outcome, at: now, rules) } }
    }

    func recover(at now: Instant, _ rules: OutboxRules) async throws {
        rows.withLock { rows in
            for row in rows where row.progress.claimedAt != nil {
                rows.change(row.delivery.id) { $0.settled(.unknown, at: now, rules) }
            }
        }
    }

    func deliveries(_ question: DeliveryQuestion) throws -> [DeliveryRecord] {
        let found = rows.withLock { $0 }.filter { row in
            (question.state.map { $0 == row.progress.state } ?? true)
                && (question.recipients?.contains(row.delivery.notice.recipient) ?? true)
                && (question.id.map { $0 == row.delivery.id } ?? true)
                && (question.before.map { row.delivery.id < $0 } ?? true)
        }
        return Array(found.sorted { $0.delivery.id > $1.delivery.id }.prefix(question.limit))
    }

    func resend(
        _ id: String, decide: @Sendable (DeliveryRecord) throws -> DeliveryResending
    ) async throws -> DeliveryRecord? {
        try rows.withLock { rows in
            guard let index = rows.firstIndex(where: { $0.delivery.id == id }) else { return nil }
            let resending = try decide(rows[index])
            let old = rows[index].delivery
            let notice = Notice(
                event: old.notice.event, kind: old.notice.kind, recipient: old.notice.recipient,
                subject: old.notice.subject, text: old.notice.text, madeAt: old.notice.madeAt,
                usefulUntil: resending.usefulUntil, isRehearsal: old.notice.isRehearsal)
            rows[index] = DeliveryRecord(
                delivery: Delivery(id: id, notice: notice, address: old.address), progress: resending.progress)
            return rows[index]
        }
    }

    func counts() throws -> OutboxCounts {
        var counts = OutboxCounts()
        for row in rows.withLock({ $0 }) {
            if row.progress.state == .waiting { counts.waiting[row.delivery.address.channel, default: 0] += 1 }
            if row.progress.state == .dead { counts.dead += 1 }
        }
        counts.oldest = rows.withLock { $0 }.filter { $0.progress.state == .waiting }.map(\.delivery.notice.madeAt)
            .min()
        return counts
    }

    func erase(at now: Instant, _ rules: OutboxRules) async throws {
        rows.withLock { rows in
            rows.removeAll { row in
                let days = row.progress.state == .sent ? rules.keptSentDays : rules.keptFailedDays
                return row.progress.settledAt.map { $0.adding(milliseconds: days * 86_400_000) < now } ?? false
            }
        }
    }
}

extension [DeliveryRecord] {
    fileprivate mutating func change(_ id: String, _ changed: (DeliveryProgress) -> DeliveryProgress) {
        guard let index = firstIndex(where: { $0.delivery.id == id }) else { return }
        self[index] = DeliveryRecord(delivery: self[index].delivery, progress: changed(self[index].progress))
    }
}
