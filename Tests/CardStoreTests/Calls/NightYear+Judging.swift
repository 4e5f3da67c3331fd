import DutyRota
import EmergencyCards
import GRDB

@testable import CardStore

extension NightYear {
    /// The store is opened anew; nothing that was acknowledged may be gone.
    func restart() throws {
        store = try CardStore(fixture.files, clock: time.clock)
        restarts += 1
    }

    /// Moves the clock on; rarely it jumps, or is set back.
    func tick() {
        let step: Int64 =
            switch Int.random(in: 0..<1000, using: &random) {
            case ..<3: -.random(in: 1...3_600_000, using: &random)
            case ..<4: .random(in: 3_600_000...24 * 3_600_000, using: &random)
            default: .random(in: 0...240_000, using: &random)
            }
        time.now = time.now.adding(milliseconds: step)
        latest = max(latest, time.now)
    }

    /// What a call says must be what was acknowledged.
    func judge(_ id: CallID) throws {
        guard let call = try store.call(id) else { return ledger.faults.append("\(id): a call has vanished") }
        ledger.show(call)
        let kept = call.attempts.map {
            NightLedger.Attempted(step: $0.step.id, outcome: $0.outcome, note: $0.note)
        }
        if kept != ledger.attempts[id] ?? [] {
            ledger.faults.append("\(id): attempts differ from what was acknowledged")
        }
        if (call.state == .closed) != ledger.closed.contains(id) {
            ledger.faults.append("\(id): open and closed at once")
        }
    }

    /// Who is out, and one open call for each card.
    func judgeDesk() throws {
        let since = time.now.adding(milliseconds: -NightFile.kept)
        let marks = try store.marks().engagements
        let engaged = Set(marks.map { "\($0.call) \($0.physician)" })
        let expected = ledger.engaged(on: open)
        if !engaged.isSubset(of: expected) { ledger.faults.append("engaged: \(engaged.subtracting(expected))") }
        // Marks that are long over are laid over nothing any more.
        let missing = expected.subtracting(engaged).filter { text in
            ledger.shown[CallID(String(text.prefix(36)))]?.first.map { $0.at > since } ?? true
        }
        if !missing.isEmpty { ledger.faults.append("not engaged: \(missing)") }
        let cards = try store.nightFile().readers.read {
            try Row.fetchAll(
                $0, sql: "SELECT card FROM call WHERE state <> 'closed' GROUP BY card, rehearsal HAVING count(*) > 1")
        }
        if !cards.isEmpty { ledger.faults.append("\(cards.count) cards have two open calls") }
    }

    /// Every call at the end, and every notice once.
    func judgeAll() throws {
        try restart()
        for id in ledger.subjects.keys { try judge(id) }
        let (kept, entries) = try store.nightFile().readers.read { database in
            (
                try String.fetchAll(
                    database, sql: "SELECT event || ' ' || recipient || ' ' || channel || ' ' || target FROM delivery"),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM call_entry") ?? 0
            )
        }
        if kept.count != Set(kept).count || Set(kept) != ledger.notices {
            ledger.faults.append("\(kept.count) notices are in the outbox, \(ledger.notices.count) were to be")
        }
        let shown = ledger.shown.values.reduce(0) { $0 + $1.count }
        if entries != shown { ledger.faults.append("\(entries) entries are kept, \(shown) were acknowledged") }
    }
}
