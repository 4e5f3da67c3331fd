public import DutyRota

extension Hospital {
    /// Reads the register's document, but for its identifier. nil, with faults, where something that must be there is not: a hospital
    /// without a number could not be called.
    static func read(_ reader: inout ObjectReader, id: HospitalID) -> Hospital? {
        let name = reader.required("name") { $0.text($1) }
        let telephones = reader.required("telephones") { reader, key in
            let numbers = reader.numbers(key)
            return numbers.isEmpty ? nil : numbers
        }
        let entrance = reader.text("entrance")
        let email = reader.email("email")
        let address = reader.required("address") { $0.text($1, maximum: 200) }
        guard let name, let telephones, let address else { return nil }
        return Hospital(
            id: id, name: name, telephones: telephones, entrance: entrance, email: email, address: address)
    }

    /// Writes the register's document. `validFrom`: from when it counts, where that lies ahead.
    public func write(to json: inout JSONWriter, validFrom: Day? = nil) {
        json.member("id", id.text)
        json.member("name", name)
        json.member("telephones", each: telephones) { $1.write(to: &$0) }
        json.member("entrance", entrance)
        json.member("email", email)
        json.member("address", address)
        json.member("validFrom", validFrom?.description)
    }
}
