import DutyRota

/// Writes the lines of a packet from a card and the registers of the moment.
struct PacketLines {
    let card: Card
    let registers: Registers
    let isRehearsal: Bool
    let now: Instant

    /// What anybody is shown who comes to the patient: who it is, where, whom to ask.
    static let contact: Set<PacketItem.Field> = [
        .name, .kana, .address, .doorNotes, .patientTelephones, .family, .attendingPhysician, .visitingNurse,
        .deputyPhysician, .card,
    ]

    /// What is for whoever goes to the patient's home, and not for a hospital.
    private static let ofVisits: Set<PacketItem.Field> = [
        .address, .doorNotes, .patientTelephones, .drugsKeptAt, .foreseenSigns, .agreements,
    ]

    func all(for reader: Packet.Reader) -> [PacketItem] {
        guard case .hospital(let hospital) = reader else { return person + clinical + wish + people + [version] }
        let number = card.document.hospitals.first { $0.hospital == hospital }?.patientNumber
        return (person + clinical + wish + [PacketItem(.patientNumber, number)] + people + [version])
            .filter { !Self.ofVisits.contains($0.field) }
    }

    private var person: [PacketItem] {
        let patient = card.document.patient
        return [
            PacketItem(.name, patient.name), PacketItem(.kana, patient.kana),
            PacketItem(.birthDate, patient.birthDate.map { PacketWords.born($0, age: $0.age(on: now.day)) }),
            PacketItem(.sex, patient.sex.map(PacketWords.sex)), PacketItem(.address, patient.address),
            PacketItem(.doorNotes, patient.doorNotes),
            PacketItem(
                .patientTelephones, patient.telephones.isEmpty ? nil : "",
                numbers: patient.telephones.map { number("", $0) }),
        ] + family
    }

    private var family: [PacketItem] {
        card.document.family.map { member in
            PacketItem(
                .family, PacketWords.member(member.relationship, member.name),
                numbers: member.telephone.map { [number("", $0)] } ?? [])
        }
    }

    /// Each as the card's last version has it.
    private var clinical: [PacketItem] {
        let clinical = card.document.clinical
        let texts: [(PacketItem.Field, String?)] = [
            (.diagnosis, clinical.diagnosis), (.expectedCourse, clinical.expectedCourse),
            (.lastVisitOn, clinical.lastVisitOn.map(JapaneseDate.text)), (.foreseenSigns, clinical.foreseenSigns),
            (.medication, clinical.medication), (.drugsKeptAt, clinical.drugsKeptAt), (.devices, clinical.devices),
            (.allergies, clinical.allergies), (.infections, clinical.infections),
        ]
        let day = card.enteredAt.day
        return texts.map { PacketItem($0, $1, note: $1.map { _ in PacketWords.asOf(day) }, asOf: $1.map { _ in day }) }
    }

    /// What the patient wished, in their words, with who confirmed it and when.
    private var wish: [PacketItem] {
        let wish = card.document.wish
        let author = wish.confirmedBy.map { registers.physicians[$0]?.name ?? $0.text }
        return [
            PacketItem(
                .wish, wish.text.map { "「\($0)」" },
                note: PrintWords.confirmed(on: wish.confirmedOn, by: author, with: wish.participants),
                asOf: wish.confirmedOn),
            PacketItem(
                .agreements, wish.agreements, note: wish.confirmedOn.map(PacketWords.asOf), asOf: wish.confirmedOn),
        ]
    }

    private var people: [PacketItem] {
        let document = card.document
        let nurse = document.visitingNurse.map { nurse in
            PacketItem(.visitingNurse, nurse.name, numbers: nurse.telephone.map { [number("", $0)] } ?? [])
        }
        return [
            document.attendingPhysician.map { physician(.attendingPhysician, $0) }, nurse,
            document.deputyPhysician.map { physician(.deputyPhysician, $0) },
        ].compactMap(\.self)
    }

    private func physician(_ field: PacketItem.Field, _ id: PhysicianID) -> PacketItem {
        guard let physician = registers.physicians[id] else { return PacketItem(field, id.text) }
        let calendar = registers.books[physician.association]?.calendar
        let telephones = calendar.map { physician.telephones.ordered(at: now, calendar: $0) } ?? physician.telephones
        return PacketItem(
            field, PacketWords.physician(physician.name, physician.organisation),
            numbers: telephones.map { number($0.label, $0.number) })
    }

    private var version: PacketItem {
        PacketItem(
            .card, PacketWords.card(card.document.colour, card.number.text, card.version),
            note: PacketWords.asOf(card.enteredAt.day), asOf: card.enteredAt.day)
    }

    private func number(_ label: String, _ text: String) -> PacketItem.Number {
        PacketItem.Number(label, text, isRehearsal: isRehearsal)
    }
}
