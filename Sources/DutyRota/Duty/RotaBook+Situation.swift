/// What an answer says of its own instant; it holds until something changes.
struct DutySituation: Equatable {
    /// Whether somebody is on duty.
    let status: DutyAnswer.Status
    /// As in the answer, those who cannot be called included.
    let shifts: [DutyShift]
    /// What the reader must be told.
    let warnings: [DutyAnswer.Warning]
    /// Of the sheet that governs the instant; nil when unpublished.
    let revision: Int?
    /// When that sheet was published; nil when unpublished.
    let publishedAt: Instant?
}

extension RotaBook {
    /// Who is on duty at an instant, without what comes after it.
    func situation(at instant: Instant, _ timelines: AreaTimelines) -> DutySituation {
        let governing = timelines.governing(at: instant)
        var shifts = shifts(of: governing, at: instant)
        let status = status(of: governing, shifts, at: instant, area: timelines.area)
        let isShort = status == .onDuty && RotaBook.isShort(governing, shifts)
        if status == .gap, governing.first?.key.area != nil {
            shifts += self.shifts(of: timelines.whole.covering(instant), at: instant)
        }
        let sheet = status == .unpublished ? nil : months[(governing.first?.key.dutyDate ?? instant.day).month]
        return DutySituation(
            status: status,
            shifts: shifts,
            warnings: warnings(shifts, isShort: isShort, at: instant),
            revision: sheet?.revision,
            publishedAt: sheet?.publishedAt
        )
    }

    private func warnings(_ shifts: [DutyShift], isShort: Bool, at instant: Instant) -> [DutyAnswer.Warning] {
        DutyAnswer.Warning.allCases.filter { warning in
            switch warning {
            case .samePerson: RotaBook.namesSomebodyTwice(shifts)
            case .short: isShort
            case .noTelephone: shifts.contains { $0.obstacle == .noTelephone }
            case .inactivePhysician: shifts.contains { $0.obstacle == .inactivePhysician }
            case .absent: shifts.contains { $0.obstacle == .absent }
            case .holidayTableEnds: calendar.end.map { $0 <= instant } ?? true
            }
        }
    }

    private static func namesSomebodyTwice(_ shifts: [DutyShift]) -> Bool {
        shifts.indices.contains { index in
            shifts[..<index].contains { $0.physician.id == shifts[index].physician.id }
        }
    }

    private func status(
        of governing: [Place],
        _ shifts: [DutyShift],
        at instant: Instant,
        area: AreaID
    ) -> DutyAnswer.Status {
        guard governing.isEmpty else {
            return shifts.contains { $0.callOrder == .first && $0.obstacle == nil } ? .onDuty : .gap
        }
        return isUnpublished(at: instant, area: area) ? .unpublished : .offHours
    }

    /// Whether one of the places has fewer who can be called than its slot requires.
    private static func isShort(_ places: [Place], _ shifts: [DutyShift]) -> Bool {
        places.contains { place in
            CallOrder.allCases.contains { order in
                let callable = shifts.count { $0.callOrder == order && $0.place == place.key && $0.obstacle == nil }
                return callable < place.required[order]
            }
        }
    }

    /// Whether a month whose slots could cover the instant is not published: the month of its date, or that of the day before while
    /// that day's slots reach the instant.
    private func isUnpublished(at instant: Instant, area: AreaID) -> Bool {
        let today = instant.day
        guard months[today.month] != nil else { return true }
        let yesterday = today.adding(-1)
        guard months[yesterday.month] == nil else { return false }
        let type = calendar.dayType(of: yesterday)
        return slots.valid(on: yesterday).contains { slot in
            slot.reach.includes(area) && slot.hours.interval(on: yesterday).contains(instant)
                && type.map(slot.dayTypes.contains) ?? true
        }
    }
}
