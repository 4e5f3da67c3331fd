import DutyRota

/// All that is told of one month by lot, side by side with what the naive resolver says.
struct Agreement {
    let rota: RandomRota
    let book: RotaBook
    private let chronicle: RotaChronicle
    let comparisons: [Comparison]
    /// The area whose answers are compared in full, as far ahead as they look.
    private let asked: Int
    private let physician: PhysicianID
    /// Each tick but the first, the instants around it, and the tick whose answer they have.
    let instants: [(tick: Int, before: Int, instant: Instant)]

    init(seed: UInt64) throws {
        rota = RandomRota(seed: seed, grain: 30, size: .month)
        book = try rota.book()
        chronicle = try rota.chronicle()
        let (book, rota) = (book, rota)
        let times = rota.times
        comparisons = rota.areas.map { Comparison(rota, area: $0.id, book: book, times: times) }
        instants = times.indices.dropFirst().flatMap { tick in
            [(-1, tick - 1), (0, tick), (1, tick)].map { offset, before in
                (tick, before, Instant(milliseconds: times[tick] + offset))
            }
        }
        asked = Int(seed) % comparisons.count
        physician = rota.physicians[Int(seed) % rota.physicians.count].id
    }

    /// What differs at any instant at which something could change, or a millisecond either side of it; nil: nothing.
    func difference() throws -> String? {
        var cells: [Place.Key: MonthView.Cell] = [:]
        for comparison in comparisons {
            let own = try self.cells(of: comparison.area)
            if let difference = try difference(comparison, own) { return "\(comparison.area) \(difference)" }
            cells.merge(own) { first, _ in first }
        }
        return try feedDifference(Array(cells.values)) ?? checkDifference()
    }

    private func difference(_ comparison: Comparison, _ cells: [Place.Key: MonthView.Cell]) throws -> String? {
        let stretches = try book.stretches(of: comparison.area, in: comparison.instant(0)..<comparison.after)
        let feed = try events(.area(comparison.area))
        for (tick, before, instant) in instants {
            let situation = comparison.situations[before]
            if let difference = try answerDifference(comparison, tick, instant) { return difference }
            let stretch = stretches.first { $0.interval.contains(instant) }
            if stretch?.status != situation.status || stretch?.shifts.map(NaiveResolver.Line.init) != situation.lines {
                return "stretches at \(instant.rfc3339): \(String(describing: stretch)), but \(situation)"
            }
            let shown = feed.filter { $0.covers(instant) }.map { $0["SUMMARY"] }.sorted()
            let callable = situation.callable.map { line in
                "\(Agreement.summary(line.order, line.place)) 医師\(line.physician)"
            }.sorted()
            if shown != callable { return "feed at \(instant.rfc3339): \(shown), but \(callable)" }
            for place in comparison.deciding[before] {
                let shown = cells[place.key].map { Set(Agreement.shown(in: $0, at: instant)) }
                let held = situation.lines.filter { $0.place == place.key }.map(Shown.init)
                if shown != Set(held) {
                    return "month at \(instant.rfc3339): \(String(describing: shown)), but \(held)"
                }
            }
        }
        return flagDifference(comparison, cells)
    }

    private func answerDifference(_ comparison: Comparison, _ tick: Int, _ instant: Instant) throws -> String? {
        guard comparison.area == comparisons[asked].area else { return nil }
        let offset = instant.milliseconds - comparison.instant(tick).milliseconds
        return try comparison.difference(at: tick, offset: offset)
    }

    /// Gaps and too few, told of the whole of a place.
    private func flagDifference(_ comparison: Comparison, _ cells: [Place.Key: MonthView.Cell]) -> String? {
        var expected = cells.mapValues { _ in Set([MonthView.Cell.Flag.notInForce]) }
        for tick in comparison.ticks {
            for place in comparison.deciding[tick] {
                expected[place.key]?.remove(.notInForce)
                if comparison.hasGap(place, at: tick) { expected[place.key]?.insert(.gap) }
                if comparison.isShort(place, at: tick) { expected[place.key]?.insert(.short) }
            }
        }
        let wrong = cells.first { Set($0.value.flags).subtracting([.empty]) != expected[$0.key] }
        return wrong.map { "flags of \($0.key): \($0.value.flags), but \(String(describing: expected[$0.key]))" }
    }

    /// A physician's feed against the months of all areas.
    private func feedDifference(_ cells: [MonthView.Cell]) throws -> String? {
        let feed = try events(.physician(physician))
        for (_, _, instant) in instants {
            let shown = feed.filter { $0.covers(instant) }.map { $0["SUMMARY"] }.sorted()
            let held = cells.flatMap { cell in
                Agreement.shown(in: cell, at: instant).filter { $0.physician == physician && $0.obstacle == nil }
                    .map { Agreement.summary($0.order, cell.place) }
            }.sorted()
            if shown != held { return "feed of \(physician) at \(instant.rfc3339): \(shown), but \(held)" }
        }
        return nil
    }
}

extension Agreement {
    private func events(_ subject: DutyFeed.Subject) throws -> [FeedReader.Event] {
        let feed = try DutyFeed.calendar(for: subject, book: book, chronicle: chronicle, at: RandomRota.end)
        return try FeedReader(feed).events.filter(\.isConfirmed)
    }

    private func cells(of area: AreaID) throws -> [Place.Key: MonthView.Cell] {
        let months = Set(rota.dates.map { Day(number: $0).month })
        let cells = try months.flatMap { month in
            try MonthView.of(month, area: area, book: book, at: RandomRota.end).rows.flatMap(\.cells)
        }
        return Dictionary(uniqueKeysWithValues: cells.compactMap { cell in cell.map { ($0.place, $0) } })
    }

    /// Somebody in a cell at an instant.
    fileprivate struct Shown: Hashable {
        let order: Int
        let physician: PhysicianID
        let override: String?
        let obstacle: DutyShift.Obstacle?
    }

    private static func shown(in cell: MonthView.Cell, at instant: Instant) -> [Shown] {
        guard cell.interval.contains(instant) else { return [] }
        return CallOrder.allCases.flatMap { order in
            cell.entries[order].filter { entry in
                entry.start.map { $0 <= instant } ?? true && entry.end.map { instant < $0 } ?? true
            }.map { entry in
                let override: String? = if case .override(let id) = entry.origin { id } else { nil }
                return Shown(
                    order: order.rawValue, physician: entry.physician, override: override, obstacle: entry.obstacle)
            }
        }
    }

    private static func summary(_ order: Int, _ place: Place.Key) -> String {
        let area = place.area.map { $0.text.dropFirst("area".count) + "区" } ?? "全域"
        return "当番（\(order == 1 ? "第一" : "第二")）\(area) \(place.slot)"
    }
}

extension Agreement.Shown {
    fileprivate init(_ line: NaiveResolver.Line) {
        self.init(order: line.order, physician: line.physician, override: line.override, obstacle: line.obstacle)
    }
}
