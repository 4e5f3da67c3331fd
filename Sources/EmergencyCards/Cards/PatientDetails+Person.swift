extension PatientDetails {
    /// Whether both entries are of one person, by kana and birth date. What this entry does not know, as a draft's may not, speaks against nobody.
    func isSamePerson(as other: PatientDetails) -> Bool {
        (kana == nil || hasKana(of: other)) && (birthDate == nil || birthDate == other.birthDate)
    }

    /// Whether the other entry can be a correction of this one: kana or birth date is the same. A slip in both at once is another person.
    public func mayBecome(_ other: PatientDetails) -> Bool {
        isSamePerson(as: other) || hasKana(of: other) || birthDate == other.birthDate
    }

    private func hasKana(of other: PatientDetails) -> Bool {
        kana.map(Kana.folded) == other.kana.map(Kana.folded)
    }
}
