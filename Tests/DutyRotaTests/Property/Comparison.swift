import DutyRota

/// Both resolvers over one rota, with the naive one's answers worked out beforehand at every tick of a grid on which all changes lie.
struct Comparison {
    let area: AreaID
    private let book: RotaBook
    private let naive: NaiveResolver
    private let horizon: Int64?
    /// Milliseconds between ticks.
    private let step: Int64
    private let start: Instant
    private var situations: [NaiveResolver.Situation] = []
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
        horizon = naive.horizon
        step = Int64(grain) * 60_000
        start = Month(year: 2026, month: 11).firstDay.adding(-1).start
        let end = Month(year: 2027, month: 1).firstDay.adding(1).start
        let count = Int((end.milliseconds - start.milliseconds) / step) + 1
        nextStart = Array(repeating: nil, count: count)
        nextChange = nextStart
        situations = ticks.map { naive.situation(at: time($0)) }
        let deciding = ticks.map { naive.deciding(at: time($0)).map(\.key) }
        for tick in ticks.dropLast().reversed() {
            let begins = deciding[tick + 1].contains { !deciding[tick].contains($0) }
            nextStart[tick] = begins ? tick + 1 : nextStart[tick + 1]
            nextChange[tick] = begins || situations[tick + 1] != situations[tick] ? tick + 1 : nextChange[tick + 1]
        }
    }

    var ticks: Range<Int> { nextStart.indices }

    func instant(_ tick: Int) -> Instant { Instant(milliseconds: time(tick)) }

    private func time(_ tick: Int) -> Int64 { start.milliseconds + Int64(tick) * step }

    /// What differs at so many milliseconds from a tick (fewer than lie between two); nil where the resolvers agree.
    func difference(at tick: Int, offset: Int64) throws -> String? {
        let instant = Instant(milliseconds: time(tick) + offset)
        let before = offset < 0 ? tick - 1 : tick
        let real = Facts(try book.duty(at: instant, area: area))
        let situation = offset == 0 ? situations[tick] : naive.situation(at: instant.milliseconds)
        let expected = Facts(
            situation: situation,
            validUntil: situation.status == .unpublished ? nil : nextChange[before].map(self.instant),
            nextStart: nextStart[before].map(self.instant),
            nextLines: nextStart[before].map { situations[$0].callable },
            horizon: horizon.map(Instant.init)
        )
        return real == expected ? nil : "\(area) at \(instant.rfc3339): \(real), but naively \(expected)"
    }
}

/// All that an answer says of its instant, in a form that both resolvers' answers have.
private struct Facts: Equatable {
    let situation: NaiveResolver.Situation
    let validUntil: Instant?
    let nextStart: Instant?
    let nextLines: [NaiveResolver.Line]?
    let horizon: Instant?
}

extension Facts {
    init(_ answer: DutyAnswer) {
        situation = NaiveResolver.Situation(
            status: answer.status,
            lines: answer.shifts.map(NaiveResolver.Line.init),
            warnings: Set(answer.warnings),
            revision: answer.revision,
            publishedAt: answer.publishedAt
        )
        validUntil = answer.validUntil
        nextStart = answer.next?.start
        nextLines = answer.next?.shifts.map(NaiveResolver.Line.init)
        horizon = answer.horizon
    }
}

extension NaiveResolver.Line {
    fileprivate init(_ shift: DutyShift) {
        self.init(
            order: shift.callOrder.rawValue,
            physician: shift.physician.id,
            telephones: shift.telephones,
            place: shift.place,
            obstacle: shift.obstacle
        )
    }
}
