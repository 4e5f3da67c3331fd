import DutyRota
import Testing

/// The real resolver against the naive one, over rotas drawn by lot. A failure names the seed.
@Suite("Who is on duty: two resolvers agree")
struct ResolverPropertyTests {
    @Test(
        "Every half hour from October's last day into January, and a millisecond either side of it",
        arguments: UInt64(1)...10
    )
    func halfHours(seed: UInt64) throws {
        let comparison = try Comparison(seed: seed, grain: 30)
        for tick in comparison.ticks.dropFirst() {
            for offset in Int64(-1)...1 {
                if let difference = try comparison.difference(at: tick, offset: offset) {
                    Issue.record("seed \(seed): \(difference)")
                    return
                }
            }
        }
    }

    @Test("Every minute of a month", arguments: [UInt64(102)])
    func minutes(seed: UInt64) throws {
        let comparison = try Comparison(seed: seed, grain: 1)
        let november = Month(year: 2026, month: 11)
        for tick in comparison.ticks where comparison.instant(tick).day.month == november {
            if let difference = try comparison.difference(at: tick, offset: 0) {
                Issue.record("seed \(seed): \(difference)")
                return
            }
        }
    }
}
