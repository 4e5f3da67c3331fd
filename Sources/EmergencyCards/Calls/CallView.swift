public import DutyRota

/// A call as those who work on it see it: what was done, the plan now, what is to be done next. A rehearsal's numbers cannot be dialled.
public struct CallView: Hashable, Sendable {
    public let call: Call
    /// The call's plan with who is lit, numbers masked in a rehearsal.
    public let situation: CallSituation
    public let plan: [PlanStep]
    public let entries: [CallEntry]
    /// What became of the plan since the call was opened.
    public let changes: [CallChange]
    /// Of a yellow card: where the patient goes; nil: nobody has been told, or the card is green.
    public let transport: CallTransport?
    /// What calls have left on the card.
    public let flags: [CardFlag]
    /// What is to be done now, in Japanese.
    public let sentence: String
    private let rules: CallRules

    /// `card`: the one that answers for the call's card now.
    public init(_ call: Call, card: Card, registers: Registers, at now: Instant, rules: CallRules) {
        let steps = CallPlanner(card: card, registers: registers, rules: rules).steps(at: now)
        let isRehearsal = call.subject.isRehearsal
        self.call = call
        self.rules = rules
        situation = CallSituation(call, plan: isRehearsal ? steps.map(\.masked) : steps, at: now, rules: rules)
        plan = situation.plan
        entries = isRehearsal ? call.entries.map(\.masked) : call.entries
        changes = CallChange.all(of: call)
        transport = CallTransport(situation)
        flags = registers.flags(on: card)
        sentence = CallSentences.sentence(for: situation)
    }

    /// Whether a step has been ringing, or has been lit without anybody saying that it rings, for as long as the rules let it.
    public func isOver(_ lit: CallSituation.Lit) -> Bool {
        guard let seconds = ringSeconds(lit) else { return false }
        let since = lit.ringingSince ?? lit.since
        return since.adding(milliseconds: Int64(seconds) * 1000) <= situation.at
    }

    /// How long a lit step is let ring, in seconds; nil where nothing rings.
    public func ringSeconds(_ lit: CallSituation.Lit) -> Int? { situation.step(lit.step)?.ringSeconds }

    /// Whether somebody who accepted should have been there by now.
    public func isOverdue(_ acceptance: Acceptance) -> Bool { acceptance.isOverdue(at: situation.at, rules) }

    /// Who works on the call, each once, in the order in which they came in.
    public var people: [(author: CallEntry.Author, since: Instant)] {
        var known: Set<CallEntry.Author> = [.daemon, .link]
        return entries.compactMap { known.insert($0.by).inserted ? ($0.by, $0.at) : nil }
    }
}

/// That another plan came to count while a call was open.
public struct CallChange: Hashable, Sendable {
    public let at: Instant
    /// What changed, in Japanese.
    public let sentence: String

    static func all(of call: Call) -> [CallChange] {
        call.planChanges.map { earlier, later in
            CallChange(
                at: later.from,
                sentence: CallSentences.change(from: earlier, to: later, isRehearsal: call.subject.isRehearsal))
        }
    }
}
