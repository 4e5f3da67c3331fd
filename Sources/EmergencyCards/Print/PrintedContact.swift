import DutyRota

/// Somebody whom the family can call, as printed.
public struct PrintedContact: Hashable, Sendable {
    /// A number with what it is and when it is answered.
    public struct Number: Hashable, Sendable {
        public let label: String
        public let text: String
    }

    /// What they are to the patient, such as かかりつけ医.
    public let role: String
    public let organisation: String?
    public let name: String
    /// In the register's order; empty: cannot be called.
    public let numbers: [Number]
}

extension PrintedContact {
    /// Those whom a card names, in the order in which to call them: physicians with the numbers that the registers have of them today. A physician
    /// who is no member any more is named without a number.
    static func named(by document: CardDocument, registers: Registers, on day: Day) -> [PrintedContact] {
        let nurse = document.visitingNurse.map { nurse in
            PrintedContact(
                role: PrintWords.visitingNurse, organisation: nil, name: nurse.name ?? PrintWords.visitingNurse,
                numbers: nurse.telephone.map { [Number(label: "", text: $0)] } ?? [])
        }
        let attending =
            document.attendingPhysician.map { physician($0, PrintWords.attendingPhysician, registers, day) }
            ?? PrintedContact(
                role: PrintWords.attendingPhysician, organisation: nil, name: PrintWords.blank, numbers: [])
        let deputy = document.deputyPhysician.map { physician($0, PrintWords.deputyPhysician, registers, day) }
        let ids = document.colour == .yellow ? document.hospitals.compactMap(\.hospital) : []
        let hospitals = ids.enumerated().map { index, id in
            hospital(id, PrintWords.hospital(index + 1, of: ids.count), registers)
        }
        return [attending, nurse, deputy].compactMap(\.self) + hospitals
    }

    private static func physician(
        _ id: PhysicianID, _ role: String, _ registers: Registers, _ day: Day
    ) -> PrintedContact {
        let physician = registers.physicians[id]
        let telephones = physician?.isActive(on: day) == true ? physician?.telephones ?? [] : []
        return PrintedContact(
            role: role, organisation: physician?.organisation,
            name: physician.map { PrintWords.physician($0.name) } ?? id.text, numbers: telephones.map(Number.init))
    }

    private static func hospital(_ id: HospitalID, _ role: String, _ registers: Registers) -> PrintedContact {
        let hospital = registers.hospitals[id]
        return PrintedContact(
            role: role, organisation: nil, name: hospital?.name ?? id.text,
            numbers: hospital?.telephones.map(Number.init) ?? [])
    }
}

extension PrintedContact.Number {
    fileprivate init(_ telephone: Telephone) {
        self.init(label: PrintWords.label(telephone), text: telephone.number)
    }
}
