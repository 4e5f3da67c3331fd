import DutyRota
import EmergencyCards
import Synchronization

/// Counts the cards that somebody must look after, over all associations, beside whatever else is done: every five minutes at the most, and
/// whoever asks meanwhile gets the counts of before. In a very large register counting takes seconds, for which no readiness may wait.
final class DueWatch: Sendable {
    /// Cards on the list for one reason in one association.
    struct Finding: Sendable {
        let association: Association
        let reason: DueReason
        let cards: Int
    }

    private struct State {
        var findings: [Finding] = []
        var countedAt: Instant?
        var counting: Task<Void, Never>?
    }

    private let source: any RegisterSource
    private let keeping: any CardKeeping
    private let state = Mutex(State())
    private static let interval: Int64 = 5 * 60_000

    init(source: any RegisterSource, keeping: any CardKeeping) {
        self.source = source
        self.keeping = keeping
    }

    /// What was counted last; where that is old, counting begins. Nothing before the first count is over.
    func known(at now: Instant) -> [Finding] {
        state.withLock { state in
            let age = state.countedAt.map { now.milliseconds - $0.milliseconds }
            if state.counting == nil, age.map({ $0 < 0 || $0 >= Self.interval }) ?? true {
                state.counting = Task { await self.recount(at: now) }
            }
            return state.findings
        }
    }

    /// The same, once something has been counted.
    func counted(at now: Instant) async -> [Finding] {
        _ = known(at: now)
        let first = state.withLock { $0.countedAt == nil ? $0.counting : nil }
        await first?.value
        return state.withLock { $0.findings }
    }

    private func recount(at now: Instant) async {
        let counted = try? await count(at: now)
        state.withLock { state in
            state.counting = nil
            if let counted { (state.findings, state.countedAt) = (counted, now) }
        }
    }

    private func count(at now: Instant) async throws -> [Finding] {
        let registers = try source.registers()
        let rules = DueRules(registers: registers, on: now.day)
        var findings: [Finding] = []
        for association in registers.associations {
            let due = rules.list(try await keeping.candidates(rules.question(.association(association.id))))
            findings += due.counted.map { Finding(association: association, reason: $0.reason, cards: $0.cards) }
        }
        return findings
    }
}
