import DutyRota
import EmergencyCards

@testable import CardStore

extension NightYear {
    /// Somebody tries a step: mostly the one that is lit, sometimes another, sometimes one that is gone; now and then several people at once.
    func attempt(_ id: CallID, _ card: Card) async throws {
        guard let before = try store.call(id) else { return ledger.faults.append("\(id): a call has vanished") }
        let desks = try (chance(10) ? Self.people : [pick(Self.people) ?? "甲"]).map { try desk(card, $0) }
        guard let plan = desks.first?.planner.steps(at: time.now) else { return }
        let situation = CallSituation(before, plan: plan, at: time.now, rules: rules)
        let lit = situation.lit.map(\.step)
        let old = before.plans.flatMap(\.steps).map(\.id)
        let step = (chance(75) ? pick(lit) : nil) ?? pick(chance(50) ? plan.map(\.id) : old) ?? "nobody"
        let (store, now) = (store, time.now)
        let requests = desks.map { _ in request(step, before) }
        let calls = try await withThrowingTaskGroup(of: (AttemptRequest, Call)?.self) { group in
            for (desk, request) in zip(desks, requests) {
                group.addTask {
                    do {
                        let call = try await store.change(id, repetition: nil, at: now) {
                            CallDecision(entries: try desk.attempting(request, in: $0))
                        }
                        return (request, call)
                    } catch is Refusal { return nil } catch is PlanChanged { return nil }
                }
            }
            var all: [(AttemptRequest, Call)] = []
            for try await done in group { if let done { all.append(done) } }
            return all
        }
        if calls.count < requests.count { ledger.stale += 1 }
        for (request, call) in calls.sorted(by: { $0.1.entries.count < $1.1.entries.count }) {
            ledger.show(call)
            take(request, call, card, standing: before)
        }
    }

    private func request(_ step: String, _ call: Call) -> AttemptRequest {
        serial += 1
        let all = Attempt.Outcome.allCases
        let outcome = pick(chance(3) ? all : all.filter { $0 != .transportRequested }) ?? .noAnswer
        let ago = chance(25) ? time.now.adding(milliseconds: -.random(in: 0...600_000, using: &random)) : nil
        return AttemptRequest(
            step: step, outcome: outcome, startedAt: ago.map { max($0, call.openedAt) },
            arrivesAt: outcome == .accepted && chance(80)
                ? time.now.adding(milliseconds: .random(in: 0...3_600_000, using: &random)) : nil, note: "n\(serial)")
    }

    /// Writes an acknowledged attempt down, and asks whether whoever was rung was on duty when it began.
    private func take(_ request: AttemptRequest, _ call: Call, _ card: Card, standing before: Call) {
        guard let attempt = call.attempts.last(where: { $0.note == request.note }) else {
            return ledger.faults.append("\(call.id): an acknowledged attempt is not there")
        }
        let accepted = ledger.comers[call.id]?[attempt.step.id] != nil
        ledger.attempted(attempt, in: call.id)
        guard attempt.step.kind == .dutyPhysician, let physician = attempt.step.physician,
            let area = card.document.patient.area
        else { return }
        // Who has accepted is rung again under way; and a clock that was set back has no say in who was on duty.
        if accepted || time.now < latest || before.entries.contains(where: { $0.at > time.now }) {
            return ledger.unchecked += 1
        }
        ledger.dutyChecks += 1
        if !ledger.duty.isOnDuty(physician, attempt.step.callOrder, in: area, at: attempt.startedAt) {
            let turns = call.entries.suffix(12).map { "\($0.at.rfc3339) \("\($0.act)".prefix(60))" }
            ledger.faults.append(
                "\(call.id): \(attempt.step.id) rung at \(attempt.startedAt.rfc3339), and not on duty: \(turns)")
        }
    }
}
