public import DutyRota

extension RegisterDesk {
    /// A new hospital. Throws `invalidFields`.
    public func enteringHospital(_ document: JSONValue) throws(Refusal) -> RegisterDecision {
        try read(document) { reader in
            let id = newID(&reader, after: registers.hospitals.keys.map(\.text), first: "H01")
            return decision(&reader, id: HospitalID(id))
        }
    }

    /// A hospital's document with a merge patch laid over it. Throws `unknownHospital`, `invalidFields`.
    public func changingHospital(_ id: HospitalID, by patch: JSONValue) throws(Refusal) -> RegisterDecision {
        let hospital = try hospital(id)
        return try read(JSONValue { hospital.write(to: &$0) }.patched(by: patch)) { reader in
            sameID(&reader, id.text)
            return decision(&reader, id: id)
        }
    }

    /// A hospital that takes part no more from a day on (nil: from now on); cards that name it go on naming it. Throws `unknownHospital`,
    /// `invalidFields` for a day that is over.
    public func retiringHospital(_ id: HospitalID, from day: Day?) throws(Refusal) -> RegisterDecision {
        _ = try hospital(id)
        if let day, day < now.day { throw Refusal(.invalidFields, field: "from", FieldWords.beforeToday) }
        return RegisterDecision(entries: [.hospitalRetired(id, from: max(day?.start ?? now, now))])
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
