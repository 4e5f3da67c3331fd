/// That a physician on duty can't come, as it is said at night.
public struct UnavailabilityRequest: Hashable, Sendable {
    /// Who can't come.
    public let physician: PhysicianID
    /// Where it was found.
    public let area: AreaID
    /// Why; needed, up to ``RotaDesk/reasonLimit`` characters.
    public let reason: String

    /// A request.
    public init(physician: PhysicianID, area: AreaID, reason: String) {
        self.physician = physician
        self.area = area
        self.reason = reason
    }
}

extension RotaBook {
    /// The mark that a physician can't come until the slot in which they are on duty ends.
    ///
    /// They must be named in the area's answer at `now`, be it only behind its gap. Throws every field at fault at once; somebody who is
    /// marked already is one.
    public func unavailability(
        _ request: UnavailabilityRequest,
        id: String,
        at now: Instant,
        by actor: String
    ) throws(RotaRefusal) -> Unavailability {
        var faults = RotaDesk.reasonFaults(request.reason)
        let end = end(of: request, at: now, faults: &faults)
        guard let end, faults.isEmpty else { throw .invalid(faults) }
        return Unavailability(
            id: id,
            association: association.id,
            physician: request.physician,
            area: request.area,
            from: now,
            until: end,
            reason: request.reason,
            madeBy: actor
        )
    }

    /// When the slot ends in which the physician is on duty in the area; nil, with a fault, where they aren't, or are marked.
    private func end(of request: UnavailabilityRequest, at now: Instant, faults: inout [DeskFault]) -> Instant? {
        guard let answer = try? duty(at: now, area: request.area) else {
            let words = AreaWords.unknown(request.area.text, areas: association.areas)
            faults.append(DeskFault(field: "area", message: words))
            return nil
        }
        let shifts = answer.shifts.filter { $0.physician.id == request.physician }
        let person = ChangeWords.person(request.physician, physicians[request.physician])
        if shifts.isEmpty {
            faults.append(DeskFault(field: "physician", message: ChangeWords.notOnDuty(person)))
        } else if isUnavailable(request.physician, at: now) {
            faults.append(DeskFault(field: "physician", message: ChangeWords.unavailableAlready(person)))
        }
        return shifts.map(\.interval.upperBound).max()
    }
}
