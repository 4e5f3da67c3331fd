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

    /// A physician's document with a merge patch laid over it. Throws `unknownAssociation`, `unknownPhysician`, `invalidFields`.
    public func changingPhysician(
        _ id: PhysicianID, by patch: JSONValue, of association: AssociationID
    ) throws(Refusal) -> RegisterDecision {
        let book = try book(of: association)
        let physician = try physician(id, in: book)
        return try read(JSONValue { physician.write(to: &$0) }.patched(by: patch)) { reader in
            sameID(&reader, id.text)
            return decision(&reader, id: id, of: book.association)
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
        let planned = history.compactMap { version -> RegisterEntry? in
            guard version.from > now, case .physician(let later)? = version.after else { return nil }
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
