public import DutyRota

/// Somebody who said that they come, or a hospital that takes the patient.
public struct Acceptance: Hashable, Sendable {
    public let step: PlannedStep
    /// When it was said.
    public let at: Instant
    /// When they are due: as they said it last, or as is assumed where nobody asked.
    public let arrivesAt: Instant
    /// Whether nobody asked when they will be there.
    public let isAssumed: Bool
    /// When they were there; nil: they are under way.
    public let arrivedAt: Instant?
    /// Whether somebody there has opened what they were given.
    public let isAcknowledged: Bool

    /// Whether they should have been there by now, with the grace of the rules. A hospital that takes the patient goes nowhere, and is never late.
    public func isOverdue(at now: Instant, _ rules: CallRules) -> Bool {
        step.kind != .hospital && arrivedAt == nil
            && arrivesAt.adding(milliseconds: rules.arrivalGraceMinutes * 60_000) <= now
    }
}

extension Call {
    /// Who has accepted and not turned back, in the order in which they did. Who declines after accepting, or only advises, comes no more; who
    /// cannot be reached on the way is still under way.
    public func acceptances(_ rules: CallRules) -> [Acceptance] {
        var standing: [Acceptance] = []
        var read: Set<String> = []
        for entry in entries {
            switch entry.act {
            case .attempted(let attempt):
                standing.take(attempt, at: entry.at, isRead: read.contains(attempt.step.id), rules)
            case .acknowledged(let step):
                read.insert(step)
                standing.change(step) { $0.with(isAcknowledged: true) }
            case .arrivalChanged(let step, let time): standing.change(step) { $0.with(arrivesAt: time) }
            default: continue
            }
        }
        return standing
    }
}

extension [Acceptance] {
    fileprivate mutating func take(_ attempt: Attempt, at instant: Instant, isRead: Bool, _ rules: CallRules) {
        let earlier = first { $0.step.id == attempt.step.id }
        switch attempt.outcome {
        case .accepted:
            removeAll { $0.step.id == attempt.step.id }
            let assumed = instant.adding(milliseconds: rules.assumedArrivalMinutes * 60_000)
            append(
                Acceptance(
                    step: attempt.step, at: instant, arrivesAt: attempt.arrivesAt ?? assumed,
                    isAssumed: attempt.arrivesAt == nil, arrivedAt: nil, isAcknowledged: isRead))
        case .arrived:
            removeAll { $0.step.id == attempt.step.id }
            append(
                Acceptance(
                    step: attempt.step, at: earlier?.at ?? instant, arrivesAt: earlier?.arrivesAt ?? instant,
                    isAssumed: false, arrivedAt: instant, isAcknowledged: isRead))
        case .declined, .advised, .wrongNumber: removeAll { $0.step.id == attempt.step.id }
        default: return
        }
    }

    fileprivate mutating func change(_ step: String, _ changed: (Acceptance) -> Acceptance) {
        guard let index = firstIndex(where: { $0.step.id == step }) else { return }
        self[index] = changed(self[index])
    }
}

extension Acceptance {
    fileprivate func with(arrivesAt time: Instant? = nil, isAcknowledged: Bool? = nil) -> Acceptance {
        Acceptance(
            step: step, at: at, arrivesAt: time ?? arrivesAt, isAssumed: time == nil && self.isAssumed,
            arrivedAt: arrivedAt, isAcknowledged: isAcknowledged ?? self.isAcknowledged)
    }
}
