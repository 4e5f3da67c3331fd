import EmergencyCards

/// What a person does to a card with one button: its path, the act of the API behind it, and what is asked first.
enum CardDeed: String, CaseIterable, Sendable {
    case confirm, issue, renew, review, visit, suspend, resume, reissue, close, withdraw, reopen

    var act: CardAction? { CardAction(rawValue: rawValue) }

    var route: Route {
        switch self {
        case .confirm: .confirm
        case .issue: .cardIssue
        case .renew: .renew
        case .review: .review
        case .visit: .visit
        case .suspend: .suspend
        case .resume: .resume
        case .reissue: .reissue
        case .close: .close
        case .withdraw: .withdraw
        case .reopen: .reopen
        }
    }

    /// Whether one click does it: nothing is asked, and it is easily done again or undone.
    func isPlain(forOffice isOffice: Bool) -> Bool {
        switch self {
        case .review, .visit, .resume, .issue: true
        case .confirm: !isOffice
        default: false
        }
    }

    /// Whether it takes the wish from the dispatcher's screen.
    var isGrave: Bool { self == .withdraw || self == .close }

    /// What is asked, by the names of the API.
    func fields(forOffice isOffice: Bool) -> [String] {
        switch self {
        case .confirm: isOffice ? ["on"] : []
        case .renew: ["validUntil", "wishConfirmedOn", "consentGivenOn"]
        case .suspend: ["since", "where"]
        case .reissue: ["reason"]
        case .close: ["reason", "on"]
        case .reopen: isOffice ? ["reason", "on"] : ["reason"]
        default: []
        }
    }

    static let dates: Set<String> = ["on", "since", "validUntil", "wishConfirmedOn", "consentGivenOn"]

    /// What the API is asked with; nil where it wants nothing.
    func body(_ form: FormFields, forOffice isOffice: Bool) -> JSONValue? {
        let fields = fields(forOffice: isOffice).filter { form[$0] != nil }.map { name in
            (
                name: name,
                value: JSONValue.string(
                    Self.dates.contains(name) ? WrittenDate.sent(form[name] ?? "") : form[name] ?? "")
            )
        }
        // What an office says of the physician's word stands on a signed fax.
        let isByFax = isOffice && (self == .confirm || self == .reopen && form["on"] != nil)
        let all = fields + (isByFax ? [("means", .string("fax"))] : [])
        return all.isEmpty ? nil : JSONValue(document: all)
    }
}
