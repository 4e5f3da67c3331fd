import DutyRota
import EmergencyCards

/// What the desk was told had been done, written down beside the program and by none of its rules.
struct NightLedger {
    /// One attempt that was acknowledged.
    struct Attempted: Hashable {
        let step: String
        let outcome: Attempt.Outcome
        let note: String?
    }

    var duty = NightDuty()
    /// In the order in which they were acknowledged; a race's in either order.
    var attempts: [CallID: [Attempted]] = [:]
    /// Every entry that anybody was ever shown.
    var shown: [CallID: [CallEntry]] = [:]
    var subjects: [CallID: Call.Subject] = [:]
    var closed: Set<CallID> = []
    /// By call, who said that they come, by the step at which they did.
    var comers: [CallID: [String: PhysicianID]] = [:]
    /// What was to go out: event, recipient, channel, address.
    var notices: Set<String> = []
    var faults: [String] = []
    var dutyChecks = 0
    var unchecked = 0
    var stale = 0

    /// Notes what somebody was shown. Nothing that was shown before may be missing or different, and no entry is earlier than the one before.
    mutating func show(_ call: Call) {
        let before = shown[call.id] ?? []
        if Array(call.entries.prefix(before.count)) != before {
            faults.append("\(call.id): something shown has vanished")
        }
        let times = call.entries.map(\.at)
        if zip(times, times.dropFirst()).contains(where: { $0 > $1 }) {
            faults.append("\(call.id): times run backwards")
        }
        shown[call.id] = call.entries
        subjects[call.id] = call.subject
    }

    mutating func attempted(_ attempt: Attempt, in call: CallID) {
        attempts[call, default: []].append(
            Attempted(step: attempt.step.id, outcome: attempt.outcome, note: attempt.note))
        switch attempt.outcome {
        case .accepted, .arrived: comers[call, default: [:]][attempt.step.id] = attempt.step.physician
        case .declined, .advised, .wrongNumber: comers[call, default: [:]][attempt.step.id] = nil
        default: break
        }
    }

    /// Who is out on calls that are not closed; nobody on a rehearsal.
    func engaged(on open: [CallID]) -> Set<String> {
        let real = open.filter { subjects[$0]?.isRehearsal == false }
        return Set(real.flatMap { call in (comers[call] ?? [:]).values.map { "\(call) \($0)" } })
    }
}
