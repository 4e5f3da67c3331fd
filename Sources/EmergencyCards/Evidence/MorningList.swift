public import DutyRota

/// What a night's calls have left for those who come in the morning.
public struct MorningList: Sendable {
    /// From then on calls are listed…
    public let from: Instant
    /// …that were opened before then.
    public let to: Instant
    /// The first of the night first.
    public let calls: [MorningCall]
    /// What was said that night of physicians of the association and of hospitals; nothing for a physician.
    public let marks: NightMarks

    public init(from: Instant, to: Instant, calls: [MorningCall], marks: NightMarks = NightMarks()) {
        self.from = from
        self.to = to
        self.calls = calls
        self.marks = marks
    }

    /// The night that ended on the morning of a day; nil: the last one that began before now, and what came since.
    public static func interval(of day: Day?, at now: Instant) -> Range<Instant> {
        guard let day else {
            let from = Night(beginningOn: now.day.adding(-1)).interval.lowerBound
            return from..<max(now, from).adding(milliseconds: 1)
        }
        return Night(beginningOn: day.adding(-1)).interval
    }
}

/// A call as it is told in the morning.
public struct MorningCall: Hashable, Sendable {
    public let call: Call
    /// Who came, or took the patient; the first who said so first.
    public let came: [Acceptance]
    /// What is left to do.
    public let tasks: [MorningTask]

    /// `card`: as it is now; nil: it is not there any more.
    public init(_ call: Call, card: Card?, rules: CallRules) {
        self.call = call
        came = call.acceptances(rules).filter { $0.step.kind != .ordinaryDispatch }.sorted { $0.at < $1.at }
        tasks = MorningTask.tasks(of: call, card: card)
    }

    /// Whole minutes from the opening until somebody said that they come; nil: nobody did.
    public var minutesToAccept: Int? { people.first.map { minutes($0.at) } }

    /// Whole minutes from the opening until somebody was there; nil: nobody was.
    public var minutesToArrive: Int? { people.compactMap(\.arrivedAt).min().map(minutes) }

    private var people: [Acceptance] { came.filter { $0.step.kind != .hospital } }

    private func minutes(_ instant: Instant) -> Int {
        Int((instant.milliseconds - call.openedAt.milliseconds) / 60_000)
    }
}

/// Something that a call has left to do.
public struct MorningTask: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// The call is not closed.
        case closeCall
        /// The death was certified, and the card is still in force.
        case closeCard
        /// Transport was wanted: does the card still say what the patient wishes?
        case reviewWish
        /// A number was wrong.
        case mendNumber
        /// Nobody answered.
        case nobodyCame
    }

    public let kind: Kind
    /// Of whom the number was wrong.
    public let step: PlannedStep?

    static func tasks(of call: Call, card: Card?) -> [MorningTask] {
        let flags = card.map { card in call.flags.filter { $0.stands(on: card) }.map(\.kind) } ?? []
        let wrong = call.attempts.filter { $0.outcome == .wrongNumber }.map(\.step)
        let mended = wrong.enumerated().filter { index, step in !wrong[..<index].contains { $0.id == step.id } }
        return [
            call.state == .closed ? nil : MorningTask(kind: .closeCall, step: nil),
            flags.contains(.deathCertified) ? MorningTask(kind: .closeCard, step: nil) : nil,
            flags.contains(.transportRequested) ? MorningTask(kind: .reviewWish, step: nil) : nil,
            call.ending?.outcome == .nobodyReached ? MorningTask(kind: .nobodyCame, step: nil) : nil,
        ].compactMap(\.self) + mended.map { MorningTask(kind: .mendNumber, step: $0.element) }
    }
}

extension CallRegister {
    /// The calls that answer a question as they are told in the morning, the oldest first.
    public func morning(
        _ question: CallQuestion, cards: any CardRegister, rules: CallRules
    ) async throws -> [MorningCall] {
        var told: [MorningCall] = []
        for call in try all(question) {
            told.append(MorningCall(call, card: try await cards.file(call.subject.card), rules: rules))
        }
        return told
    }

    /// Every call that answers a question, the oldest first.
    private func all(_ question: CallQuestion) throws -> [Call] {
        var question = question
        var found: [Call] = []
        while true {
            let page = try calls(question)
            found += page
            guard page.count == question.limit, let last = page.last else { return found.reversed() }
            question.before = last.id
        }
    }
}
