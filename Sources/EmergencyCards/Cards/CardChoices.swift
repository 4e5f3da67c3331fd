public import DutyRota

/// What a card of an association may name, for whoever fills one in: areas, physicians, hospitals. Names alone: no number to call.
public struct CardChoices: Sendable {
    let association: Association
    /// By kana; those who are members no more too, because cards still name them.
    let physicians: [Physician]
    /// In the order of their identifiers.
    let hospitals: [Hospital]
    let day: Day

    /// nil where there is no such association.
    public init?(of id: AssociationID, registers: Registers, on day: Day) {
        guard let book = registers.books[id] else { return nil }
        association = book.association
        physicians = book.physicians.values.sorted { ($0.kana, $0.id) < ($1.kana, $1.id) }
        hospitals = registers.hospitals.values.sorted { $0.id < $1.id }
        self.day = day
    }

    public func write(to json: inout JSONWriter) {
        json.member("association", association.id.text)
        json.member("name", association.name)
        json.member("areas", each: association.areas) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
            $0.member("addresses", $1.addresses)
        }
        json.member("physicians", each: physicians) { [day] in
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
            $0.member("kana", $1.kana)
            $0.member("organisation", $1.organisation)
            $0.member("active", $1.isActive(on: day))
        }
        json.member("hospitals", each: hospitals) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
        }
    }
}
