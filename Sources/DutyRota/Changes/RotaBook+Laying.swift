extension RotaBook {
    /// The book as it would be with further overrides.
    func laying(_ overrides: [Override]) -> RotaBook {
        with(overrides: self.overrides + overrides, absences: absences)
    }

    /// The book as it would be without overrides that it has.
    func lifting(_ overrides: [Override]) -> RotaBook {
        let lifted = Set(overrides.map(\.id))
        return with(overrides: self.overrides.filter { !lifted.contains($0.id) }, absences: absences)
    }

    /// The book as it would be without an absence that it has.
    func returning(_ absence: Absence) -> RotaBook {
        with(overrides: overrides, absences: absences.filter { $0.id != absence.id })
    }

    private func with(overrides: [Override], absences: [Absence]) -> RotaBook {
        RotaBook(
            association: association,
            calendar: calendar,
            slots: slots,
            months: Array(months.values),
            physicians: Array(physicians.values),
            slotTelephones: slotTelephones,
            overrides: overrides,
            absences: absences,
            unavailabilities: unavailabilities
        )
    }
}
