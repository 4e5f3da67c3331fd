import DutyRota

extension Hospital {
    /// The columns of `hospitals.csv`.
    static let columns = ["id", "name", "telephone", "nightTelephone", "entrance", "email", "address"]

    /// The hospital as a row of `hospitals.csv`; the numbers that have no column there are ``furtherTelephones``.
    var row: [String] {
        let (night, main) = listed
        return [
            id.text, name, main?.number ?? "", night?.number ?? "", entrance ?? "", email ?? "", address,
        ]
    }

    /// The numbers that `telephones.csv` has to say.
    var furtherTelephones: [Telephone] {
        let (night, main) = listed
        return Array(telephones.dropFirst((night == nil ? 0 : 2) + (main == nil ? 0 : 1)))
    }

    /// The numbers that come from the file's columns: that for the night, which stands twice, then the main one.
    private var listed: (night: Telephone?, main: Telephone?) {
        var rest = telephones[...]
        var night: Telephone?
        if let first = rest.first, first.label == SeedWords.nightNumber,
            Array(rest.prefix(2)) == Hospital.atNight(Telephone(label: first.label, number: first.number))
        {
            night = first
            rest = rest.dropFirst(2)
        }
        let main = rest.first.flatMap { $0.label == SeedWords.mainNumber && $0.hours == nil ? $0 : nil }
        return (night, main)
    }
}
