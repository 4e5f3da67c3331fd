public import DutyRota

/// How long before and after what a card comes on a list.
public struct DueLimits: Hashable, Sendable {
    /// Days before the end of validity.
    public var renewalDays = 60
    /// Days before a review must be done.
    public var reviewDays = 14
    /// Days in hospital.
    public var suspendedDays = 30
    /// Months that a hospital's agreement is taken for fresh.
    public var agreementMonths = 12
    /// Days that a draft may lie.
    public var draftDays = 30

    public init() {}
}

/// For which reasons somebody must look after a card on a day. After a death there is none: no letter and no notice reaches that family.
public struct DueRules: Sendable {
    public let limits: DueLimits
    public let day: Day
    let registers: Registers

    public init(limits: DueLimits = DueLimits(), registers: Registers, on day: Day) {
        self.limits = limits
        self.registers = registers
        self.day = day
    }

    /// Every reason, the most urgent first.
    public func entries(for card: KeptCard) -> [DueEntry] {
        guard !card.hasDied else { return [] }
        switch card.life.state {
        case .ended: return []
        case .draft: return draftLeft(card)
        case .active, .suspended:
            return physicians(card) + hospitals(card) + flagged(card) + renewal(card) + review(card)
                + unconfirmed(card) + suspended(card)
        }
    }

    /// All entries of several cards in the order of a list.
    public func list(_ cards: [KeptCard]) -> [DueEntry] {
        cards.flatMap(entries).map { (place: $0.place, entry: $0) }.sorted { $0.place < $1.place }.map(\.entry)
    }

    /// What is wrong with a physician, and since when; nil: nothing is.
    func fault(of id: PhysicianID) -> (fault: DueEntry.PhysicianFault, since: Day?)? {
        guard let physician = registers.physicians[id] else { return (.left, nil) }
        guard physician.isActive(on: day) else {
            return (.left, physician.activeTo.flatMap { $0 < day ? $0 : nil })
        }
        return physician.telephones.isEmpty ? (.noTelephone, nil) : nil
    }

    private func physicians(_ card: KeptCard) -> [DueEntry] {
        let named: [(PhysicianID?, PatientOfPhysician.Role)] = [(card.attending, .attending), (card.deputy, .deputy)]
        return named.compactMap { id, role in
            guard let id, let found = fault(of: id) else { return nil }
            return DueEntry(
                .physicianLeft, of: card, since: found.since, on: day,
                physician: DueEntry.PhysicianConcerned(id: id, role: role, fault: found.fault))
        }
    }

    private func hospitals(_ card: KeptCard) -> [DueEntry] {
        guard card.colour == .yellow else { return [] }
        if card.hospitals.isEmpty { return [DueEntry(.agreementMissing, of: card, since: nil, on: day)] }
        return card.hospitals.compactMap { agreed in
            guard let id = agreed.hospital, let agreedOn = agreed.agreedOn else {
                return DueEntry(.agreementMissing, of: card, since: nil, on: day, hospital: agreed.hospital)
            }
            if registers.hospitals[id] == nil {
                return DueEntry(.hospitalLeft, of: card, since: nil, on: day, hospital: id)
            }
            guard isOld(agreedOn) else { return nil }
            return DueEntry(.agreementOld, of: card, since: agreedOn, on: day, hospital: id)
        }
    }

    /// Whether an agreement of this day must be renewed.
    private func isOld(_ agreedOn: Day) -> Bool { agreedOn.adding(months: limits.agreementMonths) < day }

    /// Whether a card in force names a hospital that agreed long ago, or on no day that is registered.
    public func isAgreementOld(_ card: KeptCard, with hospital: HospitalID) -> Bool {
        guard card.isShown(to: hospital) else { return false }
        return card.hospitals.first { $0.hospital == hospital }?.agreedOn.map(isOld) ?? true
    }

    /// What calls have left on the card, each kind once: since the first of them.
    private func flagged(_ card: KeptCard) -> [DueEntry] {
        let flags = registers.flags(on: card)
        return CardFlag.Kind.allCases.compactMap { kind in
            flags.first { $0.kind == kind }.map { DueEntry(kind.dueReason, of: card, since: $0.at.day, on: day) }
        }
    }

    private func renewal(_ card: KeptCard) -> [DueEntry] {
        guard let last = card.life.validUntil, last <= day.adding(limits.renewalDays) else { return [] }
        return [DueEntry(.renewalDue, of: card, since: last, on: day)]
    }

    private func review(_ card: KeptCard) -> [DueEntry] {
        guard let due = card.life.reviewDue(colour: card.colour) else { return [] }
        if card.life.isReviewOverdue(on: day, colour: card.colour) {
            return [DueEntry(.reviewOverdue, of: card, since: due, on: day)]
        }
        return due <= day.adding(limits.reviewDays) ? [DueEntry(.reviewDue, of: card, since: due, on: day)] : []
    }

    private func unconfirmed(_ card: KeptCard) -> [DueEntry] {
        card.unconfirmedSince.map { [DueEntry(.unconfirmed, of: card, since: $0, on: day)] } ?? []
    }

    private func suspended(_ card: KeptCard) -> [DueEntry] {
        guard let since = card.life.suspendedSince, since.adding(limits.suspendedDays) < day else { return [] }
        return [DueEntry(.suspendedLong, of: card, since: since, on: day)]
    }

    private func draftLeft(_ card: KeptCard) -> [DueEntry] {
        guard card.enteredOn.adding(limits.draftDays) < day else { return [] }
        return [DueEntry(.draftLeft, of: card, since: card.enteredOn, on: day)]
    }
}

extension CardFlag.Kind {
    fileprivate var dueReason: DueReason {
        switch self {
        case .deathCertified: .deathCertified
        case .transportRequested: .transportRequested
        }
    }
}

extension CardLife {
    /// The last day on which a yellow card in force need not have been reviewed again; nil for others.
    func reviewDue(colour: Colour) -> Day? {
        guard colour == .yellow, state.isInForce else { return nil }
        return (reviewedOn ?? issuedOn)?.adding(months: 3)
    }
}

extension DueRules {
    /// The reasons why somebody must look after a card, each once, the most urgent first.
    public func reasons(for card: KeptCard) -> [DueReason] { Set(entries(for: card).map(\.reason)).sorted() }
}

extension [DueEntry] {
    /// How many cards there are for each reason; every reason is there.
    public var counted: [(reason: DueReason, cards: Int)] {
        let cards = Dictionary(grouping: self, by: \.reason).mapValues { Set($0.map(\.number)).count }
        return DueReason.allCases.map { ($0, cards[$0] ?? 0) }
    }
}
