public import DutyRota

extension Association {
    /// Reads the register's document, but for its identifier and its own holidays. nil, with faults, where something that must be there is
    /// not.
    static func read(_ reader: inout ObjectReader, id: AssociationID) -> Association? {
        let name = reader.required("name") { $0.text($1) }
        let contact = reader.required("standingContact") { $0.object($1, StandingContact.read) } ?? nil
        let areas = reader.required("areas") { reader, key in
            let areas = reader.list(key, Area.read)
            return areas.isEmpty ? nil : areas
        }
        reader.refuseTwins(of: areas ?? [])
        guard let name, let contact, let areas else { return nil }
        return Association(id: id, name: name, standingContact: contact, areas: areas.compactMap(\.self))
    }

    /// Writes the register's document.
    public func write(to json: inout JSONWriter, ownHolidays: [OwnHoliday]) {
        json.member("name", name)
        json.member("standingContact", object: standingContact.write)
        json.member("ownHolidays", ownHolidays.map(\.text))
        json.member("areas", each: areas) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
            $0.member("addresses", $1.addresses)
        }
    }
}

extension StandingContact {
    fileprivate static func read(_ reader: inout ObjectReader) -> StandingContact? {
        let name = reader.required("name") { $0.text($1) }
        let telephone = reader.required("telephone") { $0.telephoneNumber($1) }
        let hours = reader.object("hours", TelephoneHours.read) ?? nil
        return name.flatMap { name in
            telephone.map { StandingContact(name: name, telephone: $0, hours: hours) }
        }
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.member("name", name)
        json.member("telephone", telephone)
        json.member("hours", object: hours) { $1.write(to: &$0) }
    }
}

extension Area {
    fileprivate static func read(_ reader: inout ObjectReader) -> Area? {
        let id = reader.required("id") { $0.identifier($1) }
        let name = reader.required("name") { reader, key in
            reader.parsed(key, DirectoryWords.reservedAreaName) { Slot.Reach.words.contains($0) ? nil : $0 }
        }
        let addresses = reader.texts("addresses")
        return id.flatMap { id in name.map { Area(id: AreaID(id), name: $0, addresses: addresses) } }
    }
}

extension ObjectReader {
    /// Yearly stretches of days, `12-29/01-03`.
    mutating func ownHolidays(_ key: String) -> [OwnHoliday] {
        texts(key, SeedWords.notAnOwnHoliday) { OwnHoliday($0) }
    }

    /// Areas are told apart by identifier in the API and by name on month sheets: neither may stand twice.
    fileprivate mutating func refuseTwins(of areas: [Area?]) {
        for (index, area) in areas.enumerated() {
            let before = areas[..<index].compactMap(\.self)
            guard let area else { continue }
            if before.contains(where: { $0.id == area.id }) {
                let _: Never? = fault("areas[\(index)].id", SeedWords.repeatedID(area.id.text))
            }
            if before.contains(where: { Names.folded($0.name) == Names.folded(area.name) }) {
                let _: Never? = fault("areas[\(index)].name", DirectoryWords.nameTaken(area.name))
            }
        }
    }
}
