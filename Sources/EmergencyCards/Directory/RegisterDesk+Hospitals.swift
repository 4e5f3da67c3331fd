public import DutyRota

extension RegisterDesk {
    /// A new hospital. Throws `invalidFields`.
    public func enteringHospital(_ document: JSONValue) throws(Refusal) -> RegisterDecision {
        try read(document) { reader in
            let id = newID(&reader, after: registers.hospitals.keys.map(\.text), first: "H01")
            return decision(&reader, id: HospitalID(id))
        }
    }

    /// A hospital's document with a merge patch laid over it, and over what its `history` has planned for later. Throws `unknownHospital`,
    /// `invalidFields`.
    public func changingHospital(
        _ id: HospitalID, by patch: JSONValue, history: [RegisterVersion]
    ) throws(Refusal) -> RegisterDecision {
        let planned = history.planned(after: now).compactMap { version -> (from: Instant, hospital: Hospital)? in
            if case .hospital(let later)? = version.content { (version.from, later) } else { nil }
        }
        let start = patch.firstDay?.start ?? now
        let present = try hospital(id)
        let base = planned.last { $0.from <= start }?.hospital ?? present
        var decision = try changed(base, by: patch, from: nil)
        for later in planned where later.from > start {
            decision.entries += try changed(later.hospital, by: patch.undated, from: later.from).entries
        }
        return decision
    }

    private func changed(
        _ hospital: Hospital, by patch: JSONValue, from instant: Instant?
    ) throws(Refusal) -> RegisterDecision {
        try read(JSONValue { hospital.write(to: &$0) }.patched(by: patch)) { reader in
            sameID(&reader, hospital.id.text)
            let from = validFrom(&reader)
            return Hospital.read(&reader, id: hospital.id).map {
                RegisterDecision(entries: [.hospital($0, from: instant ?? from)])
            }
        }
    }

    /// A hospital that takes part no more from a day on (nil: from now on), whatever its `history` has planned for later; cards that name it go
    /// on naming it. Throws `unknownHospital`, `invalidFields` for a day that is over.
    public func retiringHospital(
        _ id: HospitalID, from day: Day?, history: [RegisterVersion]
    ) throws(Refusal) -> RegisterDecision {
        _ = try hospital(id)
        if let day, day < now.day { throw Refusal(.invalidFields, field: "from", FieldWords.beforeToday) }
        let from = max(day?.start ?? now, now)
        let later = history.planned(after: from).filter { $0.content != nil }.map(\.from)
        return RegisterDecision(entries: ([from] + later).map { .hospitalRetired(id, from: $0) })
    }

    private func hospital(_ id: HospitalID) throws(Refusal) -> Hospital {
        guard let hospital = registers.hospitals[id] else { throw Refusal(.unknownHospital) }
        return hospital
    }

    private func decision(_ reader: inout ObjectReader, id: HospitalID) -> RegisterDecision? {
        let from = validFrom(&reader)
        return Hospital.read(&reader, id: id).map { RegisterDecision(entries: [.hospital($0, from: from)]) }
    }
}
