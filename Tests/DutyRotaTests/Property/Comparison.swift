import DutyRota

/// Both resolvers over one rota, with the naive one's answers worked out beforehand at every instant at which something
/// could change.
struct Comparison {
    let area: AreaID
    private let book: RotaBook
    private let naive: NaiveResolver
    private let horizon: Int64?
    /// Ascending; between two of them nothing changes.
    private let times: [Int64]
    /// The naive answer at each tick.
    private(set) var situations: [NaiveResolver.Situation] = []
    /// The places that decide at each tick.
    private(set) var deciding: [[NaiveResolver.Seat]] = []
    /// For each tick the next later one at which a place begins to decide.
    private var nextStart: [Int?] = []
    /// For each tick the next later one at which the answer is another.
    private var nextChange: [Int?] = []

    /// A season by lot, with ticks every `grain` minutes from October's last day until all is over.
    init(seed: UInt64, grain: Int) throws {
        let rota = RandomRota(seed: seed, grain: grain)
        let start = Month(year: 2026, month: 11).firstDay.adding(-1).start
        let end = Month(year: 2027, month: 1).firstDay.adding(1).start
        self.init(
            rota,
            area: rota.areas[Int(seed) % rota.areas.count].id,
            book: try rota.book(),
            times: Array(stride(from: start.milliseconds, through: end.milliseconds, by: grain * 60_000))
        )
    }

    /// A rota with ticks at these times, after the last of which nothing changes.
    init(_ rota: RandomRota, area: AreaID, book: RotaBook, times: [Int64]) {
        self.area = area
        self.book = book
        self.times = times
        naive = NaiveResolver(rota, area: area)
        horizon = naive.horizon
        nextStart = Array(repeating: nil, count: times.count)
        nextChange = nextStart
        situations = times.map(naive.situation)
        deciding = times.map(naive.deciding)
        for tick in ticks.dropLast().reversed() {
            let before = deciding[tick].map(\.key)
            let begins = deciding[tick + 1].contains { !before.contains($0.key) }
            nextStart[tick] = begins ? tick + 1 : nextStart[tick + 1]
            nextChange[tick] = begins || situations[tick + 1] != situations[tick] ? tick + 1 : nextChange[tick + 1]
        }
    }

    var ticks: Range<Int> { times.indices }

    func instant(_ tick: Int) -> Instant { Instant(milliseconds: times[tick]) }

    /// Whether nobody who can be called holds the area's first call, and a deciding place ought to have it.
    func hasGap(_ place: NaiveResolver.Seat, at tick: Int) -> Bool {
        let noneAsks = deciding[tick].allSatisfy { $0.required.first == 0 }
        return situations[tick].status == .gap && (place.required.first > 0 || noneAsks)
    }

    /// Whether somebody is on duty, and a deciding place has fewer than it requires.
    func isShort(_ place: NaiveResolver.Seat, at tick: Int) -> Bool {
        situations[tick].status == .onDuty && naive.isShort(place, situations[tick].lines)
    }

    /// A day after the last tick.
    var after: Instant { Instant(milliseconds: (times.last ?? 0) + 86_400_000) }

    /// What differs at so many milliseconds from a tick (fewer than lie between two); nil where the resolvers agree.
    func difference(at tick: Int, offset: Int64) throws -> String? {
        let instant = instant(tick).adding(milliseconds: offset)
        let before = offset < 0 ? tick - 1 : tick
        let real = Facts(try book.duty(at: instant, area: area))
        let situation = situations[before]
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
    init(_ shift: DutyShift) {
        let override: String? = if case .override(let id) = shift.origin { id } else { nil }
        self.init(
            order: shift.callOrder.rawValue,
            physician: shift.physician.id,
            telephones: shift.telephones,
            place: shift.place,
            override: override,
            obstacle: shift.obstacle
        )
    }
}
