extension RotaBook {
    /// A place as an area's month shows it. Throws where the association has no such area.
    func cell(of place: Place, in area: AreaID) throws(DutyFault) -> MonthView.Cell {
        let holdings = holdings(of: place)
        let entries = PerCall(
            first: holdings.filter { $0.order == .first }.map { entry($0, of: place) },
            second: holdings.filter { $0.order == .second }.map { entry($0, of: place) }
        )
        let governed = governed(by: place, in: area)
        var told: [(isCharged: Bool, stretch: DutyStretch)] = []
        for part in governed {
            for stretch in try stretches(of: area, in: part.interval) { told.append((part.isCharged, stretch)) }
        }
        let flags = MonthView.Cell.Flag.allCases.filter { flag in
            switch flag {
            case .gap: told.contains { $0.isCharged && $0.stretch.status == .gap }
            case .short: told.contains { $0.stretch.status == .onDuty && $0.stretch.isShort(place) }
            case .empty: holdings.isEmpty
            case .notInForce: governed.isEmpty
            }
        }
        return MonthView.Cell(
            place: place.key, interval: place.interval, entries: entries, flags: flags, remark: place.remark)
    }

    private func entry(_ holding: Holding, of place: Place) -> MonthView.Entry {
        let (start, end) = (holding.interval.lowerBound, holding.interval.upperBound)
        return MonthView.Entry(
            physician: holding.physician,
            name: physicians[holding.physician]?.name ?? holding.physician.text,
            start: start == place.interval.lowerBound ? nil : start,
            end: end == place.interval.upperBound ? nil : end,
            origin: holding.override.map(DutyShift.Origin.override) ?? .published,
            obstacle: holding.obstacle
        )
    }

    /// The parts of a place's time in which it decides who is on duty in an area, and whether a gap is then its own:
    /// one that asks for a second call only leaves it to another that asks for a first.
    private func governed(by place: Place, in area: AreaID) -> [(interval: Range<Instant>, isCharged: Bool)] {
        let timelines = timelines(of: area)
        var cuts = [place.interval.lowerBound]
        while let last = cuts.last, let cut = timelines.boundary(after: last), cut < place.interval.upperBound {
            cuts.append(cut)
        }
        return zip(cuts, cuts.dropFirst() + [place.interval.upperBound]).compactMap { start, end in
            let governing = timelines.governing(at: start)
            guard governing.contains(where: { $0.key == place.key }) else { return nil }
            return (start..<end, place.required.first > 0 || governing.allSatisfy { $0.required.first == 0 })
        }
    }
}

extension DutyStretch {
    /// Whether fewer hold a call of a place, and can be called, than its slot requires.
    fileprivate func isShort(_ place: Place) -> Bool {
        CallOrder.allCases.contains { order in
            shifts.count { $0.place == place.key && $0.callOrder == order && $0.obstacle == nil }
                < place.required[order]
        }
    }
}

extension Place.Key {
    /// Whether the area's own or the whole association's.
    var scope: DutyShift.Scope { area == nil ? .association : .area }
}
