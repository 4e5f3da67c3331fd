import DutyRota

/// Both resolvers over one rota, with the naive one's answers worked out beforehand at every tick of a grid on which all changes lie.
struct Comparison {
    let area: AreaID
    private let book: RotaBook
    private let naive: NaiveResolver
    /// Milliseconds between ticks.
    private let step: Int64
    private let start: Instant
    /// For each tick the next later one at which a place begins to decide.
    private var nextStart: [Int?] = []
    /// For each tick the next later one at which the answer is another.
    private var nextChange: [Int?] = []

    /// Ticks every `grain` minutes from October's last day until all is over.
    init(seed: UInt64, grain: Int) throws {
        let rota = RandomRota(seed: seed, grain: grain)
        area = rota.areas[Int(seed) % rota.areas.count].id
        book = try rota.book()
        naive = NaiveResolver(rota, area: area)
        step = Int64(grain) * 60_000
        start = Month(year: 2026, month: 11).firstDay.adding(-1).start
        let end = Month(year: 2027, month: 1).firstDay.adding(1).start
        let count = Int((end.milliseconds - start.milliseconds) / step) + 1
        nextStart = Array(repeating: nil, count: count)
        nextChange = nextStart
        var later = (situation: naive.situation(at: time(count - 1)), deciding: naive.deciding(at: time(count - 1)))
        for tick in (0..<count - 1).reversed() {
            let here = (situation: naive.situation(at: time(tick)), deciding: naive.deciding(at: time(tick)))
            let begins = later.deciding.contains { !here.deciding.contains($0) }
            nextStart[tick] = begins ? tick + 1 : nextStart[tick + 1]
            nextChange[tick] = begins || later.situation != here.situation ? tick + 1 : nextChange[tick + 1]
            later = here
        }
    }

    var ticks: Range<Int> { nextStart.indices }

    func instant(_ tick: Int) -> Instant { Instant(milliseconds: time(tick)) }

    private func time(_ tick: Int) -> Int64 { start.milliseconds + Int64(tick) * step }

    /// What differs at so many milliseconds from a tick (fewer than lie between two); nil where the resolvers agree.
    func difference(at tick: Int, offset: Int64) throws -> String? {
        let instant = Instant(milliseconds: time(tick) + offset)
        let answer = try book.duty(at: instant, area: area)
        let expected = naive.situation(at: instant.milliseconds)
        let before = offset < 0 ? tick - 1 : tick
        let next = nextStart[before].map(self.instant)
        let change = expected.status == .unpublished ? nil : nextChange[before].map(self.instant)
        let callable = next.map { naive.situation(at: $0.milliseconds).lines.filter { $0.obstacle == nil } }
        let parts: [(String, Bool)] = [
            ("status", answer.status == expected.status), ("shifts", answer.shifts.map(line) == expected.lines),
            ("warnings", Set(answer.warnings) == expected.warnings && answer.warnings.count == expected.warnings.count),
            ("revision", answer.revision == expected.revision && answer.publishedAt == expected.publishedAt),
            ("next.start", answer.next?.start == next), ("next.shifts", answer.next?.shifts.map(line) == callable),
            ("validUntil", answer.validUntil == change), ("horizon", answer.horizon?.milliseconds == naive.horizon),
        ]
        let wrong = parts.filter { !$0.1 }.map(\.0)
        return wrong.isEmpty ? nil : "\(area) at \(instant.rfc3339): \(wrong), \(answer); expected \(expected), \(change as Any)"
    }

    private func line(_ shift: DutyShift) -> NaiveResolver.Line {
        NaiveResolver.Line(
            order: shift.callOrder.rawValue,
            physician: shift.physician.id,
            telephones: shift.telephones,
            place: shift.place,
            obstacle: shift.obstacle
        )
    }
}
