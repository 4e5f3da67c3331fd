import DutyRota
import EmergencyCards
import Testing

@Suite("A new holiday table")
struct HolidayTests {
    private static let present = ["2026/1/1,元日", "2026/11/23,勤労感謝の日", "2027/1/1,元日"]

    private func load(_ rows: [String]) throws -> RegisterDecision {
        let text = (["国民の祝日・休日月日,国民の祝日・休日名称"] + rows).joined(separator: "\r\n")
        return try Office().desk.loadingHolidays(Array(text.utf8), file: "syukujitsu.csv", of: "shizuoka")
    }

    @Test("A table that reaches further takes the present one's place, and the days that change are listed")
    func loads() throws {
        let decision = try load(["2026/1/1,元旦", "2026/11/24,勤労感謝の日", "2027/1/1,元日", "2028/1/1,元日"])
        guard case .holidays(let table, of: "shizuoka")? = decision.entries.first else {
            Issue.record("no table")
            return
        }
        #expect(table.years == 2026...2028)
        let changes = Office().book.calendar.national.changes(to: table)
        #expect(
            text { changes.write(to: &$0) }
                == #"{"added":[{"day":"2026-11-24","name":"勤労感謝の日"},{"day":"2028-01-01","name":"元日"}],"#
                + #""removed":[{"day":"2026-11-23","name":"勤労感謝の日"}],"renamed":[{"day":"2026-01-01","name":"元旦"}]}"#)
    }

    @Test("The same table changes nothing")
    func same() throws {
        guard case .holidays(let table, _)? = try load(Self.present).entries.first else {
            Issue.record("no table")
            return
        }
        let changes = Office().book.calendar.national.changes(to: table)
        #expect(text { changes.write(to: &$0) } == #"{"added":[],"removed":[],"renamed":[]}"#)
    }

    @Test(
        "A table that leaves out years, or cannot be read, is refused",
        arguments: [
            (["2026/1/1,元日"], nil, "2027"), (["2027/1/1,元日", "2028/1/1,元日"], nil, "2026"),
            (["2026/1/1,元日", "2027/2/29,元日"], 3, "2027/2/29"), ([], nil, "一日もありません"),
        ] as [([String], Int?, String)])
    func refuses(rows: [String], row: Int?, word: String) {
        let refusal = #expect(throws: RotaRefusal.self) { try load(rows) }
        guard case .faultyFile(let faults)? = refusal, let fault = faults.first else {
            Issue.record("no fault")
            return
        }
        #expect(faults.count == 1)
        #expect(fault.row == row)
        #expect(fault.message.contains(word))
    }
}
