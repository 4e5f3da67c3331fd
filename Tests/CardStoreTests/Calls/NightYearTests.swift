import DutyRota
import Foundation
import Testing

/// In short as a part of every run; `NIGHT_CALLS=10000` plays the whole year.
@Suite("A year of nights")
struct NightYearTests {
    private static let calls = ProcessInfo.processInfo.environment["NIGHT_CALLS"].flatMap { Int($0) } ?? 150

    @Test(
        "Random calls, changes of duty and restarts: nothing acknowledged is lost, nobody is rung who was not on duty")
    func year() async throws {
        let year = try await NightYear(seed: 20_261_126)
        // Some thirty calls a night, and as many nights as that makes, over eleven months.
        let (start, step) = (year.time.now, 330 * 86_400_000 * 30 / Int64(Self.calls))
        var night = 0
        while year.ledger.subjects.count < Self.calls, year.ledger.faults.isEmpty {
            year.tick()
            if year.ledger.subjects.count / 30 > night {
                night += 1
                try await year.nextNight(about: start.adding(milliseconds: Int64(night) * step))
            }
            switch Int.random(in: 0..<100, using: &year.random) {
            case ..<12: try await year.openCall()
            case ..<15: try await year.override()
            case ..<18: try await year.mark()
            case ..<19: try year.restart()
            case ..<20: try await year.reopen()
            case ..<22: try await year.watch()
            default: try await year.act()
            }
            if year.chance(5) { try year.judgeDesk() }
            if year.chance(10), let id = year.ledger.subjects.keys.randomElement(using: &year.random) {
                try year.judge(id)
            }
        }
        try year.judgeAll()
        let ledger = year.ledger
        print(
            "night year: \(ledger.subjects.count) calls, \(ledger.attempts.values.reduce(0) { $0 + $1.count }) attempts,",
            "\(ledger.dutyChecks) of them held against the rota, \(ledger.unchecked) not, \(ledger.stale) refused,",
            "\(ledger.duty.standIns.count) overrides, \(ledger.duty.away.count) physicians unavailable,",
            "\(ledger.notices.count) notices, \(year.restarts) restarts, to \(year.time.now.rfc3339)")
        #expect(ledger.faults == [])
        #expect(ledger.dutyChecks > Self.calls / 8)
        #expect(ledger.stale > 0 && year.restarts > 0 && !ledger.duty.standIns.isEmpty && !ledger.duty.away.isEmpty)
    }
}
