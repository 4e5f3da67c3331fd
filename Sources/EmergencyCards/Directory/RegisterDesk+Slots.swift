public import DutyRota

extension RegisterDesk {
    /// A new slot; without `validFrom` it is taken to have been there ever since. Throws `unknownAssociation`, `invalidFields`, also where
    /// it overlaps another.
    public func enteringSlot(_ document: JSONValue, of association: AssociationID) throws(Refusal) -> RegisterDecision {
        let book = try book(of: association)
        let (slot, telephones) = try read(document.withListedAreas) { reader in
            let telephones = reader.numbers("telephones")
            let slot = Slot.read(&reader, of: book.association, today: now.day)
            if let slot, book.slots.contains(where: { Names.folded($0.name) == Names.folded(slot.name) }) {
                let _: Never? = reader.fault("name", DirectoryWords.nameTaken(slot.name))
            }
            return slot.map { ($0, telephones) }
        }
        return try decision(slot, telephones, book)
    }

    /// A slot's document with a merge patch laid over it: a new version from `validFrom` on, the first duty date that it counts for; without
    /// one from today, or from the day on which a slot that lies ahead begins. Later versions stay. The telephones count at once.
    ///
    /// Published places stay as they are: see ``DutyRota/RotaBook/monthsToPublishAnew(from:)``. Throws `unknownAssociation`, `notFound`,
    /// `invalidFields`, also where the slot would overlap another.
    public func changingSlot(
        _ name: String, by patch: JSONValue, of association: AssociationID
    ) throws(Refusal) -> RegisterDecision {
        let book = try book(of: association)
        let base = try book.slot(name, on: patch.firstDay ?? now.day)
        let first = max(base.validFrom ?? now.day, now.day)
        let present = JSONValue {
            base.beginning(first).write(to: &$0, telephones: book.slotTelephones[name] ?? [])
        }
        let (slot, telephones) = try read(present.patched(by: patch).withListedAreas) { reader in
            sameID(&reader, name, at: "name")
            let telephones = reader.numbers("telephones")
            return Slot.read(&reader, of: book.association, today: now.day).map { ($0, telephones) }
        }
        return try decision(slot.beginning(slot.validFrom ?? first), telephones, book)
    }

    /// A slot that is no more from a duty date on: a version without kinds of day, later versions included. Throws
    /// `unknownAssociation`, `notFound`, `invalidFields` for a day that is over.
    public func retiringSlot(
        _ name: String, from date: Day, of association: AssociationID
    ) throws(Refusal) -> RegisterDecision {
        let book = try book(of: association)
        let last = try book.slot(name, on: date)
        guard date >= now.day else { throw Refusal(.invalidFields, field: "from", FieldWords.beforeToday) }
        let later = book.slots.filter { $0.name == name && $0.validFrom.map { $0 > date } ?? false }
        let ended = [last.beginning(date)] + later
        return RegisterDecision(entries: ended.map { .slot($0.retired, of: association) })
    }

    private func decision(
        _ slot: Slot, _ telephones: [Telephone], _ book: RotaBook
    ) throws(Refusal) -> RegisterDecision {
        let faults = book.clashes(of: slot)
        guard faults.isEmpty else { throw Refusal(.invalidFields, errors: faults) }
        let association = book.association.id
        var decision = RegisterDecision()
        if !book.slots.says(slot) { decision.entries.append(.slot(slot, of: association)) }
        if telephones != book.slotTelephones[slot.name] ?? [] {
            decision.entries.append(.slotTelephones(slot.name, telephones, of: association))
        }
        return decision
    }
}

extension RotaBook {
    /// The version of a slot that is valid on a duty date, or its first where it begins later. Throws `notFound`.
    fileprivate func slot(_ name: String, on date: Day) throws(Refusal) -> Slot {
        let versions = slots.filter { $0.name == name }
        guard let slot = versions.valid(on: date).first ?? versions.min(by: { $0.first < $1.first }) else {
            throw Refusal(.notFound)
        }
        return slot
    }

    /// With which slots a new version would overlap, each said once.
    fileprivate func clashes(of slot: Slot) -> [FieldFault] {
        let others = slots.filter { $0.name != slot.name || $0.validFrom != slot.validFrom }
        return (others + [slot]).clashes(areas: association.areas).filter { $0.later == others.count }.map { clash in
            let area = clash.area.map { association.area($0)?.name ?? $0.text }
            let other = clash.earlier == clash.later ? nil : others[clash.earlier]
            return FieldFault(field: "start", message: DirectoryWords.clash(with: other, clash.order, area: area))
        }
    }
}

extension [Slot] {
    /// Whether on its first duty date a slot is already as a version says.
    fileprivate func says(_ version: Slot) -> Bool {
        guard let date = version.validFrom else { return false }
        return valid(on: date).contains { $0.beginning(date) == version }
    }
}

extension Slot {
    /// The first duty date as a number to compare.
    fileprivate var first: Int { validFrom?.number ?? .min }

    /// The slot as a version from a duty date on.
    fileprivate func beginning(_ date: Day) -> Slot {
        Slot(name: name, dayTypes: dayTypes, reach: reach, hours: hours, required: required, validFrom: date)
    }

    /// The version without kinds of day.
    fileprivate var retired: Slot {
        Slot(name: name, dayTypes: [], reach: reach, hours: hours, required: required, validFrom: validFrom)
    }
}
