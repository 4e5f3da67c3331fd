import DutyRota
import EmergencyCards
import GRDB

@testable import CardStore

extension StoreFixture {
    /// Two nights' calls about cards of each association: one that ended with a death, one that is open, and a rehearsal.
    func liveCalls() async throws {
        for association in ["shizuoka", "shimizu"] {
            let numbers = try await store.writer.read {
                try Int.fetchAll(
                    $0,
                    sql: "SELECT number FROM card WHERE association = ? AND state = 'active' ORDER BY number LIMIT 3",
                    arguments: [association])
            }
            for (index, number) in numbers.enumerated() {
                let subject = Call.Subject(
                    card: CardNumber(issued: number), association: AssociationID(association), colour: .green,
                    attending: association == "shizuoka" ? "P001" : "S001", deputy: index == 0 ? "S002" : nil,
                    isRehearsal: index == 2)
                try await call(about: subject, ends: index == 0)
            }
        }
    }

    /// A call in which the first step of its plan accepts; with `ends` it ends with a death.
    @discardableResult
    func call(about subject: Call.Subject, at instant: Instant = now, ends: Bool) async throws -> Call {
        let step = PlannedStep(
            id: "attending", kind: .attendingPhysician, skipped: nil, physician: subject.attending, hospital: nil,
            name: "試験　医師", callOrder: nil, numbers: ["054-000-0001"])
        let author = CallEntry.Author(key: "K9", person: "山田")
        let plan = CallPlan(from: instant, steps: [step], until: nil)
        var acts: [CallEntry.Act] = [
            .opened(plan, via: .number), .attempted(Attempt(step: step, outcome: .accepted, startedAt: instant)),
        ]
        if ends { acts += [.handedOver(note: "到着"), .closed(.deathCertified, note: "\"記録\"\n次の行")] }
        let entries = acts.enumerated().map { index, act in
            CallEntry(at: instant.adding(milliseconds: Int64(index) * 60_001), by: author, act: act)
        }
        return try await store.open(subject, repetition: nil, at: instant) { _, _ in CallDecision(entries: entries) }
    }
}
