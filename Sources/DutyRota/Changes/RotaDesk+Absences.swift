/// Days on which somebody is to be entered as away.
public struct AbsenceRequest: Hashable, Sendable {
    /// Who is away.
    public let physician: PhysicianID
    /// The first day, inclusive.
    public let from: Day
    /// The last day, inclusive.
    public let to: Day
    /// Why; needed, up to ``RotaDesk/reasonLimit`` characters.
    public let reason: String

    /// A request.
    public init(physician: PhysicianID, from: Day, to: Day, reason: String) {
        self.physician = physician
        self.from = from
        self.to = to
        self.reason = reason
    }
}

/// What came of entering an absence, or of taking one back.
public struct AbsenceMade: Hashable, Sendable, RotaDecided {
    /// What is to be written.
    public let decision: RotaDecision
    /// As it was entered, or as it was taken back.
    public let absence: Absence
    /// The physician's duty in those days that isn't over: it needs somebody else, or is theirs again.
    public let shifts: [Holding]
    /// Whether one of these shifts runs now or begins within 24 hours.
    public let isUrgent: Bool
}

extension RotaDesk {
    /// Enters an absence. It may overlap others; only the very same one again is refused. Throws every field at fault at once.
    public func absenting(_ request: AbsenceRequest, id: String) throws(RotaRefusal) -> AbsenceMade {
        let faults = faults(of: request)
        guard faults.isEmpty else { throw .invalid(faults) }
        let absence = Absence(
            id: id,
            physician: request.physician,
            from: request.from,
            to: request.to,
            reason: request.reason,
            madeAt: now,
            madeBy: actor
        )
        var decision = RotaDecision()
        decision.absences = [absence]
        return made(decision, absence, in: book)
    }

    /// Takes an absence back. Throws where no such absence stands.
    public func returning(_ id: String, reason: String) throws(RotaRefusal) -> AbsenceMade {
        guard var absence = book.absences.first(where: { $0.id == id && $0.lift == nil }) else { throw .unknown(id) }
        let faults = RotaDesk.reasonFaults(reason)
        guard faults.isEmpty else { throw .invalid(faults) }
        let lift = Lift(at: now, by: actor, reason: reason)
        absence.lift = lift
        var decision = RotaDecision()
        decision.absenceLifts[id] = lift
        return made(decision, absence, in: book.returning(absence))
    }

    /// The shifts as they are without the absence.
    private func made(_ decision: RotaDecision, _ absence: Absence, in book: RotaBook) -> AbsenceMade {
        let shifts = shifts(of: absence.physician, from: absence.from, to: absence.to, in: book)
        return AbsenceMade(
            decision: decision,
            absence: absence,
            shifts: shifts,
            isUrgent: shifts.contains { isUrgent($0.interval) }
        )
    }

    /// A physician's published duty, as it stands, on these duty dates; without what is over.
    private func shifts(of physician: PhysicianID, from: Day, to: Day, in book: RotaBook) -> [Holding] {
        book.months.values.flatMap(\.places)
            .filter { from <= $0.key.dutyDate && $0.key.dutyDate <= to && now < $0.interval.upperBound }
            .flatMap(book.holdings)
            .filter { $0.physician == physician && now < $0.interval.upperBound }
            .sorted { ($0.interval.lowerBound, $0.place.slot) < ($1.interval.lowerBound, $1.place.slot) }
    }

    private func faults(of request: AbsenceRequest) -> [DeskFault] {
        var faults = RotaDesk.reasonFaults(request.reason)
        if book.physicians[request.physician] == nil {
            faults.append(DeskFault(field: "physician", message: ChangeWords.notRegistered(request.physician)))
        }
        if request.to < request.from {
            faults.append(DeskFault(field: "to", message: ChangeWords.endsBeforeItBegins(request.from)))
        }
        let isRepeated = book.absences.contains { absence in
            absence.lift == nil && absence.physician == request.physician && absence.from == request.from
                && absence.to == request.to
        }
        if isRepeated { faults.append(DeskFault(field: "from", message: ChangeWords.absentAlready)) }
        return faults
    }
}
