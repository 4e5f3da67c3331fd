public import DutyRota

/// What a physician who leaves leaves behind: what needs somebody else.
public struct Departure: Sendable {
    /// A call of a place that they hold after their last day.
    public struct Shift: Hashable, Sendable {
        public let holding: Holding
        /// In words, such as 葵区.
        public let area: String
    }

    /// As the register has them.
    public let physician: Physician
    /// The last day as a member; the night that begins on it is still theirs.
    public let lastDay: Day
    /// By time: what of the published sheets, overrides included, is not over and belongs to a later duty date.
    public let shifts: [Shift]
    /// Whose attending physician they are.
    public let patients: [PatientOfPhysician]
    /// Whose deputy they are.
    public let deputyPatients: [PatientOfPhysician]

    /// What a physician leaves behind, seen from an instant. `patients`: those whose cards in force name them. Throws `unknownPhysician`.
    public static func of(
        _ id: PhysicianID, lastDay: Day, registers: Registers, patients: [PatientOfPhysician], at now: Instant
    ) throws(Refusal) -> Departure {
        guard let physician = registers.physicians[id], let book = registers.books[physician.association] else {
            throw Refusal(.unknownPhysician)
        }
        let patients = patients.map { $0.shown(to: physician.association) }
        return Departure(
            physician: physician, lastDay: lastDay, shifts: book.shifts(of: id, after: lastDay, at: now),
            patients: patients.filter { $0.role == .attending }, deputyPatients: patients.filter { $0.role == .deputy })
    }
}

extension PatientOfPhysician {
    /// The patient as an association's office may see them: of another association's the card's number alone.
    fileprivate func shown(to office: AssociationID) -> PatientOfPhysician {
        guard association != office else { return self }
        return PatientOfPhysician(
            number: number, association: association, name: nil, kana: nil, role: role, colour: colour, state: state)
    }
}

extension RotaBook {
    fileprivate func shifts(of physician: PhysicianID, after lastDay: Day, at now: Instant) -> [Departure.Shift] {
        let places = months.values.flatMap(\.places).filter {
            $0.key.dutyDate > lastDay && $0.interval.upperBound > now
        }
        let held = places.flatMap(holdings).filter { $0.physician == physician && $0.interval.upperBound > now }
        return held.sorted { $0.sortKey < $1.sortKey }.map { holding in
            let area = holding.place.area.map { association.area($0)?.name ?? $0.text }
            return Departure.Shift(holding: holding, area: area ?? DirectoryWords.wholeAssociation)
        }
    }
}

extension Holding {
    fileprivate var sortKey: (Instant, String, String, Int) {
        (interval.lowerBound, place.slot, place.area?.text ?? "", order.rawValue)
    }
}

/// What a hospital that leaves leaves behind.
public struct HospitalDeparture: Sendable {
    public let hospital: Hospital
    /// How many cards in force name it, and go on naming it.
    public let cards: Int

    public init(hospital: Hospital, cards: Int) {
        self.hospital = hospital
        self.cards = cards
    }
}
