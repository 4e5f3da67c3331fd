public import DutyRota

/// What somebody sees who came into a call by a link: the page without its form.
public struct LinkView: Hashable, Sendable {
    /// Names nobody: it stands in the browser's list of pages.
    public let title: String
    /// nil: a real call.
    public let rehearsal: String?
    public let heading: String
    /// What is to be known first: how the call stands, what the card lacks.
    public let remarks: [String]
    /// What they have said so far.
    public let said: [String]
    /// Empty on the crew's page.
    public let items: [PacketItem]
    /// The version of the card from which the lines are; nil: there are none.
    public let version: Int?
    public let choices: LinkChoices
    /// Only on the crew's page.
    public let reception: Reception?

    /// Where the crew takes the patient.
    public struct Reception: Hashable, Sendable {
        public let state: String
        public let isAccepted: Bool
        public let lines: [Line]
    }

    public struct Line: Hashable, Sendable {
        public let label: String
        public let text: String
        public let numbers: [PacketItem.Number]
    }

    /// `card`: as it is now; nil where it is gone. `plan`: the card's plan now.
    public init(
        _ scene: LinkScene, card: Card?, plan: [PlanStep], registers: Registers, at now: Instant, rules: CallRules
    ) {
        let (link, call) = (scene.link, scene.call)
        let isRehearsal = call.subject.isRehearsal
        title = LinkWords.title(link.kind, isRehearsal: isRehearsal)
        rehearsal = isRehearsal ? LinkWords.rehearsal : nil
        heading = LinkWords.heading(link.kind)
        let situation = CallSituation(call, plan: plan, at: now, rules: rules)
        let acceptance = situation.acceptances.first { $0.step.id == link.step }
        let isTaken = link.kind == .hospital && acceptance == nil && call.isTaken(besides: link.step, rules)
        choices = LinkChoices(link, in: call, acceptance, isTaken: isTaken)
        said = LinkWords.said(link, in: call, acceptance)
        let closed = call.closedAt.map { LinkWords.closed(at: $0, hours: rules.linkHours) }
        guard link.kind != .crew, let card else {
            items = []
            version = nil
            remarks = [closed, link.kind == .crew ? nil : PacketWords.notInForce].compactMap(\.self)
            reception = link.kind == .crew ? Reception(situation, registers: registers) : nil
            return
        }
        reception = nil
        let packet = Packet(
            card, for: Self.reader(link, in: call), registers: registers, isRehearsal: isRehearsal, at: now)
        let hasDeclined = call.lastOutcome(at: link.step) == .declined
        let isHospital = link.kind == .hospital
        remarks =
            [closed, isTaken ? CallWords.takenByAnother : nil].compactMap(\.self) + packet.remarks
            + (hasDeclined && isHospital ? [LinkWords.declinedHidden] : [])
        items = hasDeclined && isHospital ? [] : packet.items
        version = items.isEmpty ? nil : card.version
    }

    /// For whom a link's packet is made. A physician's step that is nowhere in the call's plans is taken for a duty physician's.
    public static func reader(_ link: NightLink, in call: Call) -> Packet.Reader {
        let step = call.plans.reversed().lazy.compactMap { $0.step(link.step) }.first
        if link.kind == .hospital { return .hospital(step?.hospital ?? "") }
        return .physician(step?.kind ?? .dutyPhysician)
    }
}

extension Call {
    /// What was last entered of a step; nil: it has not been tried.
    func lastOutcome(at step: String) -> Attempt.Outcome? { attempts.last { $0.step.id == step }?.outcome }
}

extension LinkView.Reception {
    /// The hospital that takes the patient, else the one that is being asked.
    init(_ situation: CallSituation, registers: Registers) {
        let call = situation.call
        let accepted = situation.acceptances.last { $0.step.kind == .hospital }?.step
        let told = call.entries.reversed().lazy.compactMap { entry -> String? in
            if case .told(let step) = entry.act { step } else { nil }
        }
        let isOpen: (String) -> Bool = { step in
            situation.step(step)?.kind == .hospital && situation.step(step)?.status == .callable
                && call.lastOutcome(at: step) != .declined
        }
        let asked = told.first(where: isOpen)
        isAccepted = accepted != nil
        guard let step = accepted?.id ?? asked else {
            state = LinkWords.noHospital
            lines = []
            return
        }
        state = accepted != nil ? LinkWords.hospitalAccepted : LinkWords.hospitalAsked
        let planned = situation.step(step)
        let hospital = (accepted?.hospital ?? planned?.reception?.hospital).flatMap { registers.hospitals[$0] }
        // A hospital that took the patient and is full since has no numbers in the plan.
        let shown = planned?.telephones ?? []
        let telephones = shown.isEmpty ? hospital?.telephones ?? [] : shown
        let isRehearsal = call.subject.isRehearsal
        lines = [
            LinkView.Line(label: LinkWords.hospital, text: hospital?.name ?? planned?.name ?? "", numbers: []),
            hospital?.entrance.map { LinkView.Line(label: LinkWords.entrance, text: $0, numbers: []) },
            LinkView.Line(
                label: LinkWords.telephone, text: "",
                numbers: telephones.map {
                    PacketItem.Number($0.label, $0.number, isRehearsal: isRehearsal)
                }),
            planned?.reception?.patientNumber.map {
                LinkView.Line(label: LinkWords.patientNumber, text: $0, numbers: [])
            },
            hospital.map { LinkView.Line(label: LinkWords.address, text: $0.address, numbers: []) },
        ].compactMap(\.self)
    }
}
