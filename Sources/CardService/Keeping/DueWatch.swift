import DutyRota
import EmergencyCards
import Synchronization

/// Counts the cards that somebody must look after, over all associations. It counts anew every five minutes at the most, and whoever asks
/// meanwhile gets the counts of before.
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
        var isCounting = false
    }

    private let source: any RegisterSource
    private let keeping: any CardKeeping
    private let state = Mutex(State())
    private static let interval: Int64 = 5 * 60_000

    init(source: any RegisterSource, keeping: any CardKeeping) {
        self.source = source
        self.keeping = keeping
    }

    /// The counts, none older than five minutes unless somebody is counting; a reason without cards is counted as none.
    func findings(at now: Instant) async -> [Finding] {
        let mustCount = state.withLock { state in
            let age = state.countedAt.map { now.milliseconds - $0.milliseconds }
            guard !state.isCounting, age.map({ $0 < 0 || $0 >= Self.interval }) ?? true else { return false }
            state.isCounting = true
            return true
        }
        if mustCount {
            let counted = try? await count(at: now)
            state.withLock { state in
                state.isCounting = false
                if let counted { (state.findings, state.countedAt) = (counted, now) }
            }
        }
        return state.withLock { $0.findings }
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
