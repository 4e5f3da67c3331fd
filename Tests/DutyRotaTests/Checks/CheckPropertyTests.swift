import DutyRota
import Testing

/// The checks against the resolver, over rotas and overrides drawn by lot. A failure names the seed.
@Suite("Checks of a month and the resolver agree")
struct CheckPropertyTests {
    private let november = Month(year: 2026, month: 11)
    private let before = Instant(milliseconds: 0)

    @Test(
        "Rule 17: a gap is told for just those instants of places at which the resolver says so",
        arguments: UInt64(1)...10)
    func gaps(seed: UInt64) throws {
        let book = try book(seed)
        guard let sheet = book.months[november], !sheet.places.isEmpty else { return }
        let problems = book.problems(publishing: sheet, vanished: [], rules: CheckRules(), now: before)
        let gaps = problems.filter { $0.kind == .gap }
        #expect(!gaps.isEmpty, "seed \(seed)")
        for instant in samples {
            let alone = try book.association.areas.flatMap { area in
                try book.duty(at: instant, area: area.id).status == .gap ? blamed(book, area.id, at: instant) : []
            }
            let told = gaps.filter { $0.interval?.contains(instant) == true }.compactMap(\.place)
            #expect(told.count == Set(told).count, "seed \(seed) at \(instant.rfc3339)")
            #expect(
                Set(told) == Set(alone.filter { $0.dutyDate.month == november }), "seed \(seed) at \(instant.rfc3339)")
        }
    }

    @Test(
        "Identifiers are unique, and the same in the same order however the book was put together",
        arguments: UInt64(1)...8)
    func order(seed: UInt64) throws {
        let book = try book(seed)
        guard let sheet = book.months[november] else { return }
        var lot = SeededGenerator(seed: seed)
        let other = RotaBook(
            association: book.association,
            calendar: book.calendar,
            slots: book.slots.shuffled(using: &lot),
            months: Array(book.months.values).shuffled(using: &lot),
            physicians: Array(book.physicians.values).shuffled(using: &lot),
            slotTelephones: book.slotTelephones,
            overrides: book.overrides.shuffled(using: &lot),
            absences: book.absences.shuffled(using: &lot)
        )
        let shuffled = PublishedMonth(
            month: november,
            revision: 2,
            publishedAt: sheet.publishedAt,
            places: sheet.places.shuffled(using: &lot)
        )
        let problems = book.problems(publishing: sheet, vanished: [], rules: CheckRules(), now: before)
        #expect(Set(problems.map(\.id)).count == problems.count, "seed \(seed)")
        #expect(!problems.isEmpty)
        let again = other.problems(publishing: shuffled, vanished: [], rules: CheckRules(), now: before)
        #expect(again == problems, "seed \(seed)")
    }

    /// A rota by lot with thirty overrides and a few absences.
    private func book(_ seed: UInt64) throws -> RotaBook {
        let book = try RandomRota(seed: seed, grain: 30).book()
        var lot = SeededGenerator(seed: seed &+ 1000)
        let places = (book.months[november]?.places ?? []).shuffled(using: &lot)
        let overrides = try places.prefix(30).enumerated().map { try override("o\($0)", on: $1, &lot) }
        let absences = try ["P0", "P1"].map {
            try FullRota().absence($0, "2026-11-0\(Int.random(in: 1...9, using: &lot))", "2026-11-20")
        }
        return RotaBook(
            association: book.association,
            calendar: book.calendar,
            slots: book.slots,
            months: Array(book.months.values),
            physicians: Array(book.physicians.values),
            slotTelephones: book.slotTelephones,
            overrides: overrides,
            absences: absences
        )
    }

    private func override(_ id: String, on place: Place, _ lot: inout SeededGenerator) throws -> Override {
        let holder = place.holders.first.first
        let length = place.interval.upperBound.milliseconds - place.interval.lowerBound.milliseconds
        let start = place.interval.lowerBound.adding(milliseconds: length / 1_800_000 / 3 * 1_800_000)
        return Override(
            id: id,
            place: place.key,
            order: .first,
            seat: holder.map { .published($0) } ?? .added(id),
            replaces: holder,
            start: lot.chance(50) ? start : nil,
            physician: lot.pick([nil, "P2", "none", "unregistered"], or: nil),
            reason: "急用",
            madeAt: before,
            madeBy: "office"
        )
    }

    /// Instants of November and of the days about it, those included at which slots and overrides may begin or end.
    private var samples: [Instant] {
        let start = november.firstDay.adding(-1).start
        return stride(from: Int64(0), to: 33 * 86_400_000, by: 1_800_000).map { start.adding(milliseconds: $0) }
    }

    /// The places that should have had a first call for an area: its own, or only without any the whole association's.
    private func blamed(_ book: RotaBook, _ area: AreaID, at instant: Instant) -> [Place.Key] {
        let places = book.months.values.flatMap(\.places).filter { $0.interval.contains(instant) }
        let own = places.filter { $0.key.area == area }
        let governing = own.isEmpty ? places.filter { $0.key.area == nil } : own
        let firsts = governing.filter { $0.required.first > 0 }
        return (firsts.isEmpty ? governing : firsts).map(\.key)
    }
}
