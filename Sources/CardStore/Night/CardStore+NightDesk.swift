public import DutyRota
public import EmergencyCards
import GRDB

extension CardStore: NightDesk {
    public func marks() throws -> NightMarks {
        let since = clock.now().adding(milliseconds: -NightFile.kept)
        return try nightFile().readers.read { try NightMarks.read(since: since, $0) }
    }

    public func change(
        by actor: String, at instant: Instant, decide: @Sendable (NightMarks, Instant) throws -> NightDecision
    ) async throws -> NightDecision {
        do {
            let decision = try await written(at: instant, decide: decide)
            // A spoilt file may take what it never gives back: nobody must believe then that somebody is no longer called.
            guard try marks().hold(decision) else { throw Refusal(.unavailable) }
            return decision
        } catch is DatabaseError { throw Refusal(.unavailable) }
    }

    private func written(
        at instant: Instant, decide: @Sendable (NightMarks, Instant) throws -> NightDecision
    ) async throws -> NightDecision {
        try await nightFile().writer.write { database in
            let marks = try NightMarks.read(since: instant.adding(milliseconds: -NightFile.kept), database)
            let decision = try decide(marks, instant)
            try decision.write(database)
            return decision
        }
    }
}

extension NightMarks {
    /// Whether what was decided is among these.
    fileprivate func hold(_ decision: NightDecision) -> Bool {
        let lifted =
            unavailabilities.filter { $0.lift != nil }.map(\.id) + fullHospitals.filter { $0.lift != nil }.map(\.id)
        return Set(decision.marks.unavailabilities.map(\.id)).isSubset(of: unavailabilities.map(\.id))
            && Set(decision.marks.fullHospitals.map(\.id)).isSubset(of: fullHospitals.map(\.id))
            && Set(decision.lifts.keys).isSubset(of: lifted)
    }
}
