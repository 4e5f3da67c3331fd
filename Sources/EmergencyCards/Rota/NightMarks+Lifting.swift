public import DutyRota

extension NightMarks {
    /// Takes a mark back, be it of a physician or of a hospital. Throws where no such mark stands that is not over.
    public func lifting(
        _ id: String, at now: Instant, by actor: String, reason: String
    ) throws(RotaRefusal) -> NightDecision {
        let standing =
            unavailabilities.filter { $0.lift == nil && now < $0.until }.map(\.id)
            + fullHospitals.filter { $0.lift == nil && now < $0.until }.map(\.id)
        guard standing.contains(id) else { throw .unknown(id) }
        let faults = RotaDesk.reasonFaults(reason)
        guard faults.isEmpty else { throw .invalid(faults) }
        var decision = NightDecision()
        decision.lifts[id] = Lift(at: now, by: actor, reason: reason)
        return decision
    }
}
