import DutyRota

/// Who was on duty, kept as plainly as an office would on paper: the sheets, what was laid over them, who could not come.
struct NightDuty {
    struct StandIn {
        let place: Place.Key
        let order: CallOrder
        let physician: PhysicianID?
        let interval: Range<Instant>
    }

    struct Away {
        let physician: PhysicianID
        var interval: Range<Instant>
    }

    var places: [Place] = []
    var standIns: [StandIn] = []
    var away: [Away] = []

    /// The places that run in an area.
    func running(_ area: AreaID, at instant: Instant) -> [Place] {
        places.filter { $0.key.area == area && $0.interval.contains(instant) }
    }

    /// Who holds a call of a place; what was laid over it last counts.
    func holder(of place: Place, _ order: CallOrder, at instant: Instant) -> PhysicianID? {
        let over = standIns.last { $0.place == place.key && $0.order == order && $0.interval.contains(instant) }
        return over.map(\.physician) ?? place.holders[order].first
    }

    func isOnDuty(_ physician: PhysicianID, _ order: CallOrder?, in area: AreaID, at instant: Instant) -> Bool {
        guard !away.contains(where: { $0.physician == physician && $0.interval.contains(instant) }) else {
            return false
        }
        return running(area, at: instant).contains { place in
            CallOrder.allCases.contains { (order ?? $0) == $0 && holder(of: place, $0, at: instant) == physician }
        }
    }
}
