import DutyRota

/// What `association.json` says.
struct SeedAssociation {
    let association: Association
    let ownHolidays: [String]

    static func read(_ bytes: [UInt8], _ file: String, _ faults: inout [TableFault]) -> SeedAssociation? {
        guard let value = JSONValue(bytes) else {
            faults.append(TableFault(file: file, row: nil, column: nil, message: SeedWords.notJSON))
            return nil
        }
        var reader = ObjectReader(value)
        let about = read(&reader)
        let found = reader.finished()
        faults += found.map { TableFault(file: file, row: nil, column: $0.field, message: $0.message) }
        return found.isEmpty ? about : nil
    }

    private static func read(_ reader: inout ObjectReader) -> SeedAssociation? {
        let id = reader.required("id") { $0.text($1) }
        let name = reader.required("name") { $0.text($1) }
        let contact = reader.object("standingContact") { contact -> StandingContact? in
            let name = contact.required("name") { $0.text($1) }
            let telephone = contact.telephone("telephone")
            if telephone == nil { contact.require("telephone") }
            let hours = contact.object("hours", TelephoneHours.read) ?? nil
            return name.flatMap { name in
                telephone.map { StandingContact(name: name, telephone: $0, hours: hours) }
            }
        }
        if contact == nil { reader.require("standingContact") }
        let areas = reader.list("areas") { area -> Area? in
            let id = area.required("id") { $0.text($1) }
            let name = area.required("name") { $0.text($1) }
            let addresses = area.texts("addresses")
            return id.flatMap { id in name.map { Area(id: AreaID(id), name: $0, addresses: addresses) } }
        }
        if areas.isEmpty { reader.require("areas") }
        let ownHolidays = reader.texts("ownHolidays")
        for (index, text) in ownHolidays.enumerated() where OwnHoliday(text) == nil {
            let _: Never? = reader.fault("ownHolidays[\(index)]", SeedWords.notAnOwnHoliday)
        }
        guard let id, let name, let contact = contact ?? nil else { return nil }
        let association = Association(
            id: AssociationID(id), name: name, standingContact: contact, areas: areas.compactMap(\.self))
        return SeedAssociation(association: association, ownHolidays: ownHolidays)
    }
}
