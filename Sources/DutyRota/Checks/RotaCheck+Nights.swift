extension RotaCheck {
    /// Everybody who has more nights on consecutive duty dates than is agreed, one problem a run. A run is followed into the
    /// neighbouring months, and to dates that lie outside the range, as far as it goes.
    var nightsRunning: [RotaProblem] {
        nights.flatMap { physician, nights in
            NightRun.runs(of: nights).filter { run in
                run.dates.count > rules.nightsInARow && run.interval.overlaps(window)
                    && month.map { month in run.dates.contains { Day(number: $0).month == month } } ?? true
            }.map { problem($0, of: physician) }
        }
    }

    private func problem(_ run: NightRun, of physician: PhysicianID) -> RotaProblem {
        let (first, last) = (Day(number: run.dates.lowerBound), Day(number: run.dates.upperBound))
        return RotaProblem(
            id: RotaProblem.id(.nightsRunning, physician.text, "\(first)/\(last)"),
            kind: .nightsRunning,
            physicians: [physician],
            interval: run.interval,
            message: CheckWords.nightsRunning(physician, first, last, rules, book)
        )
    }

    private var nights: NightsByDate {
        let dates = held.map(\.place.key.dutyDate)
        guard let first = dates.min(), let last = dates.max() else { return [:] }
        // Of the outermost dates some nights may not touch the range.
        let outermost = Set([first, last]).flatMap { holdings(on: $0) }
        var nights: NightsByDate = [:]
        for holding in holdings + outermost where holding.isNight {
            nights.add(holding)
        }
        follow(&nights, from: first, by: -1)
        follow(&nights, from: last, by: 1)
        return nights
    }

    /// Adds the nights of those whose run goes on past a date.
    private func follow(_ nights: inout NightsByDate, from date: Day, by step: Int) {
        var date = date
        var running = Set(nights.filter { $0.value[date.number] != nil }.keys)
        while !running.isEmpty {
            date = date.adding(step)
            let found = holdings(on: date).filter { $0.isNight && running.contains($0.physician) }
            for night in found { nights.add(night) }
            running = Set(found.map(\.physician))
        }
    }

    private func holdings(on date: Day) -> [Holding] {
        let places = book.months[date.month]?.places.filter { $0.key.dutyDate == date }
        return places?.flatMap(book.holdings) ?? []
    }
}

/// The nights of each physician, by the number of the duty date.
private typealias NightsByDate = [PhysicianID: [Int: Range<Instant>]]

extension NightsByDate {
    /// Adds a night; of several on one date the whole of them counts.
    fileprivate mutating func add(_ night: Holding) {
        let known = self[night.physician]?[night.place.dutyDate.number]
        let whole = [known, night.interval].compactMap(\.self).hull
        self[night.physician, default: [:]][night.place.dutyDate.number] = whole
    }
}

extension Holding {
    /// Whether somebody who can be called is on duty past the duty date's midnight.
    fileprivate var isNight: Bool { obstacle == nil && interval.upperBound > place.dutyDate.adding(1).start }
}

/// Nights on consecutive duty dates.
private struct NightRun {
    /// The numbers of the duty dates.
    let dates: ClosedRange<Int>
    /// From the first night's beginning to the last one's end.
    let interval: Range<Instant>

    /// One physician's nights, cut where a date is free.
    static func runs(of nights: [Int: Range<Instant>]) -> [NightRun] {
        nights.sorted { $0.key < $1.key }.reduce(into: []) { runs, night in
            guard let last = runs.last, last.dates.upperBound + 1 == night.key else {
                return runs.append(NightRun(dates: night.key...night.key, interval: night.value))
            }
            runs[runs.count - 1] = NightRun(
                dates: last.dates.lowerBound...night.key,
                interval: last.interval.lowerBound..<max(last.interval.upperBound, night.value.upperBound)
            )
        }
    }
}
