public import DutyRota

extension RegisterDesk {
    /// The association's document (name, standing contact, areas, own holidays) with a merge patch laid over it; it counts at once.
    ///
    /// `patients`: how many patients live in an area by the register. An area that something still refers to does not go: throws
    /// `stillNeeded` with what that is, besides `unknownAssociation` and `invalidFields`.
    public func changingAssociation(
        _ id: AssociationID, by patch: JSONValue, patients: (AreaID) throws -> Int
    ) throws -> RegisterDecision {
        let book = try book(of: id)
        let present = JSONValue { book.association.write(to: &$0, ownHolidays: book.calendar.own) }
        let (association, ownHolidays) = try read(present.patched(by: patch)) { reader in
            let ownHolidays = reader.ownHolidays("ownHolidays")
            return Association.read(&reader, id: id).map { ($0, ownHolidays) }
        }
        let gone = book.association.areas.filter { association.area($0.id) == nil }
        let needed = try gone.compactMap { area in
            let patients = DirectoryWords.patients(try patients(area.id))
            let needs = (book.needs(of: area.id, at: now) + [patients]).compactMap(\.self)
            return needs.isEmpty
                ? nil : FieldFault(field: "areas", message: DirectoryWords.stillNeeded(area, for: needs))
        }
        guard needed.isEmpty else { throw Refusal(.stillNeeded, errors: needed) }
        return RegisterDecision(entries: [.association(association, ownHolidays: ownHolidays)])
    }
}

extension RotaBook {
    /// What of the rota and the register of physicians refers to an area, from an instant on, each in words.
    fileprivate func needs(of area: AreaID, at instant: Instant) -> [String?] {
        let places = months.values.flatMap(\.places).count { $0.key.area == area && $0.interval.upperBound > instant }
        let present = slots.valid(on: instant.day)
        let slots = slots.filter { slot in
            let counts = present.contains(slot) || slot.validFrom.map { $0 > instant.day } ?? false
            guard counts, !slot.dayTypes.isEmpty, case .areas(let areas) = slot.reach else { return false }
            return areas.contains(area)
        }
        let members = physicians.values.count {
            $0.areas.contains(area) && $0.activeTo.map { $0 >= instant.day } ?? true
        }
        return [
            DirectoryWords.places(places), DirectoryWords.slots(slots.map(\.name)), DirectoryWords.physicians(members),
        ]
    }
}
