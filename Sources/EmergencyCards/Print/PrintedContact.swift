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
    /// The people whom a card names, in the order in which to call them: physicians with the numbers that the registers have of them today. A
    /// physician who is no member any more is named without a number.
    static func people(of document: CardDocument, registers: Registers, on day: Day) -> [PrintedContact] {
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
        return [attending, nurse, deputy].compactMap(\.self)
    }

    /// The hospitals that agreed to take a yellow card's patient, in the agreed order.
    static func hospitals(of document: CardDocument, registers: Registers) -> [PrintedContact] {
        let ids = document.colour == .yellow ? document.hospitals.compactMap(\.hospital) : []
        return ids.enumerated().map { index, id in
            let hospital = registers.hospitals[id]
            return PrintedContact(
                role: PrintWords.hospital(index + 1, of: ids.count), organisation: nil, name: hospital?.name ?? id.text,
                numbers: Number.all(hospital?.telephones ?? []))
        }
    }

    private static func physician(
        _ id: PhysicianID, _ role: String, _ registers: Registers, _ day: Day
    ) -> PrintedContact {
        let physician = registers.physicians[id]
        let telephones = physician?.isActive(on: day) == true ? physician?.telephones ?? [] : []
        return PrintedContact(
            role: role, organisation: physician?.organisation,
            name: physician.map { PrintWords.physician($0.name) } ?? id.text, numbers: Number.all(telephones))
    }
}

extension PrintedContact.Number {
    /// Numbers in the register's order; one that the register has for several hours stands once, with all of them.
    fileprivate static func all(_ telephones: [Telephone]) -> [Self] {
        telephones.reduce(into: []) { numbers, telephone in
            guard !numbers.contains(where: { $0.text == telephone.number }) else { return }
            let same = telephones.filter { $0.number == telephone.number }
            numbers.append(Self(label: PrintWords.label(telephone.label, same.map(\.hours)), text: telephone.number))
        }
    }
}
