public import DutyRota

/// The registers that every look-up needs, as one immutable value: associations with their rotas, physicians, hospitals, keys.
public struct Registers: Sendable {
    public let numberLength: NumberLength
    public let associations: [Association]
    public private(set) var books: [AssociationID: RotaBook]
    public let physicians: [PhysicianID: Physician]
    public let hospitals: [HospitalID: Hospital]
    /// Keys that may be used, by the SHA-256 of the key.
    public let keys: [KeyHash: KeyHolder]
    /// Accounts with which somebody can be signed in.
    public let people: [AccountID: Account]
    /// Where people want to be told, and of what not, of those who have said so.
    public internal(set) var noticeChoices: [NoticeRecipient: NoticeChoice]
    /// Hospitals that take nobody for a time.
    public private(set) var fullHospitals: [FullHospital] = []
    /// Physicians who are out on calls.
    private var engagements: [PhysicianID: [Engagement]] = [:]
    private var flags: [CardNumber: [CardFlag]] = [:]
    private var openCalls: [CardNumber: OpenCall] = [:]

    public init(
        numberLength: NumberLength, books: [RotaBook], hospitals: [Hospital], keys: [KeyHash: KeyHolder] = [:],
        people: [AccountID: Account] = [:], noticeChoices: [NoticeRecipient: NoticeChoice] = [:]
    ) {
        self.numberLength = numberLength
        associations = books.map(\.association)
        self.books = Dictionary(books.map { ($0.association.id, $0) }) { first, _ in first }
        physicians = books.reduce(into: [:]) { all, book in all.merge(book.physicians) { first, _ in first } }
        self.hospitals = Dictionary(hospitals.map { ($0.id, $0) }) { first, _ in first }
        self.keys = keys
        self.people = people
        self.noticeChoices = noticeChoices
    }

    /// The registers with what was said at night laid over them.
    public func marking(_ marks: NightMarks) -> Registers {
        var registers = self
        registers.fullHospitals = marks.fullHospitals
        registers.engagements = Dictionary(grouping: marks.engagements, by: \.physician)
        registers.flags = Dictionary(grouping: marks.flags, by: \.card)
        registers.openCalls = Dictionary(marks.openCalls.map { ($0.card, $0) }) { first, _ in first }
        let byAssociation = Dictionary(grouping: marks.unavailabilities, by: \.association)
        registers.books = books.mapValues { $0.marking(byAssociation[$0.association.id] ?? []) }
        return registers
    }

    /// Whether a hospital takes nobody at an instant.
    public func isFull(_ hospital: HospitalID, at instant: Instant) -> Bool {
        fullHospitals.contains { $0.hospital == hospital && $0.interval.contains(instant) }
    }

    /// Whether a physician is out on a call about another card at an instant.
    public func isEngaged(_ physician: PhysicianID, elsewhereThan card: CardNumber, at instant: Instant) -> Bool {
        engagements[physician]?.contains {
            $0.card != card && $0.since <= instant && instant < $0.until
        } ?? false
    }

    /// What calls have left on a card and nobody has seen to, the latest last.
    public func flags(on card: Card) -> [CardFlag] {
        flags(on: card.number, card.life.state, enteredAt: card.enteredAt)
    }

    /// The same of a card as lists have it.
    func flags(on card: KeptCard) -> [CardFlag] {
        flags(on: card.number, card.life.state, enteredAt: card.enteredAt)
    }

    private func flags(on number: CardNumber, _ state: CardState, enteredAt: Instant) -> [CardFlag] {
        (flags[number] ?? []).filter { $0.stands(on: number, state, enteredAt: enteredAt) }.sorted { $0.at < $1.at }
    }

    /// Cards on which calls have left something, be it that somebody has seen to it since.
    var flaggedCards: [CardNumber] { flags.keys.sorted { $0.value < $1.value } }

    /// The call about a card that is not closed; nil: there is none. Rehearsals are none.
    public func openCall(about card: CardNumber) -> OpenCall? { openCalls[card] }

    /// That a physician is away on a day, by the register of their association; nil: they are not.
    public func absence(of physician: PhysicianID, on day: Day) -> Absence? {
        physicians[physician].flatMap { books[$0.association]?.absence(of: physician, on: day) }
    }

    /// The association with this identifier, or nil.
    public func association(_ id: AssociationID) -> Association? { books[id]?.association }
}

/// Where the registers are kept. Every call gives them as they are now: a key revoked or a month published by another process counts
/// from the next question on.
public protocol RegisterSource: Sendable {
    /// Throws where the registers cannot be read at all.
    func registers() throws -> Registers
}
