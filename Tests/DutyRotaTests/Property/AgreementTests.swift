import DutyRota
import Testing

/// Rule 17: whoever tells who is on duty tells the same. A failure names the seed.
@Suite("Who is on duty: everything that tells it agrees")
struct AgreementTests {
    @Test(
        "Answers, stretches, month, feeds and checks at every boundary and a millisecond either side of it",
        arguments: (UInt64(0)..<20).map { $0 * 25 + 1 }
    )
    func fewDays(first: UInt64) throws {
        for seed in first..<(first + 25) {
            if let difference = try Agreement(seed: seed).difference() {
                Issue.record("seed \(seed): \(difference)")
                return
            }
        }
    }
}
