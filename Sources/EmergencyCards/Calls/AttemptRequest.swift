public import DutyRota

/// What a dispatcher enters of an attempt.
public struct AttemptRequest: Hashable, Sendable {
    /// The identifier of a step of the plan.
    public let step: String
    public let outcome: Attempt.Outcome
    /// When it began to ring; nil: when somebody said that it rings, else now.
    public let startedAt: Instant?
    /// When somebody who accepts will be there.
    public let arrivesAt: Instant?
    public let note: String?

    public init(
        step: String, outcome: Attempt.Outcome, startedAt: Instant? = nil, arrivesAt: Instant? = nil,
        note: String? = nil
    ) {
        self.step = step
        self.outcome = outcome
        self.startedAt = startedAt
        self.arrivesAt = arrivesAt
        self.note = note
    }

    /// Reads `stepId`, `outcome`, `startedAt`, `eta`, `note`; nil, with faults, where a member is at fault.
    public static func read(_ reader: inout ObjectReader) -> AttemptRequest? {
        let step = reader.required("stepId") { $0.text($1) }
        let outcome = reader.required("outcome") { $0.word($1, Attempt.Outcome.self) }
        let (startedAt, arrivesAt) = (reader.instant("startedAt"), reader.instant("eta"))
        let note = reader.text("note", maximum: CallWords.noteLimit, lines: true)
        guard let step, let outcome else { return nil }
        return AttemptRequest(step: step, outcome: outcome, startedAt: startedAt, arrivesAt: arrivesAt, note: note)
    }

    /// Every field at fault: an attempt that began before the call or while it was closed, or lies ahead; a time of arrival of somebody who does not
    /// come.
    func faults(in call: Call, at now: Instant, _ rules: CallRules) -> [FieldFault] {
        var faults: [FieldFault] = []
        let earliest = max(call.openedAt, now.adding(milliseconds: -rules.attemptMinutes * 60_000))
        // What was said to ring is never too long ago: the attempt would be lost.
        if let startedAt, startedAt > max(now, call.entries.last?.at ?? now) || startedAt < min(earliest, now) {
            faults.append(FieldFault(field: "startedAt", message: CallWords.notDuringCall(rules)))
        } else if let startedAt, call.wasClosed(at: startedAt) {
            faults.append(FieldFault(field: "startedAt", message: CallWords.whileClosed))
        }
        if let arrivesAt {
            if outcome != .accepted {
                faults.append(FieldFault(field: "eta", message: CallWords.arrivalWithoutAcceptance))
            } else if let fault = Self.arrivalFault(arrivesAt, at: now) {
                faults.append(fault)
            }
        }
        return faults
    }

    /// A time of arrival that lies behind or further than twelve hours ahead is a slip of the key.
    static func arrivalFault(_ time: Instant, at now: Instant) -> FieldFault? {
        let latest = now.adding(milliseconds: 12 * 3_600_000)
        return time < now || time > latest ? FieldFault(field: "eta", message: CallWords.arrivalOutOfReach) : nil
    }
}
