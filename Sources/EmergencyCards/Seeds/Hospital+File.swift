import DutyRota

extension Hospital {
    /// Reads `hospitals.csv`: `id,name,telephone,nightTelephone,entrance,email,address`.
    static func read(hospitals bytes: [UInt8], file: String, faults: inout [TableFault]) -> [Hospital] {
        let table = Table(
            file: file, bytes: bytes, required: ["id", "name", "telephone", "address"],
            optional: ["nightTelephone", "entrance", "email"], faults: &faults)
        var hospitals: [Hospital] = []
        for row in table.rows {
            guard let id = row.text("id", faults: &faults), let name = row.text("name", faults: &faults) else {
                continue
            }
            if hospitals.contains(where: { $0.id.text == id }) {
                faults.append(row.fault("id", SeedWords.repeatedID(id)))
            }
            let main = row.telephone("telephone", label: SeedWords.mainNumber, faults: &faults)
            let night = row.telephone("nightTelephone", label: SeedWords.nightNumber, faults: &faults)
            hospitals.append(
                Hospital(
                    id: HospitalID(id), name: name, telephones: (night.map(atNight) ?? []) + [main].compactMap(\.self),
                    entrance: row.filled("entrance"), email: row.filled("email"), address: row["address"]))
        }
        return hospitals
    }

    /// The number for nights and holidays goes before the main one then, and behind it by day.
    static func atNight(_ telephone: Telephone) -> [Telephone] {
        let nights = HourSpan(start: 17 * 60, end: (24 + 8) * 60 + 30).map { TelephoneHours(dayTypes: [], span: $0) }
        let daysOff = HourSpan(start: 0, end: 24 * 60).map {
            TelephoneHours(dayTypes: [.saturday, .sunday, .holiday], span: $0)
        }
        return [nights, daysOff].map { Telephone(label: telephone.label, number: telephone.number, hours: $0) }
    }
}

extension Table.Row {
    /// A cell, or nil where it is empty.
    func filled(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }
}
