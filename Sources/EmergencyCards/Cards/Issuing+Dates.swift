import DutyRota

extension Issuing {
    /// Everything that keeps a card from being in force on a day: unknown references, what is missing, days that cannot be, physicians who have left.
    func faults(on today: Day) -> [FieldFault] {
        unknownReferences + missing + impossibleDates(on: today) + leftPhysicians(on: today)
    }

    private func impossibleDates(on today: Day) -> [FieldFault] {
        let past =
            [
                ("patient.birthDate", document.patient.birthDate), ("wish.confirmedOn", document.wish.confirmedOn),
                ("consent.givenOn", document.consent.givenOn), ("clinical.lastVisitOn", document.clinical.lastVisitOn),
            ] + document.hospitals.enumerated().map { ("hospitals[\($0.offset)].agreedOn", $0.element.agreedOn) }
        return past.filter { $0.1.map { $0 > today } ?? false }
            .map { FieldFault(field: $0.0, message: FieldWords.afterToday) }
            + (document.validUntil.map { $0 < today } ?? false
                ? [FieldFault(field: "validUntil", message: FieldWords.beforeToday)] : [])
    }

    private func leftPhysicians(on today: Day) -> [FieldFault] {
        [("attendingPhysician", document.attendingPhysician), ("deputyPhysician", document.deputyPhysician)]
            .filter { _, id in id.flatMap { registers.physicians[$0] }.map { !$0.isActive(on: today) } ?? false }
            .map { FieldFault(field: $0.0, message: FieldWords.physicianLeft) }
    }
}
