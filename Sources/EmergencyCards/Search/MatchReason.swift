/// Why somebody was found. The raw values are the stable words of the API.
public enum MatchReason: String, CaseIterable, Sendable {
    /// The patient's own number.
    case telephone
    /// A number of the family on the patient's card.
    case familyTelephone
    /// The number of the visiting nurse on the patient's card: a station has many patients.
    case nurseTelephone
    /// The whole name, as it is read aloud.
    case kana
    /// The whole name but for voiced marks and long vowels: ヤマザキ and ヤマサキ.
    case kanaNear
    /// The family name alone was said, and it is this one.
    case familyName
    /// The given name alone was said, and it is this one.
    case givenName
    /// The name with one slip: a kana wrong, missing or too many, or two neighbours swapped.
    case kanaSlip
    /// The whole date.
    case birthDate
    /// A date of which not everything was known.
    case birthDatePart
    /// One digit, or the era, is another, or two neighbouring digits are swapped.
    case birthDateSlip
    case area
    /// The address from the place that was named to its end; a building's name may follow.
    case address
    /// A part of the address: what was said goes on in the register.
    case addressPart

    /// How uncertain it leaves the match; the less the better.
    var doubt: Int {
        switch self {
        case .telephone, .kana, .birthDate, .area, .address: 0
        case .familyTelephone, .kanaNear, .birthDatePart, .addressPart: 1
        case .nurseTelephone, .familyName, .givenName: 2
        case .kanaSlip: 3
        case .birthDateSlip: 4
        }
    }
}

extension Sequence<MatchReason> {
    /// How uncertain a match is, taken together: 0 is the most certain.
    public var doubt: Int { reduce(0) { $0 + $1.doubt } }
}
