public import DutyRota

/// What one record of who looked adds to the figures, and whom it concerns.
public struct Tallying {
    /// A card that somebody opened.
    public struct Opened: Hashable, Sendable {
        public let card: CardNumber
        public let at: Instant
        /// The identifier of a hospital's key; nil: fire opened it.
        public let hospitalKey: String?
    }

    public private(set) var tallies: [Tally] = []
    public private(set) var opened: Opened?

    private let entry: AuditEntry
    private let card: (CardNumber) throws -> TalliedCard?

    /// `card` says what the registers know of a number. A rehearsal, and whatever concerns training cards alone, counts nothing. Throws what `card`
    /// throws.
    public init(_ entry: AuditEntry, card: @escaping (CardNumber) throws -> TalliedCard?) throws {
        self.entry = entry
        self.card = card
        guard !details("rehearsal").isTrue else { return }
        switch AuditRecord.Action(rawValue: entry.action) {
        case .lookup: try takeLookUp()
        case .search: try takeSearch()
        default: return
        }
    }

    private func details(_ name: String) -> JSONValue { entry.details.member(name) }

    private mutating func count(_ measure: Tally.Measure, _ label: String = "", of association: AssociationID? = nil) {
        tallies.append(
            Tally(month: entry.at.day.month, association: association, measure: measure, label: label))
    }

    private mutating func takeLookUp() throws {
        guard entry.outcome == "found", let number = details("card").text.flatMap(CardNumber.read) else {
            return try takeMiss()
        }
        let known = try card(number)
        guard !details("training").isTrue, known?.isTraining != true else { return }
        // Records of earlier versions don't say whose card it was: the register does, while the number is known.
        let association = details("association").text.map { AssociationID($0) } ?? known?.association
        let state = details("state").text ?? ""
        let isOfHospital = entry.actor.role == Role.hospital.rawValue
        opened = Opened(card: number, at: entry.at, hospitalKey: isOfHospital ? entry.actor.key : nil)
        count(isOfHospital ? .lookUpByHospital : .lookUp, state, of: association)
        guard !isOfHospital else { return }
        if details("via").text == "didYouMean" { count(.didYouMeanOpened, of: association) }
        if details("expired").isTrue { count(.expiredRead, of: association) }
        if details("unconfirmed").isTrue { count(.unconfirmedRead, of: association) }
        let isInForce = CardState(rawValue: state)?.isInForce ?? false
        if isInForce, details("colour").text == Colour.green.rawValue, let duty = details("duty").text,
            ["gap", "unpublished"].contains(duty)
        {
            count(.gapMet, duty, of: association)
        }
    }

    private mutating func takeMiss() throws {
        guard entry.actor.role == Role.fire.rawValue else { return }
        let shown = details("didYouMean").elements.compactMap { $0.text.flatMap(CardNumber.read) }
        guard try !areTraining(shown) else { return }
        count(.notFound, entry.outcome ?? "")
        if !shown.isEmpty { count(.didYouMeanShown) }
    }

    private mutating func takeSearch() throws {
        let shown = details("shown").elements.compactMap { $0.member("card").text.flatMap(CardNumber.read) }
        guard try !areTraining(shown) else { return }
        count(.search, details("by").text ?? "")
        if entry.outcome == "none" { count(.searchWithoutHit) }
    }

    /// Whether these are training cards and nothing else.
    private func areTraining(_ numbers: [CardNumber]) throws -> Bool {
        try !numbers.isEmpty && numbers.allSatisfy { try card($0)?.isTraining == true }
    }
}

extension JSONValue {
    fileprivate var isTrue: Bool { self == .flag(true) }
}
