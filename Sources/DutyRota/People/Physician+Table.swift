extension Physician {
    /// The columns of `physicians.csv`.
    public static let columns = [
        "id", "name", "kana", "organisation", "telephone", "telephone2", "email", "areas", "activeFrom", "activeTo",
    ]

    /// The physician as a row of `physicians.csv`; the numbers that have no column there are ``furtherTelephones``.
    public var row: [String] {
        let numbers = [listed(0, PeopleWords.telephone), listed(1, PeopleWords.telephone2)].map { $0?.number ?? "" }
        return [id.text, name, kana, organisation] + numbers
            + [
                email ?? "", areas.map(\.text).joined(separator: " "), activeFrom?.description ?? "",
                activeTo?.description ?? "",
            ]
    }

    /// The numbers that `telephones.csv` has to say: with hours, with a label of their own, or beyond the second.
    public var furtherTelephones: [Telephone] {
        let listed = [listed(0, PeopleWords.telephone), listed(1, PeopleWords.telephone2)].count { $0 != nil }
        return Array(telephones.dropFirst(listed))
    }

    /// The number at a place where it is what the file's column means; the second only behind the first.
    private func listed(_ index: Int, _ label: String) -> Telephone? {
        guard telephones.count > index, telephones[index].label == label, telephones[index].hours == nil,
            index == 0 || listed(0, PeopleWords.telephone) != nil
        else { return nil }
        return telephones[index]
    }
}
