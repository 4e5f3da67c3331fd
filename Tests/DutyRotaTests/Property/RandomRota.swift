import DutyRota

/// A rota drawn by lot around November 2026: what both resolvers are given.
struct RandomRota {
    /// How much is drawn.
    enum Size {
        /// Three months of many slots.
        case season
        /// A few slots on a few days, for drawing many rotas.
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
        slots = RandomRota.slots(&lot, grain: grain, areas: areas, count: size == .season ? 5...16 : 2...5)
        let hours = RandomRota.telephone("当番携帯", &lot, grain: grain)
        slotTelephones = Dictionary(slots.filter { _ in lot.chance(20) }.map { ($0.name, [hours]) }) { first, _ in first
        }
        var months: [Month: (revision: Int, publishedAt: Instant)] = [:]
        for month in 10...12 where month == 11 && !lot.chance(5) || month != 11 && lot.chance(60) {
            let revision = Int.random(in: 1...2, using: &lot)
            months[Month(year: 2026, month: month)] = (revision, RandomRota.publishedAt)
        }
        self.months = months
        let first = Month(year: 2026, month: 11).firstDay.number + Int.random(in: -2...29, using: &lot)
        dates = size == .season ? RandomRota.span : first...(first + 3)
        holders = RandomRota.holders(&lot, slots: slots, areas: areas, physicians: physicians, on: dates)
        earlierHolders = RandomRota.holders(&lot, slots: slots, areas: areas, physicians: physicians, on: dates)
            .filter { _ in lot.chance(30) }
        changes = RandomChanges(&lot, grain: grain, size: size, rota: (areas, slots, holders, dates))
    }
}
