import DutyRota
import EmergencyCards
import Testing

@Suite("What becomes of a delivery")
struct DeliveryTableTests {
    static let now = Instant(milliseconds: 1_000_000)

    /// What one outcome makes of one state.
    struct Cell: Sendable, CustomTestStringConvertible {
        let from: DeliveryProgress.State
        let tries: Int
        let outcome: DeliveryOutcome
        let to: DeliveryProgress.State
        /// Milliseconds until the next try, where there is one.
        var wait: Int64?

        var testDescription: String { "\(from) after \(tries) tries, \(outcome): \(to)" }
    }

    static let temporary = DeliveryOutcome.temporary("http-500")
    /// Every state with every outcome.
    static let table: [Cell] = [
        Cell(from: .waiting, tries: 1, outcome: .confirmed, to: .sent),
        Cell(from: .waiting, tries: 12, outcome: .confirmed, to: .sent),
        Cell(from: .waiting, tries: 1, outcome: temporary, to: .waiting, wait: 5_000),
        Cell(from: .waiting, tries: 11, outcome: temporary, to: .waiting, wait: 3_600_000),
        Cell(from: .waiting, tries: 12, outcome: temporary, to: .dead),
        Cell(from: .waiting, tries: 1, outcome: .permanent("http-410"), to: .dead),
        Cell(from: .waiting, tries: 1, outcome: .unknown, to: .waiting, wait: 5_000),
        Cell(from: .waiting, tries: 12, outcome: .unknown, to: .dead),
        Cell(from: .waiting, tries: 1, outcome: .tooLate, to: .expired),
        Cell(from: .sent, tries: 1, outcome: .confirmed, to: .sent),
        Cell(from: .sent, tries: 1, outcome: temporary, to: .sent),
        Cell(from: .sent, tries: 1, outcome: .permanent("x"), to: .sent),
        Cell(from: .sent, tries: 1, outcome: .unknown, to: .sent),
        Cell(from: .sent, tries: 1, outcome: .tooLate, to: .sent),
        Cell(from: .dead, tries: 12, outcome: .confirmed, to: .sent),
        Cell(from: .dead, tries: 12, outcome: temporary, to: .dead),
        Cell(from: .dead, tries: 12, outcome: .permanent("x"), to: .dead),
        Cell(from: .dead, tries: 12, outcome: .unknown, to: .dead),
        Cell(from: .dead, tries: 12, outcome: .tooLate, to: .dead),
        Cell(from: .expired, tries: 3, outcome: .confirmed, to: .sent),
        Cell(from: .expired, tries: 3, outcome: temporary, to: .expired),
        Cell(from: .expired, tries: 3, outcome: .permanent("x"), to: .expired),
        Cell(from: .expired, tries: 3, outcome: .unknown, to: .expired),
        Cell(from: .expired, tries: 3, outcome: .tooLate, to: .expired),
    ]

    @Test("Each state takes each outcome as the table says", arguments: table)
    func outcomes(_ cell: Cell) {
        let settled = cell.from == .waiting ? nil : Self.now
        let before = DeliveryProgress(
            state: cell.from, tries: cell.tries, nextAt: Self.now, claimedAt: settled == nil ? Self.now : nil,
            settledAt: settled, fault: nil)
        let after = before.settled(cell.outcome, at: Self.now, OutboxRules())
        #expect(after.state == cell.to)
        #expect(after.claimedAt == nil)
        #expect((after.settledAt == nil) == (cell.to == .waiting))
        #expect(after.tries == cell.tries)
        if let wait = cell.wait { #expect(after.nextAt == Self.now.adding(milliseconds: wait)) }
    }

    @Test("The table has every state with every outcome")
    func complete() {
        let names = Self.table.map { "\($0.from) \(Self.name($0.outcome))" }
        let outcomes = ["confirmed", "temporary", "permanent", "unknown", "tooLate"]
        for state in DeliveryProgress.State.allCases {
            for outcome in outcomes { #expect(names.contains("\(state) \(outcome)")) }
        }
    }

    private static func name(_ outcome: DeliveryOutcome) -> String {
        switch outcome {
        case .confirmed: "confirmed"
        case .temporary: "temporary"
        case .permanent: "permanent"
        case .unknown: "unknown"
        case .tooLate: "tooLate"
        }
    }

    @Test(
        "The wait grows to an hour and stays there",
        arguments: zip(1...8, [5, 30, 120, 600, 1800, 3600, 3600, 3600] as [Int64]))
    func backOff(tries: Int, seconds: Int64) {
        #expect(OutboxRules().delay(afterTries: tries, asked: nil) == seconds * 1000)
    }

    @Test("A channel may ask for more patience, up to an hour, and not for less")
    func asked() {
        let rules = OutboxRules()
        #expect(rules.delay(afterTries: 1, asked: 90_000) == 90_000)
        #expect(rules.delay(afterTries: 1, asked: 90_000_000) == 3_600_000)
        #expect(rules.delay(afterTries: 3, asked: 1_000) == 120_000)
    }

    @Test(
        "Sent anew is what was given up or has lost its sense, with all its tries",
        arguments: DeliveryProgress.State.allCases)
    func resent(_ state: DeliveryProgress.State) {
        let progress = DeliveryProgress(
            state: state, tries: 12, nextAt: Self.now, claimedAt: nil,
            settledAt: state == .waiting ? nil : Self.now, fault: "http-500")
        let again = progress.resent(at: Self.now)
        #expect((again != nil) == (state == .dead || state == .expired))
        if let again { #expect(again == DeliveryProgress(madeAt: Self.now)) }
    }

    @Test("What has lost its sense is sent anew only where somebody says so, and then for an hour")
    func anyway() throws {
        let notice = Notice(
            event: "e", kind: .patientComing, recipient: .hospital("H01"), subject: "s", text: "t", madeAt: Self.now,
            usefulUntil: Self.now.adding(milliseconds: 1000))
        let delivery = Delivery(id: "1", notice: notice, address: NoticeAddress(channel: .fax, target: "0540000000"))
        let record = DeliveryRecord(
            delivery: delivery,
            progress: DeliveryProgress(madeAt: Self.now).settled(.tooLate, at: Self.now, OutboxRules()))
        let late = Self.now.adding(milliseconds: 1000)
        #expect(throws: Refusal(.noticeOutOfDate)) { try record.resending(at: late, anyway: false) }
        #expect(try record.resending(at: late, anyway: true).usefulUntil == late.adding(milliseconds: 3_600_000))
        #expect(try record.resending(at: Self.now, anyway: false).usefulUntil == notice.usefulUntil)
        let waiting = DeliveryRecord(delivery: delivery, progress: DeliveryProgress(madeAt: Self.now))
        #expect(throws: Refusal(.noticeNotDead)) { try waiting.resending(at: Self.now, anyway: true) }
    }
}
