import DutyRota

/// The Japanese sentences of a call: what is to be done now, what became of the plan. Those of a rehearsal begin with 【訓練】.
enum CallSentences {
    private static let rehearsal = "【訓練】"

    /// What is to be done now.
    static func sentence(for situation: CallSituation) -> String {
        (situation.call.subject.isRehearsal ? rehearsal : "") + text(situation)
    }

    /// What became of one plan when another came to count.
    static func change(from earlier: CallPlan, to later: CallPlan, isRehearsal: Bool) -> String {
        let (added, removed) = (later.added(since: earlier), later.removed(since: earlier))
        let parts = [
            added.isEmpty ? nil : "電話できるようになりました: \(names(added))。",
            removed.isEmpty ? nil : "計画から外れました: \(names(removed))。",
        ].compactMap(\.self)
        return (isRehearsal ? rehearsal : "") + "\(later.from.alignedClock) "
            + (parts.isEmpty ? "電話できない手順の理由か順番が変わりました。" : parts.joined())
    }

    private static func text(_ situation: CallSituation) -> String {
        let call = situation.call
        if let ending = call.ending { return "この事案は終了しています（\(outcome(ending.outcome))）。" }
        if call.wantsTransport { return "搬送の希望がありました。通常の119番として対応してください。" }
        let parts = [
            call.state == .handedOver ? "引き継ぎ済みです。" : nil,
            call.subject.colour == .yellow ? "救急車は通常の基準で出動します。" : nil,
            situation.overdue.isEmpty ? nil : situation.overdue.map(late).joined(),
            coming(situation),
            hospitals(situation),
            next(situation),
        ]
        return parts.compactMap(\.self).joined()
    }

    private static func late(_ acceptance: Acceptance) -> String {
        "\(acceptance.step.name)は到着予定（\(acceptance.arrivesAt.alignedClock)）を過ぎても到着の連絡がありません。"
    }

    private static func coming(_ situation: CallSituation) -> String? {
        let inTime = situation.acceptances.filter { acceptance in !situation.overdue.contains(acceptance) }
        guard !inTime.isEmpty else { return nil }
        return inTime.map { acceptance in
            let name = acceptance.step.name
            if acceptance.step.kind == .hospital { return "\(name)が受け入れます。" }
            if let arrivedAt = acceptance.arrivedAt { return "\(name)が\(arrivedAt.alignedClock)に到着しました。" }
            return "\(name)が向かっています（到着予定 \(acceptance.arrivesAt.alignedClock)\(acceptance.isAssumed ? "、見込み" : "")）。"
        }.joined()
    }

    /// That a yellow card's hospitals have all turned the patient away or take nobody, or that one has still to answer.
    private static func hospitals(_ situation: CallSituation) -> String? {
        guard situation.isHospitalWanted else { return nil }
        if situation.isHospitalAwaited { return "病院の返答を待っています。" }
        return situation.isHospitalLeft ? nil : "受け入れられる病院は残っていません。搬送先は隊が通常どおり選定してください。"
    }

    private static func next(_ situation: CallSituation) -> String? {
        let steps = situation.lit.compactMap { situation.step($0.step) }
        if steps.isEmpty {
            let isUnderWay = !situation.acceptances.isEmpty && situation.overdue.isEmpty
            return isUnderWay || situation.isHospitalAwaited ? nil : "電話できる相手は残っていません。通常の119番対応を続けてください。"
        }
        return steps.map { step in
            switch step.kind {
            case .ordinaryDispatch: "電話できる相手は残っていません。通常の119番対応を続けてください。"
            case .hospital: "搬送先の\(step.name)に電話してください。"
            default: "次は\(kind(step.kind))の\(step.name)に電話してください。" + (step.status == .engaged ? "別の事案に対応中です。" : "")
            }
        }.joined()
    }

    private static func names(_ steps: [PlannedStep]) -> String {
        steps.map { "\($0.name)（\(kind($0.kind))）" }.joined(separator: "、")
    }

    private static func kind(_ kind: PlanStep.Kind) -> String {
        switch kind {
        case .attendingPhysician: "かかりつけ医"
        case .visitingNurse: "訪問看護"
        case .deputyPhysician: "副主治医"
        case .dutyPhysician: "当番医"
        case .hospital: "病院"
        case .standingContact: "緊急連絡窓口"
        case .ordinaryDispatch: "通常出動"
        }
    }

    private static func outcome(_ outcome: CallOutcome) -> String {
        switch outcome {
        case .deathCertified: "医師が死亡を確認"
        case .caredForAtHome: "医師が訪問し在宅で継続"
        case .advisedByTelephone: "電話での助言"
        case .takenToNamedHospital: "希望の病院へ搬送"
        case .takenElsewhere: "ほかの病院へ搬送"
        case .nobodyReached: "誰にもつながらず通常出動"
        case .cancelled: "取り消し"
        case .rehearsalOver: "訓練の終了"
        }
    }
}

extension CallSituation {
    /// Whether the patient of a yellow card has no hospital yet.
    fileprivate var isHospitalWanted: Bool {
        call.subject.colour == .yellow && !acceptances.contains { $0.step.kind == .hospital }
    }

    /// Whether a hospital of the plan may still take the patient: it has not been tried, or has not said no.
    fileprivate var isHospitalLeft: Bool {
        plan.contains { $0.kind == .hospital && $0.status != .skipped && !call.turnedAway($0.id) }
    }

    /// Whether a hospital thinks it over, and none is to be telephoned meanwhile.
    fileprivate var isHospitalAwaited: Bool {
        isHospitalWanted && isHospitalLeft && !lit.contains { step($0.step)?.kind == .hospital }
    }
}
