import DutyRota
import EmergencyCards

/// Works on calls for whoever came by a link, and gives out new links.
struct LinkKeeping: Sendable {
    let source: any RegisterSource
    let finder: any CardFinder
    let calls: CallKeeping
    let links: any LinkRegister
    let night: any NightDesk
    let announcer: Announcer
    let rules: CallRules

    /// The link that a visit was let in by, where it is the one at this address and alive; nil: they must give the code again.
    func scene(_ visit: LinkVisit, at address: String) throws -> LinkScene? {
        guard let scene = try links.visited(visit.hash), scene.link.address == address,
            scene.isAlive(at: announcer.clock.now(), rules)
        else { return nil }
        return scene
    }

    /// What somebody sees now.
    func view(_ scene: LinkScene) throws -> LinkView {
        let (now, registers) = (announcer.clock.now(), try source.registers())
        let card = try card(of: scene.call)
        let plan = card.map { CallPlanner(card: $0, registers: registers, rules: rules).steps(at: now) } ?? []
        return LinkView(scene, card: card, plan: plan, registers: registers, at: now, rules: rules)
    }

    /// The card that answers for a call's patient now; nil: it has been erased.
    func card(of call: Call) throws -> Card? { try finder.find(call.subject.card)?.answering }

    /// What somebody with a link says, announced and entered.
    func answer(_ answer: LinkAnswer, _ scene: LinkScene, from remote: String?) async throws {
        try await announcer.announced(.linkAnswer, by: .link(from: remote)) {
            scene.write(to: &$0)
        } change: {
            _ = try await calls.change(scene.call.id, by: .link) { desk, call in
                try desk.answering(answer, at: scene.link.step, in: call)
            }
        } shown: { _, _ in
        }
    }

    /// Keeps what somebody without a key did, or was shown.
    func record(
        _ action: AuditRecord.Action, from remote: String?, _ details: (inout JSONWriter) -> Void
    ) async {
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: action, actor: .link(from: remote), details))
    }
}

extension AuditRecord.Actor {
    /// Somebody who came by a link.
    static func link(from remote: String?) -> AuditRecord.Actor {
        AuditRecord.Actor(key: "link", role: "link", person: nil, address: remote)
    }
}

extension LinkScene {
    /// Writes for the record what the link leads to: never its code.
    func write(to json: inout JSONWriter) {
        json.member("card", call.subject.card.text)
        json.member("call", call.id.text)
        json.member("kind", link.kind.rawValue)
        json.member("stepId", link.step)
        json.member("rehearsal", call.subject.isRehearsal)
    }
}
