import DutyRota

/// The plan for a night: whom to call, in order.
///
/// Green: attending physician, visiting nurse, deputy, the physicians on duty, the association's standing contact, ordinary
/// dispatch. Yellow: the ambulance goes first, then attending physician, nurse, deputy, the hospitals in the agreed order. A step that
/// leads nowhere is listed as skipped with its reason, and the plan goes on: it is never empty.
enum Plan {
    static func steps(for card: Card, duty: DutyAnswer?, registers: Registers, at instant: Instant)
        -> [PlanStep]
    {
        let people = People(card: card, registers: registers, at: instant)
        let own = [people.attending, people.nurse, people.deputy].compactMap(\.self)
        switch card.document.colour {
        case .green:
            let contact = registers.association(card.document.association).map(standingContact)
            return arranged(own + dutySteps(duty) + [contact].compactMap(\.self) + [ordinaryDispatch(step: 0)])
                .map(people.engaged)
        case .yellow:
            return arranged([ordinaryDispatch(step: 0)] + own + people.hospitals).map(people.engaged)
        }
    }

    /// The dispatch that needs no card: the fire department's own criteria.
    static func ordinaryDispatch(step: Int) -> PlanStep {
        var dispatch = PlanStep(
            id: "ordinaryDispatch", kind: .ordinaryDispatch, name: Sentences.ordinaryDispatch, ringSeconds: nil)
        dispatch.step = step
        return dispatch
    }

    private static func standingContact(of association: Association) -> PlanStep {
        let contact = association.standingContact
        return PlanStep(
            id: "standingContact", kind: .standingContact, name: contact.name, organisation: association.name,
            telephones: [Telephone(label: Sentences.mainNumber, number: contact.telephone)])
    }

    private static func dutySteps(_ duty: DutyAnswer?) -> [PlanStep] {
        guard let duty else { return [dutyMissing(.unpublished)] }
        let steps = duty.shifts.map { shift in
            PlanStep(
                id: "duty:\(shift.callOrder.rawValue):\(shift.physician.id):\(shift.place.dutyDate)",
                kind: .dutyPhysician,
                physician: shift.physician.id, name: shift.physician.name, organisation: shift.physician.organisation,
                telephones: shift.telephones,
                shift: PlanStep.Shift(callOrder: shift.callOrder, scope: shift.scope, interval: shift.interval)
            ).skipped(shift.obstacle.map(reason))
        }
        switch duty.status {
        case .offHours: return [dutyMissing(.offHours)]
        case .unpublished: return [dutyMissing(.unpublished)]
        case .onDuty: return steps
        case .gap:
            let namesFirst = duty.shifts.contains { $0.callOrder == .first && $0.obstacle != nil }
            return (namesFirst ? [] : [dutyMissing(.gap)]) + steps
        }
    }

    private static func dutyMissing(_ reason: PlanStep.Reason) -> PlanStep {
        PlanStep(id: "duty:1:\(reason.rawValue)", kind: .dutyPhysician, name: Sentences.dutyPhysician).skipped(reason)
    }

    private static func reason(_ obstacle: DutyShift.Obstacle) -> PlanStep.Reason {
        switch obstacle {
        case .noTelephone: .noTelephone
        case .inactivePhysician: .inactivePhysician
        case .absent: .absent
        }
    }

    /// Numbers the steps, keeps their identifiers apart, and lists a physician who can be called already as `samePerson`, unless the later
    /// step has a number that the earlier ones have not.
    private static func arranged(_ steps: [PlanStep]) -> [PlanStep] {
        var arranged: [PlanStep] = []
        arranged.reserveCapacity(steps.count)
        for (index, step) in steps.enumerated() {
            let twins = steps[..<index].count { $0.id == step.id }
            let earlier = arranged.filter { $0.status == .callable && $0.physician == step.physician }
            let isKnown =
                step.physician != nil && step.status == .callable && !earlier.isEmpty
                && step.telephones.allSatisfy { telephone in
                    earlier.contains { $0.telephones.contains { $0.number == telephone.number } }
                }
            arranged.append(step.skipped(isKnown ? .samePerson : nil).placed(index + 1, twins: twins))
        }
        return arranged
    }
}

/// The steps for those whom the card itself names.
private struct People {
    let card: Card
    let registers: Registers
    let instant: Instant
    let calendar: DayCalendar

    init(card: Card, registers: Registers, at instant: Instant) {
        self.card = card
        self.registers = registers
        self.instant = instant
        calendar =
            registers.books[card.document.association]?.calendar
            ?? DayCalendar(national: HolidayTable(names: [:]), own: [])
    }

    /// Always listed: the plan says so when the card's physician cannot be called.
    var attending: PlanStep {
        step("attending", .attendingPhysician, card.document.attendingPhysician)
            ?? PlanStep(id: "attending", kind: .attendingPhysician, name: Sentences.attendingPhysician).skipped(
                .noTelephone)
    }

    var deputy: PlanStep? { step("deputy", .deputyPhysician, card.document.deputyPhysician) }

    var nurse: PlanStep? {
        guard let nurse = card.document.visitingNurse else { return nil }
        return PlanStep(
            id: "nurse", kind: .visitingNurse, name: nurse.name ?? Sentences.visitingNurse,
            telephones: nurse.telephone.map { [Telephone(label: Sentences.mainNumber, number: $0)] } ?? []
        ).skipped(nurse.telephone == nil ? .noTelephone : nil)
    }

    var hospitals: [PlanStep] {
        card.document.hospitals.compactMap { agreed in
            agreed.hospital.map { id in
                let hospital = registers.hospitals[id]
                let isFull = registers.isFull(id, at: instant)
                let telephones = hospital?.telephones.ordered(at: instant, calendar: calendar) ?? []
                return PlanStep(
                    id: "hospital:\(id)", kind: .hospital, name: hospital?.name ?? id.text, telephones: telephones,
                    ringSeconds: 90,
                    reception: PlanStep.Reception(
                        hospital: id, entrance: hospital?.entrance, patientNumber: agreed.patientNumber)
                ).skipped(isFull ? .full : telephones.isEmpty ? .noTelephone : nil)
            }
        }
    }

    /// The step listed as engaged where its physician is out on a call about another card.
    func engaged(_ step: PlanStep) -> PlanStep {
        guard step.status == .callable, let physician = step.physician,
            registers.isEngaged(physician, elsewhereThan: card.number, at: instant)
        else { return step }
        var step = step
        step.status = .engaged
        return step
    }

    private func step(_ role: String, _ kind: PlanStep.Kind, _ id: PhysicianID?) -> PlanStep? {
        guard let id else { return nil }
        let physician = registers.physicians[id]
        let reason: PlanStep.Reason? =
            if physician?.isActive(on: instant.day) != true {
                .inactivePhysician
            } else if registers.absence(of: id, on: instant.day) != nil {
                .absent
            } else if physician?.telephones.isEmpty != false {
                .noTelephone
            } else { nil }
        return PlanStep(
            id: "\(role):\(id)", kind: kind, physician: id, name: physician?.name ?? id.text,
            organisation: physician?.organisation,
            telephones: physician?.telephones.ordered(at: instant, calendar: calendar) ?? []
        ).skipped(reason)
    }
}
