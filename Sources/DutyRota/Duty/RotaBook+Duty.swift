extension RotaBook {
    /// Who is on duty in an area at an instant.
    ///
    /// The only resolver: look-up, month view, feeds, print and checks all ask here. An area with a slot of its own at the
    /// instant is governed by it alone; only without one does the whole association's slot count.
    public func duty(at instant: Instant, area: AreaID) throws(DutyFault) -> DutyAnswer {
        guard association.area(area) != nil else { throw .unknownArea }
        let now = situation(at: instant, area: area)
        let isPublished = now.status != .unpublished
        return DutyAnswer(
            at: instant, association: association.id, area: area, status: now.status, shifts: now.shifts,
            validUntil: isPublished ? change(after: instant, area: area, from: now) : nil,
            next: next(after: instant, area: area),
            horizon: [timeline(of: area).end, associationTimeline.end].compactMap(\.self).max(),
            revision: isPublished ? now.sheet?.revision : nil,
            publishedAt: isPublished ? now.sheet?.publishedAt : nil,
            warnings: warnings(now, at: instant), standingContact: association.standingContact
        )
    }

    /// The part of an answer that holds until something changes.
    private struct Situation: Equatable {
        let status: DutyAnswer.Status
        let shifts: [DutyShift]
        let isShort: Bool
        let sheet: PublishedMonth?
        let isPastHolidays: Bool
    }

    private func situation(at instant: Instant, area: AreaID) -> Situation {
        let own = timeline(of: area).covering(instant)
        let wide = associationTimeline.covering(instant)
        let governing = own.isEmpty ? wide : own
        var shifts = shifts(of: governing, at: instant)
        let callable = shifts.filter { $0.obstacle == nil }
        let status: DutyAnswer.Status
        if governing.isEmpty {
            status = isUnpublished(at: instant, area: area) ? .unpublished : .offHours
        } else {
            status = callable.contains { $0.callOrder == .first } ? .onDuty : .gap
        }
        let isShort = CallOrder.allCases.contains { order in
            callable.count { $0.callOrder == order } < governing.reduce(0) { $0 + $1.required[order] }
        }
        if status == .gap, !own.isEmpty { shifts += self.shifts(of: wide, at: instant) }
        return Situation(
            status: status, shifts: shifts, isShort: isShort,
            sheet: months[(governing.first?.key.dutyDate ?? instant.day).month],
            isPastHolidays: calendar.end.map { $0 <= instant } ?? true
        )
    }

    /// Everybody who holds one of the places, by call order and within it in the sheet's order.
    private func shifts(of places: [Place], at instant: Instant) -> [DutyShift] {
        CallOrder.allCases.flatMap { order in
            places.flatMap { place in
                holders(of: place, order: order, at: instant).map { shift(of: $0, in: place, order: order, at: instant) }
            }
        }
    }

    private func shift(of id: PhysicianID, in place: Place, order: CallOrder, at instant: Instant) -> DutyShift {
        let known = physicians[id]
        let telephones = (slotTelephones[place.key.slot] ?? []) + (known?.telephones ?? [])
        let obstacle: DutyShift.Obstacle? =
            if known?.isActive(on: place.key.dutyDate) != true { .inactivePhysician } else if telephones.isEmpty {
                .noTelephone
            } else { nil }
        return DutyShift(
            callOrder: order, physician: known ?? .unregistered(id, association: association.id),
            telephones: telephones.ordered(at: instant, calendar: calendar), place: place.key, interval: place.interval,
            origin: .published, obstacle: obstacle
        )
    }

    /// Whether a month whose slots could cover the instant is not published: the month of its date, or that of the day before while
    /// that day's slots reach the instant.
    private func isUnpublished(at instant: Instant, area: AreaID) -> Bool {
        let today = instant.day
        guard months[today.month] != nil else { return true }
        let yesterday = today.adding(-1)
        guard months[yesterday.month] == nil else { return false }
        return slots.valid(on: yesterday).contains { slot in
            slot.reach.includes(area) && slot.hours.interval(on: yesterday).contains(instant)
                && calendar.dayType(of: yesterday).map(slot.dayTypes.contains) ?? true
        }
    }

    private func warnings(_ now: Situation, at instant: Instant) -> [DutyAnswer.Warning] {
        let persons = now.shifts.map(\.physician.id)
        return DutyAnswer.Warning.allCases.filter { warning in
            switch warning {
            case .samePerson: Set(persons).count < persons.count
            case .short: now.status == .onDuty && now.isShort
            case .noTelephone: now.shifts.contains { $0.obstacle == .noTelephone }
            case .inactivePhysician: now.shifts.contains { $0.obstacle == .inactivePhysician }
            case .holidayTableEnds: now.isPastHolidays
            }
        }
    }
}

extension RotaBook {
    /// The first start after the instant of a place that then governs the area.
    private func next(after instant: Instant, area: AreaID) -> DutyAnswer.Next? {
        var own = timeline(of: area).starts(after: instant).makeIterator()
        var wide = associationTimeline.starts(after: instant).makeIterator()
        var (ownStart, wideStart) = (own.next(), wide.next())
        while let start = [ownStart, wideStart].compactMap(\.self).min() {
            if start == ownStart || timeline(of: area).covering(start).isEmpty {
                return DutyAnswer.Next(
                    start: start, shifts: situation(at: start, area: area).shifts.filter { $0.obstacle == nil }
                )
            }
            wideStart = wide.next()
            if ownStart == start { ownStart = own.next() }
        }
        return nil
    }

    /// The next instant at which the situation is another one; nil where it never changes again.
    private func change(after instant: Instant, area: AreaID, from now: Situation) -> Instant? {
        var time = instant
        while let candidate = boundary(after: time, area: area, shifts: now.shifts) {
            if situation(at: candidate, area: area) != now { return candidate }
            time = candidate
        }
        return nil
    }

    /// The next instant at which the situation could change: a place begins or ends, a telephone begins or ceases to be answered,
    /// a month begins, or the nights of the month before cease.
    private func boundary(after instant: Instant, area: AreaID, shifts: [DutyShift]) -> Instant? {
        let places = [timeline(of: area), associationTimeline].compactMap { $0.boundary(after: instant) }
        let hours = shifts.flatMap(\.telephones).compactMap(\.hours?.span)
        let telephones = hours.isEmpty ? [] : (-2...1).flatMap { offset in
            hours.flatMap { span -> [Instant] in
                let interval = span.interval(on: instant.day.adding(offset))
                return [interval.lowerBound, interval.upperBound]
            }
        }
        return (places + telephones + monthBoundaries(after: instant)).filter { $0 > instant }.min()
    }

    /// Where publication could change: the beginnings of the months up to the one after the last published, and the edges of slots of
    /// the month before that lie on their first days.
    private func monthBoundaries(after instant: Instant) -> [Instant] {
        guard let last = months.keys.max() else { return [] }
        let month = instant.day.month
        guard month <= last else { return [] }
        return [month, month.adding(1)].flatMap { month in
            let eve = month.firstDay.adding(-1)
            return [month.firstDay.start]
                + slots.flatMap { [eve.at(minutes: $0.hours.start), eve.at(minutes: $0.hours.end)] }
        }
    }
}

extension Physician {
    /// Somebody whom a sheet names and the register does not have.
    fileprivate static func unregistered(_ id: PhysicianID, association: AssociationID) -> Physician {
        Physician(id: id, association: association, name: id.text, kana: "", organisation: "")
    }
}

extension Slot.Reach {
    /// Whether the slot gives duty to an area, be it through the whole association.
    func includes(_ area: AreaID) -> Bool {
        switch self {
        case .everyArea, .association: true
        case .areas(let areas): areas.contains(area)
        }
    }
}
