import DutyRota

/// What people are told of a call: the attending physician how it went, the hospital that a patient comes, the association that nobody does.
public enum CallNotices {
    /// What the entries that were just added to a call, and the links that were given out with them, say to those who are not in it.
    ///
    /// `call`: with these entries. `address`: where people outside reach the installation; nil: a hospital is told the page's number alone. Of a rehearsal
    /// the same is said, to the log.
    public static func notices(
        of call: Call, adding entries: [CallEntry], links: [NightLink], address: PublicAddress? = nil,
        rules: CallRules = CallRules()
    ) -> [Notice] {
        let told = entries.flatMap { entry -> [Notice] in
            switch entry.act {
            case .closed(let outcome, _):
                [
                    call.closed(outcome, at: entry.at, rules),
                    outcome == .nobodyReached ? call.unanswered(entry.at) : nil,
                ]
                .compactMap(\.self)
            case .attempted(let attempt) where attempt.outcome == .transportRequested:
                [call.transport(at: entry.at)].compactMap(\.self)
            case .attempted, .planned: call.isExhausted(rules) ? [call.unanswered(entry.at)] : []
            default: []
            }
        }
        return told + links.compactMap { call.coming($0, address) }
    }
}

extension Call {
    /// Whether everybody who could come has been tried, and nobody does.
    fileprivate func isExhausted(_ rules: CallRules) -> Bool {
        guard state != .closed, !wantsTransport, acceptances(rules).isEmpty, let plan = plans.last else { return false }
        let people = plan.steps.filter { $0.kind.isPerson && $0.skipped == nil }
        let tried = Set(attempts.map(\.step.id))
        return !tried.isEmpty && people.allSatisfy { tried.contains($0.id) }
    }

    fileprivate func closed(_ outcome: CallOutcome, at instant: Instant, _ rules: CallRules) -> Notice? {
        let came = acceptances(rules).map { acceptance in
            NoticeWords.came(
                acceptance.step, number: number(of: acceptance.step), accepted: minutes(to: acceptance.at),
                arrived: acceptance.arrivedAt.map(minutes))
        }
        // A call that was taken up again and closed once more ends anew.
        return toAttending(
            .callClosed, "closed:\(instant.milliseconds)",
            NoticeWords.callClosed(subject.card, from: openedAt, to: instant, came: came, outcome: outcome), instant)
    }

    fileprivate func transport(at instant: Instant) -> Notice? {
        // A wish that reopening took back is another one where it is said anew.
        let reopenings = entries.count { if case .reopened = $0.act { true } else { false } }
        return toAttending(
            .transportRequested, "transport" + (reopenings == 0 ? "" : ":\(reopenings)"),
            NoticeWords.transportRequested(subject.card, at: instant), instant)
    }

    fileprivate func unanswered(_ instant: Instant) -> Notice {
        let tried = Set(attempts.map(\.step.id)).count
        return Notice(
            .callWithoutAnswer, event: "call:\(id):unanswered", to: .association(subject.association),
            NoticeWords.callWithoutAnswer(subject.card, from: openedAt, tried: tried), at: instant,
            isRehearsal: subject.isRehearsal)
    }

    /// A word to the hospital for which a link was given out; nil for other links.
    fileprivate func coming(_ link: NightLink, _ address: PublicAddress?) -> Notice? {
        guard link.kind == .hospital,
            let hospital = plans.reversed().lazy.compactMap({ $0.step(link.step)?.hospital }).first
        else { return nil }
        let page = address.map { "\($0.text)/n/\(link.address)" } ?? "/n/\(link.address)"
        return Notice(
            .patientComing, event: "call:\(id):coming:\(link.address)", to: .hospital(hospital),
            NoticeWords.patientComing(subject.card, at: link.madeAt, page: page, code: link.code), at: link.madeAt,
            isRehearsal: subject.isRehearsal)
    }

    private func toAttending(_ kind: Notice.Kind, _ event: String, _ words: NoticeText, _ instant: Instant) -> Notice? {
        subject.attending.map { physician in
            Notice(
                kind, event: "call:\(id):\(event)", to: .physician(physician), words, at: instant,
                isRehearsal: subject.isRehearsal)
        }
    }

    /// Where a step stood in the plan that had it last, counted from 1.
    private func number(of step: PlannedStep) -> Int? {
        plans.reversed().lazy.compactMap { plan in plan.steps.firstIndex { $0.id == step.id } }.first.map { $0 + 1 }
    }

    private func minutes(to instant: Instant) -> Int64 { (instant.milliseconds - openedAt.milliseconds) / 60_000 }
}
