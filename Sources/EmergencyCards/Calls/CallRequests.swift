/// What a dispatcher says to open a call.
public struct CallRequest: Hashable, Sendable {
    /// The number as it was typed; read as leniently as that of a look-up.
    public let card: String
    public let isRehearsal: Bool
    /// How the card was found.
    public let via: CallEntry.Via

    /// Reads `card`, `rehearsal`, `via`; nil, with faults, where a member is at fault.
    public static func read(_ reader: inout ObjectReader) -> CallRequest? {
        let card = reader.required("card") { $0.text($1) }
        let isRehearsal = reader.flag("rehearsal")
        let via = reader.word("via", CallEntry.Via.self) ?? .number
        return card.map { CallRequest(card: $0, isRehearsal: isRehearsal, via: via) }
    }
}

/// That a step is being rung.
public struct RingRequest: Hashable, Sendable {
    /// The identifier of a step of the plan.
    public let step: String

    /// Reads `stepId`.
    public static func read(_ reader: inout ObjectReader) -> RingRequest? {
        reader.required("stepId") { $0.text($1) }.map(RingRequest.init)
    }
}

/// That the dispatcher's part is done.
public struct HandOverRequest: Hashable, Sendable {
    public let note: String?

    /// Reads `note`, which may be missing.
    public static func read(_ reader: inout ObjectReader) -> HandOverRequest? {
        HandOverRequest(note: reader.text("note", maximum: CallWords.noteLimit, lines: true))
    }
}

/// That a call is over.
public struct CallClosing: Hashable, Sendable {
    public let outcome: CallOutcome
    public let note: String?

    /// Reads `outcome`, `note`.
    public static func read(_ reader: inout ObjectReader) -> CallClosing? {
        let outcome = reader.required("outcome") { $0.word($1, CallOutcome.self) }
        let note = reader.text("note", maximum: CallWords.noteLimit, lines: true)
        return outcome.map { CallClosing(outcome: $0, note: note) }
    }
}

/// That a call goes on after all.
public struct CallReopening: Hashable, Sendable {
    public let reason: String

    /// Reads `reason`.
    public static func read(_ reader: inout ObjectReader) -> CallReopening? {
        reader.required("reason") { $0.text($1, maximum: CallWords.noteLimit) }.map(CallReopening.init)
    }
}
