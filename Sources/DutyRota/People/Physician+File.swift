extension Physician {
    /// Reads `physicians.csv`: `id,name,kana,organisation,telephone[,telephone2][,email],areas[,activeFrom][,activeTo]`.
    ///
    /// Areas by id or name, separated by spaces; days inclusive, empty for no limit. A physician without a number may be
    /// registered: they can attend, and as duty physicians they are passed over with a warning. After faults the physicians are
    /// those whose id and name could be read.
    public static func read(
        physicians bytes: [UInt8],
        file: String,
        association: AssociationID,
        areas: [Area],
        faults: inout [TableFault]
    ) -> [Physician] {
        let table = Table(
            file: file,
            bytes: bytes,
            required: ["id", "name", "kana", "organisation", "telephone", "areas"],
            optional: ["telephone2", "email", "activeFrom", "activeTo"],
            faults: &faults
        )
        var rows: [PhysicianID: Int] = [:]
        return table.rows.compactMap { row in
            guard let physician = Physician(row, association: association, areas: areas, faults: &faults) else {
                return nil
            }
            if let first = rows[physician.id] {
                faults.append(row.fault("id", PeopleWords.repeatedID(physician.id, row: first)))
                return nil
            }
            rows[physician.id] = row.number
            return physician
        }
    }

    private convenience init?(_ row: Table.Row, association: AssociationID, areas: [Area], faults: inout [TableFault]) {
        let id = row.text("id", faults: &faults)
        let name = row.text("name", faults: &faults)
        let from = row.optionalDay("activeFrom", faults: &faults)
        let to = row.optionalDay("activeTo", faults: &faults)
        if let from, let to, to < from {
            faults.append(row.fault("activeTo", PeopleWords.leavesBeforeJoining(from, to)))
        }
        let telephones = [("telephone", PeopleWords.telephone), ("telephone2", PeopleWords.telephone2)].compactMap {
            row.telephone($0.0, label: $0.1, faults: &faults)
        }
        let own = row.areas("areas", of: areas, faults: &faults)
        guard let id, let name else { return nil }
        self.init(
            id: PhysicianID(id),
            association: association,
            name: name,
            kana: row["kana"],
            organisation: row["organisation"],
            email: row["email"].isEmpty ? nil : row["email"],
            areas: own,
            activeFrom: from,
            activeTo: to,
            telephones: telephones
        )
    }
}
