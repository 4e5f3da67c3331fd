import DutyRota

/// Who is on duty, worked out from the rules alone and in the plainest way: every slot of the days around an instant is
/// looked at, and what comes later is found by trying one instant after another. Shares no search, no index and no
/// calendar with the real resolver.
struct NaiveResolver {
    let rota: RandomRota
    let area: AreaID
    /// The places of each duty date, by day number.
    private var seats: [Int: [Seat]] = [:]
    /// What lies on each place and has not been taken back, in the order in which it was made.
    let laid: [Place.Key: [Override]]

    /// One published place, in milliseconds.
    struct Seat {
        let key: Place.Key
        let start: Int64
        let end: Int64
        let required: PerCall<Int>
    }

    /// One line of an answer.
    struct Line: Equatable {
        let order: Int
        let physician: PhysicianID
        let telephones: [Telephone]
        let place: Place.Key
        let override: String?
        let obstacle: DutyShift.Obstacle?
    }

    /// An answer without what comes later.
    struct Situation: Equatable {
        var status = DutyAnswer.Status.offHours
        var lines: [Line] = []
        var warnings: Set<DutyAnswer.Warning> = []
        var revision: Int?
        var publishedAt: Instant?

        var callable: [Line] { lines.filter { $0.obstacle == nil } }
    }

    init(_ rota: RandomRota, area: AreaID) {
        self.rota = rota
        self.area = area
        laid = Dictionary(grouping: rota.changes.overrides.filter { $0.lift == nil }, by: \.place)
        for number in rota.dates { seats[number] = places(on: number) }
    }

    private func places(on number: Int) -> [Seat] {
        let date = Day(number: number)
        guard rota.months[date.month] != nil else { return [] }
        return rota.slots.filter { $0.dayTypes.contains(type(number)) && isValid($0, on: date) }.flatMap { slot in
            let areas: [AreaID?]
            switch slot.reach {
            case .everyArea: areas = [area]
            case .areas(let some): areas = some.contains(area) ? [area] : []
            case .association: areas = [nil]
            }
            return areas.map { area in
                Seat(
                    key: Place.Key(dutyDate: date, slot: slot.name, area: area),
                    start: midnight(number) + Int64(slot.hours.start) * 60_000,
                    end: midnight(number) + Int64(slot.hours.end) * 60_000,
                    required: slot.required
                )
            }
        }
    }

    private func midnight(_ number: Int) -> Int64 { (Int64(number) * 24 - 9) * 3_600_000 }

    private func number(at time: Int64) -> Int { Int((time + 9 * 3_600_000) / 86_400_000) }

    private func isValid(_ slot: Slot, on date: Day) -> Bool {
        let begun = rota.slots.filter { other in other.name == slot.name && other.validFrom.map { $0 <= date } ?? true }
        let latest = begun.compactMap(\.validFrom).max()
        return begun.contains(slot) && slot.validFrom == latest
    }

    private func type(_ number: Int) -> DayType {
        let (year, month, day) = Day(number: number).parts
        let isOwn = month == 11 && (13...15).contains(day) || month == 12 && day >= 30 || month == 1 && day <= 2
        if RandomRota.years.contains(year), rota.holidays.contains(number) || isOwn { return .holiday }
        // 1970-01-01 was a Thursday.
        return number % 7 == 2 ? .saturday : number % 7 == 3 ? .sunday : .weekday
    }
}

extension NaiveResolver {
    /// The answer at an instant, in milliseconds.
    func situation(at time: Int64) -> Situation {
        let today = number(at: time)
        let deciding = deciding(at: time)
        var result = Situation()
        result.lines = lines(of: deciding, at: time)
        if Day(number: today).parts.year > RandomRota.years.upperBound { result.warnings.insert(.holidayTableEnds) }
        if deciding.isEmpty {
            guard !isUnpublished(at: time, today: today) else {
                result.status = .unpublished
                return result
            }
        } else if result.lines.contains(where: { $0.order == 1 && $0.obstacle == nil }) {
            result.status = .onDuty
            if deciding.contains(where: { isShort($0, result.lines) }) { result.warnings.insert(.short) }
        } else {
            result.status = .gap
            if deciding.contains(where: { $0.key.area != nil }) {
                result.lines += lines(of: covering(time).filter { $0.key.area == nil }, at: time)
            }
        }
        let edition = rota.months[(deciding.first?.key.dutyDate ?? Day(number: today)).month]
        (result.revision, result.publishedAt) = (edition?.revision, edition?.publishedAt)
        addWarnings(to: &result)
        return result
    }

    /// The places that decide at an instant: the area's own, or else the whole association's.
    func deciding(at time: Int64) -> [Seat] {
        let all = covering(time)
        let own = all.filter { $0.key.area != nil }
        return own.isEmpty ? all : own
    }

    private func covering(_ time: Int64) -> [Seat] {
        let today = number(at: time)
        return (today - 2...today).flatMap { date in (seats[date] ?? []).filter { $0.start <= time && time < $0.end } }
            .sorted { ($0.start, $0.key.slot) < ($1.start, $1.key.slot) }
    }

    private func addWarnings(to result: inout Situation) {
        let people = result.lines.map(\.physician)
        if Set(people).count < people.count { result.warnings.insert(.samePerson) }
        if result.lines.contains(where: { $0.obstacle == .noTelephone }) { result.warnings.insert(.noTelephone) }
        if result.lines.contains(where: { $0.obstacle == .inactivePhysician }) {
            result.warnings.insert(.inactivePhysician)
        }
        if result.lines.contains(where: { $0.obstacle == .absent }) { result.warnings.insert(.absent) }
    }

    func isShort(_ seat: Seat, _ lines: [Line]) -> Bool {
        let callable = lines.filter { $0.place == seat.key && $0.obstacle == nil }
        return callable.count { $0.order == 1 } < seat.required.first
            || callable.count { $0.order == 2 } < seat.required.second
    }

    private func isUnpublished(at time: Int64, today: Int) -> Bool {
        if rota.months[Day(number: today).month] == nil { return true }
        let eve = Day(number: today - 1)
        if rota.months[eve.month] != nil { return false }
        return rota.slots.contains { slot in
            guard isValid(slot, on: eve), slot.dayTypes.contains(type(today - 1)) else { return false }
            if case .areas(let some) = slot.reach, !some.contains(area) { return false }
            let minutes = Int((time - midnight(today - 1)) / 60_000)
            return slot.hours.start <= minutes && minutes < slot.hours.end
        }
    }

    private func lines(of seats: [Seat], at time: Int64) -> [Line] {
        [1, 2].flatMap { order in
            seats.flatMap { seat in holders(seat, order, at: time).map { line($0.0, $0.1, order, seat, at: time) } }
        }
    }

    private func line(_ id: PhysicianID, _ override: String?, _ order: Int, _ seat: Seat, at time: Int64) -> Line {
        let physician = rota.physicians.first { $0.id == id }
        let telephones = (rota.slotTelephones[seat.key.slot] ?? []) + (physician?.telephones ?? [])
        let date = seat.key.dutyDate
        var obstacle: DutyShift.Obstacle? = telephones.isEmpty ? .noTelephone : nil
        if isAway(id, date: date, at: time) { obstacle = .absent }
        if physician == nil { obstacle = .inactivePhysician }
        if let from = physician?.activeFrom, date < from { obstacle = .inactivePhysician }
        if let to = physician?.activeTo, to < date { obstacle = .inactivePhysician }
        var ordered: [Telephone] = []
        for isWanted in [true, false] {
            for telephone in telephones where isAnswered(telephone, at: time) == isWanted {
                if !ordered.map(\.number).contains(telephone.number) { ordered.append(telephone) }
            }
        }
        return Line(
            order: order, physician: id, telephones: ordered, place: seat.key, override: override, obstacle: obstacle)
    }

    private func isAnswered(_ telephone: Telephone, at time: Int64) -> Bool {
        guard let hours = telephone.hours else { return true }
        let today = number(at: time)
        return [today, today - 1, today - 2].contains { number in
            let minutes = Int((time - midnight(number)) / 60_000)
            let isKept = hours.dayTypes.isEmpty || hours.dayTypes.contains(type(number))
            return isKept && hours.span.start <= minutes && minutes < hours.span.end
        }
    }

    /// The end of the last place of the area or the whole association.
    var horizon: Int64? { seats.values.flatMap(\.self).map(\.end).max() }
}
