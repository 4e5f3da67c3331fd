public import DutyRota

extension Physician {
    /// Reads the register's document, but for its identifier. nil, with faults, where something that must be there is not.
    static func read(_ reader: inout ObjectReader, id: PhysicianID, of association: Association) -> Physician? {
        let name = reader.required("name") { $0.text($1) }
        let kana = reader.required("kana") { $0.kana($1) }
        let organisation = reader.text("organisation")
        let email = reader.email("email")
        let areas = reader.areas("areas", of: association)
        let from = reader.day("activeFrom")
        let to = reader.day("activeTo")
        let telephones = reader.numbers("telephones")
        if let from, let to, to < from { let _: Never? = reader.fault("activeTo", DirectoryWords.beforeJoining(from)) }
        guard let name, let kana else { return nil }
        return Physician(
            id: id, association: association.id, name: name, kana: kana, organisation: organisation ?? "",
            email: email, areas: areas, activeFrom: from, activeTo: to, telephones: telephones)
    }

    /// Writes the register's document. `validFrom`: from when it counts, where that lies ahead.
    public func write(to json: inout JSONWriter, validFrom: Day? = nil) {
        json.member("id", id.text)
        json.member("name", name)
        json.member("kana", kana)
        json.member("organisation", organisation)
        json.member("email", email)
        json.member("areas", areas.map(\.text))
        json.member("activeFrom", activeFrom?.description)
        json.member("activeTo", activeTo?.description)
        json.member("telephones", each: telephones) { $1.write(to: &$0) }
        json.member("validFrom", validFrom?.description)
    }

    /// The physician with a last day as a member.
    func leaving(_ lastDay: Day) -> Physician {
        Physician(
            id: id, association: association, name: name, kana: kana, organisation: organisation, email: email,
            areas: areas, activeFrom: activeFrom, activeTo: lastDay, telephones: telephones)
    }
}
