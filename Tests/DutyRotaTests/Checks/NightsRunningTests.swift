import DutyRota
import Testing

@Suite("Checks of a month: nights in a row")
struct NightsRunningTests {
    /// A has the second call of the east on these dates.
    private func rota(_ dates: [String]) -> FullRota {
        var rota = FullRota(rows: dates.map { "\($0) 夜 東部 B A" })
        rota.base.slots = [TestRota.slot("夜", Set(DayType.allCases), "17:30", "翌8:30")].compactMap(\.self)
        return rota
    }

    private func ids(_ rota: FullRota, beside: [String] = [], now: String = "2026-10-20T12:00:00", agreed: Int = 3)
        throws -> [String]
    {
        try rota.problems(beside: beside, now: now, rules: CheckRules(nightsInARow: agreed)).ids(.nightsRunning).filter
        {
            $0.contains(":A:")
        }
    }

    private let four = ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13"]

    @Test("As many nights in a row as are agreed are none too many; one more is told with the first and the last")
    func agreed() throws {
        #expect(try ids(rota(Array(four.dropLast()))) == [])
        #expect(try ids(rota(four)) == ["nightsRunning:A:2026-11-10/2026-11-13"])
        #expect(try ids(rota(four), agreed: 4) == [])
        let problem = try #require(rota(four).problems().first { $0.physicians == ["A"] })
        let words = "医師Aの夜間の当番が 2026-11-10（火） から 2026-11-13（金） まで4夜続きます（続けてよいのは3夜まで）"
        #expect(problem.message == words)
        #expect(try problem.interval == at("2026-11-10T17:30:00")..<at("2026-11-14T08:30:00"))
    }

    @Test("A free night cuts a run, and each run is one problem")
    func free() throws {
        #expect(try ids(rota(["2026-11-10", "2026-11-11", "2026-11-13", "2026-11-14"])) == [])
        let two = four + ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"]
        let runs = ["nightsRunning:A:2026-11-10/2026-11-13", "nightsRunning:A:2026-11-20/2026-11-24"]
        #expect(try ids(rota(two)) == runs)
    }

    @Test(
        "Nights of published neighbours count, on both sides",
        arguments: [
            (["2026-10-29", "2026-10-30", "2026-10-31", "2026-11-01"], ["2026-10"], "2026-10-29/2026-11-01"),
            (["2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02"], ["2026-12"], "2026-11-29/2026-12-02"),
        ]
    )
    func neighbours(dates: [String], published: [String], run: String) throws {
        #expect(try ids(rota(dates), beside: published) == ["nightsRunning:A:\(run)"])
        #expect(try ids(rota(dates)) == [])
    }

    @Test("A run that has begun is followed back to its first night, and a run that is over is not told")
    func past() throws {
        let run = ["nightsRunning:A:2026-11-10/2026-11-13"]
        #expect(try ids(rota(four), now: "2026-11-13T20:00:00") == run)
        #expect(try ids(rota(four), now: "2026-11-14T08:30:00") == [])
    }

    @Test("A run wholly in a neighbour is the neighbour's")
    func others() throws {
        let october = ["2026-10-28", "2026-10-29", "2026-10-30", "2026-10-31"]
        #expect(try ids(rota(october), beside: ["2026-10"]) == [])
    }

    @Test("Rule 9: a night that somebody else takes is none of the physician's")
    func standIn() throws {
        var rota = rota([])
        rota.rows = four.map { "\($0) 夜 東部 A B" }
        try rota.override("o1", "2026-11-12", "夜", "east", replaces: "A", by: "C")
        #expect(try ids(rota, beside: ["2026-11"]) == [])
        // Until midnight only: the night is A's still.
        rota.overrides = []
        try rota.override("o2", "2026-11-12", "夜", "east", replaces: "A", by: "C", to: "2026-11-13T00:00:00")
        #expect(try ids(rota, beside: ["2026-11"]) == ["nightsRunning:A:2026-11-10/2026-11-13"])
    }

    @Test("Days are no nights: a slot that ends at midnight")
    func days() throws {
        var rota = rota(four)
        rota.base.slots = [TestRota.slot("夜", Set(DayType.allCases), "17:30", "24:00")].compactMap(\.self)
        #expect(try ids(rota) == [])
    }
}
