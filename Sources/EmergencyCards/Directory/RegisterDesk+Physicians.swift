public import DutyRota

extension RegisterDesk {
    /// A new physician. Throws `unknownAssociation`, `invalidFields`.
    public func enteringPhysician(
        _ document: JSONValue, of association: AssociationID
    ) throws(Refusal) -> RegisterDecision {
        let book = try book(of: association)
        return try read(document) { reader in
            let id = newID(&reader, after: book.physicians.keys.map(\.text), first: "P001")
            return decision(&reader, id: PhysicianID(id), of: book.association)
        }
    }

    /// A physician's document with a merge patch laid over it. What their `history` has planned for later gets the same patch, or it would
    /// bring back on its day what is mended now. Throws `unknownAssociation`, `unknownPhysician`, `invalidFields`.
    public func changingPhysician(
        _ id: PhysicianID, by patch: JSONValue, of association: AssociationID, history: [RegisterVersion]
    ) throws(Refusal) -> RegisterDecision {
        let book = try book(of: association)
        let planned = history.planned(after: now).compactMap { version -> (from: Instant, physician: Physician)? in
            if case .physician(let later)? = version.content { (version.from, later) } else { nil }
        }
        let start = patch.firstDay?.start ?? now
        let present = try physician(id, in: book)
        let base = planned.last { $0.from <= start }?.physician ?? present
        var decision = try changed(base, by: patch, from: nil, of: book.association)
        for later in planned where later.from > start {
            decision.entries += try changed(later.physician, by: patch.undated, from: later.from, of: book.association)
                .entries
        }
        return decision
    }

    private func changed(
        _ physician: Physician, by patch: JSONValue, from instant: Instant?, of association: Association
    ) throws(Refusal) -> RegisterDecision {
        try read(JSONValue { physician.write(to: &$0) }.patched(by: patch)) { reader in
            sameID(&reader, physician.id.text)
            let from = validFrom(&reader)
            return Physician.read(&reader, id: physician.id, of: association).map {
                RegisterDecision(entries: [.physician($0, from: instant ?? from)])
            }
        }
    }

    /// A physician who leaves: they stay on the register, with a last day that may lie in the past or ahead. What their `history` has
    /// planned for later gets the same last day, or it would bring them back. Throws `unknownAssociation`, `unknownPhysician`,
    /// `invalidFields` where the day lies before their first.
    public func retiringPhysician(
        _ id: PhysicianID, lastDay: Day, of association: AssociationID, history: [RegisterVersion]
    ) throws(Refusal) -> RegisterDecision {
        let physician = try physician(id, in: try book(of: association))
        if let first = physician.activeFrom, lastDay < first {
            throw Refusal(.invalidFields, field: "lastDay", DirectoryWords.beforeJoining(first))
        }
        let planned = history.planned(after: now).compactMap { version -> RegisterEntry? in
            guard case .physician(let later)? = version.content else { return nil }
            return .physician(later.leaving(lastDay), from: version.from)
        }
        return RegisterDecision(entries: [.physician(physician.leaving(lastDay), from: now)] + planned)
    }

    private func physician(_ id: PhysicianID, in book: RotaBook) throws(Refusal) -> Physician {
        guard let physician = book.physicians[id] else { throw Refusal(.unknownPhysician) }
        return physician
    }

    private func decision(
        _ reader: inout ObjectReader, id: PhysicianID, of association: Association
    ) -> RegisterDecision? {
        let from = validFrom(&reader)
        return Physician.read(&reader, id: id, of: association).map {
            RegisterDecision(entries: [.physician($0, from: from)])
        }
    }
}
