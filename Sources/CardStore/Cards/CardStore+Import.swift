public import DutyRota
public import EmergencyCards
import GRDB

extension CardStore {
    /// Enters several cards in one transaction, all of them or none, each as ``CardRegister/issue(patient:repetition:by:at:decide:)`` would
    /// behind those before it. Gives for each the card or why it is refused.
    ///
    /// Nothing is kept where one is refused, or where `isTrial` is set; the numbers are then of no card.
    public func enter(
        _ entries: [CardEntry], by actor: String, at instant: Instant, isTrial: Bool
    ) async throws -> [Result<Card, Refusal>] {
        let randomness = randomness
        return try await writer.writeWithoutTransaction { database in
            let writer = CardWriter(database: database, actor: actor, instant: instant, randomness: randomness)
            var results: [Result<Card, Refusal>] = []
            try database.inTransaction(.immediate) {
                results = try entries.map { entry in
                    do {
                        let issued = try Self.issue(patient: PatientKey(entry.document), by: writer) {
                            try entry.decide($0, on: instant.day)
                        }
                        return .success(issued.card)
                    } catch let refusal as Refusal { return .failure(refusal) }
                }
                let isWhole = results.allSatisfy { if case .success = $0 { true } else { false } }
                return isWhole && !isTrial ? .commit : .rollback
            }
            return results
        }
    }
}
