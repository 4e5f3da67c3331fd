public import DutyRota

extension NightMarks {
    /// Takes a mark back, be it of a physician or of a hospital. Throws where no such mark counts at the instant.
    public func lifting(
        _ id: String, at now: Instant, by actor: String, reason: String
    ) throws(RotaRefusal) -> NightDecision {
        let counting =
            unavailabilities.filter { $0.interval.contains(now) }.map(\.id)
            + fullHospitals.filter { $0.interval.contains(now) }.map(\.id)
        guard counting.contains(id) else { throw .unknown(id) }
        let faults = RotaDesk.reasonFaults(reason)
        guard faults.isEmpty else { throw .invalid(faults) }
        var decision = NightDecision()
        decision.lifts[id] = Lift(at: now, by: actor, reason: reason)
        return decision
    }
}
