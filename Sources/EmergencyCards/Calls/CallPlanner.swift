public import DutyRota

/// Makes the plan of a call's card at an instant, from the registers as they are now. The look-up makes its plan by the same rules.
public struct CallPlanner: Sendable {
    private let card: Card
    private let registers: Registers
    private let rules: CallRules

    public init(card: Card, registers: Registers, rules: CallRules) {
        self.card = card
        self.registers = registers
        self.rules = rules
    }

    /// The steps at an instant, never empty, with who is out on another call. Of a card that is in force no more: ordinary dispatch alone.
    public func steps(at instant: Instant) -> [PlanStep] {
        guard card.life.state.isInForce else { return [Plan.ordinaryDispatch(step: 1)] }
        return Plan.steps(for: card, duty: duty(at: instant), registers: registers, at: instant).ringing(rules)
    }

    /// The plan as a call keeps it.
    public func plan(at instant: Instant) -> CallPlan {
        let named = Set(card.document.hospitals.compactMap(\.hospital))
        let ends = registers.fullHospitals.filter { named.contains($0.hospital) && $0.interval.contains(instant) }
            .map(\.interval.upperBound)
        let edges = [duty(at: instant)?.validUntil, instant.day.adding(1).start].compactMap(\.self) + ends
        return CallPlan(
            from: instant, steps: steps(at: instant).map(PlannedStep.init), until: edges.filter { $0 > instant }.min())
    }

    private func duty(at instant: Instant) -> DutyAnswer? {
        card.document.patient.area.flatMap {
            try? registers.books[card.document.association]?.duty(at: instant, area: $0)
        }
    }
}

extension [PlanStep] {
    /// The steps with how long an installation lets each ring.
    func ringing(_ rules: CallRules) -> [PlanStep] {
        map { step in
            var step = step
            if step.ringSeconds != nil { step.ringSeconds = rules.ringSeconds[step.kind] }
            return step
        }
    }
}
