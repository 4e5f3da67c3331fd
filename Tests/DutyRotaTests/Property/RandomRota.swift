import DutyRota

/// A rota drawn by lot around November 2026: what both resolvers are given.
struct RandomRota {
    /// How much is drawn.
    enum Size {
        /// Three months of many slots.
        case season
        /// A few slots in one month and the days beside it, for drawing many rotas.
        case month
        /// A few slots on a few days, for asking again after each change.
        case fewDays
    }

    let areas: [Area]
    let slots: [Slot]
    /// Day numbers of the national holidays.
    let holidays: Set<Int>
    let months: [Month: (revision: Int, publishedAt: Instant)]
    let physicians: [Physician]
    let slotTelephones: [String: [Telephone]]
    let holders: [Place.Key: PerCall<[PhysicianID]>]
    /// What the first of two revisions said otherwise.
    let earlierHolders: [Place.Key: PerCall<[PhysicianID]>]
    /// The duty dates, as day numbers, of which the sheets have places.
    let dates: ClosedRange<Int>
    /// What lies over the sheets.
    let changes: RandomChanges

    static let years = 2026...2026
    /// All three months with the nights before and after.
    static let span =
        Month(year: 2026, month: 9).firstDay.number...Month(year: 2027, month: 1).firstDay.adding(2).number
    /// When the months' last revisions came into force.
    static let publishedAt = Instant(milliseconds: 1_790_000_000_000)
    /// When everything that is drawn has been entered, and a few days' duty dates still stand in the feeds.
    static let end = Month(year: 2027, month: 1).firstDay.adding(-1).start

    /// Every time of a place or of what lies over it is a whole multiple of `grain` minutes.
    init(seed: UInt64, grain: Int, size: Size = .season) {
        var lot = SeededGenerator(seed: seed)
        areas = (0..<Int.random(in: 1...3, using: &lot)).map {
            Area(id: AreaID("area\($0)"), name: "\($0)区", addresses: [])
        }
        let days = Array(RandomRota.span).filter { RandomRota.years.contains(Day(number: $0).parts.year) }
        holidays = Set(days.shuffled(using: &lot).prefix(12) + [Month(year: 2026, month: 1).firstDay.number])
        physicians = RandomRota.physicians(&lot, grain: grain)
        slots = RandomRota.slots(&lot, grain: grain, areas: areas, count: size.slots)
        let hours = RandomRota.telephone("当番携帯", &lot, grain: grain)
        slotTelephones = Dictionary(slots.filter { _ in lot.chance(20) }.map { ($0.name, [hours]) }) { first, _ in first
        }
        var months: [Month: (revision: Int, publishedAt: Instant)] = [:]
        for month in 10...12 where month == 11 && !lot.chance(5) || month != 11 && lot.chance(60) {
            let revision = Int.random(in: 1...2, using: &lot)
            months[Month(year: 2026, month: month)] = (revision, RandomRota.publishedAt)
        }
        self.months = months
        dates = size.dates(&lot)
        holders = RandomRota.holders(&lot, slots: slots, areas: areas, physicians: physicians, on: dates)
        earlierHolders = RandomRota.holders(&lot, slots: slots, areas: areas, physicians: physicians, on: dates)
            .filter { _ in lot.chance(30) }
        changes = RandomChanges(&lot, grain: grain, size: size, rota: (areas, slots, holders, dates))
    }
}

extension RandomRota.Size {
    fileprivate var slots: ClosedRange<Int> { self == .season ? 5...16 : 2...5 }

    fileprivate func dates(_ lot: inout SeededGenerator) -> ClosedRange<Int> {
        let days = Month(year: 2026, month: 11).days.map(\.number)
        let first = days[0] + Int.random(in: -2...29, using: &lot)
        return switch self {
        case .season: RandomRota.span
        case .month: (days[0] - Int.random(in: 0...2, using: &lot))...(days[days.count - 1] + 1)
        case .fewDays: first...(first + 3)
        }
    }

    /// How many overrides and exchanges, absences, and marks of the night.
    var changes: (overrides: ClosedRange<Int>, absences: ClosedRange<Int>, marks: ClosedRange<Int>) {
        switch self {
        case .season: (100...300, 3...9, 5...20)
        case .month: (5...60, 0...6, 0...8)
        case .fewDays: (0...12, 0...3, 0...3)
        }
    }
}
