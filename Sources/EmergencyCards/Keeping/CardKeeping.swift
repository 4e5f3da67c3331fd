public import DutyRota

/// Lists of cards, for those who keep them alive. Each call reads one state of the register and does not hold look-ups up.
public protocol CardKeeping: Sendable {
    /// Cards of which the rules are to say why somebody must look after them.
    func candidates(_ question: DueQuestion) async throws -> [KeptCard]

    /// Cards as lists show them, in the order of the numbers; without those that the register does not have.
    func listed(_ numbers: [CardNumber]) async throws -> [ListedCard]

    /// The numbers of an association's cards past a number, ascending, no more than `limit`.
    func numbers(_ wanted: CardFilter, after: CardNumber?, limit: Int) async throws -> [CardNumber]

    /// The numbers of yellow cards in force that name a hospital, past a number, ascending, no more than `limit`; `association` nil: of every
    /// one.
    func numbers(
        naming hospital: HospitalID, of association: AssociationID?, after: CardNumber?, limit: Int
    ) async throws -> [CardNumber]

    /// How many cards an association has, without what the rules say.
    func counts(of association: AssociationID, on day: Day) async throws -> CardCounts

    /// Whose a number is, erased or not; nil: it was never issued.
    func subject(of number: CardNumber) async throws -> CardSubject?

    /// A patient's cards; nil: the register does not have the patient.
    func subject(of patient: PatientID) async throws -> CardSubject?
}

/// Which cards a list shows.
public struct CardFilter: Hashable, Sendable {
    public let scope: CardScope
    /// nil: in any state.
    public let state: CardState?

    public init(scope: CardScope, state: CardState?) {
        self.scope = scope
        self.state = state
    }
}

/// Who is behind a number.
public struct CardSubject: Hashable, Sendable {
    public let association: AssociationID
    /// nil: erased.
    public let patient: PatientID?
    /// Every number of the patient's that the register can still tell to be theirs.
    public let numbers: [CardNumber]

    public init(association: AssociationID, patient: PatientID?, numbers: [CardNumber]) {
        self.association = association
        self.patient = patient
        self.numbers = numbers
    }
}

/// How many cards there are.
public struct CardCounts: Hashable, Sendable {
    /// Years of age from `from` to `to`.
    public struct AgeBand: Hashable, Sendable {
        public let from: Int
        /// nil: any age above.
        public let to: Int?
        public var cards = 0

        public init(from: Int, to: Int?) {
            self.from = from
            self.to = to
        }
    }

    public var states: [CardState: Int] = [:]
    /// Of those in force.
    public var colours: [Colour: Int] = [:]
    /// Of those in force, by attending physician.
    public var physicians: [PhysicianID: Int] = [:]
    /// Of those in force.
    public var ages = CardCounts.bands

    public init() {}

    /// In ten years' steps from 60 to 89.
    private static let bands = [(0, 59), (60, 69), (70, 79), (80, 89), (90, nil)].map { from, to in
        AgeBand(from: from, to: to)
    }
}
