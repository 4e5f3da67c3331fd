import DutyRota
import EmergencyCards

/// A call in the scene, with a hand-moved clock and registers that can change under way.
///
/// What is done is written in short, such as `G noAnswer`, `A accepted 20`, `+10m`: see ``run(_:)``.
struct NightCall {
    var scene: Scene
    var marks = NightMarks()
    var now: Instant
    var rules = CallRules()
    var author = CallEntry.Author(key: "fire", person: "司令")
    private(set) var call: Call

    init(
        _ colour: Colour = .green, at instant: Instant = Scene.night, isRehearsal: Bool = false,
        _ scene: Scene = Scene()
    ) {
        var scene = scene
        if colour == .yellow { scene.document = Scene.yellow }
        scene.document.visitingNurse = VisitingNurse(name: "訪問看護", telephone: "054-000-0500")
        self.scene = scene
        now = instant
        call = Call(
            id: "C1",
            subject: Call.Subject(
                card: CardNumber(issued: 12_345_676), association: "shizuoka", colour: colour, attending: "G",
                deputy: "D", isRehearsal: isRehearsal), entries: [])
        add(desk.opening(.number))
    }

    var card: Card {
        Card(
            number: call.subject.card, document: scene.document, life: scene.life, version: 1,
            enteredAt: Scene.at("2026-04-01T09:00:00+09:00"))
    }
    var planner: CallPlanner { CallPlanner(card: card, registers: scene.registers.marking(marks), rules: rules) }
    var desk: CallDesk { CallDesk(author: author, now: now, planner: planner, rules: rules) }
    var situation: CallSituation { CallSituation(call, plan: planner.steps(at: now), at: now, rules: rules) }

    /// What is lit, in short, the most urgent first: `nurse H1`; `-`: nothing.
    var lit: String {
        situation.lit.isEmpty ? "-" : situation.lit.map { Self.short($0.step) }.joined(separator: " ")
    }

    mutating func add(_ entries: [CallEntry]) { call = call.adding(entries) }

    /// `attending:G` is `G`, `hospital:H1` is `H1`, `duty:1:A:2026-11-24` is `A`.
    static func short(_ id: String) -> String {
        let parts = id.split(separator: ":").map(String.init)
        switch parts[0] {
        case "standingContact": return "contact"
        case "ordinaryDispatch": return "dispatch"
        case "duty": return parts[2]
        default: return parts.last ?? id
        }
    }

    static func step(_ short: String) -> String {
        switch short {
        case "contact": "standingContact"
        case "dispatch": "ordinaryDispatch"
        case "G": "attending:G"
        case "D": "deputy:D"
        case "A", "B": "duty:1:\(short):2026-11-24"
        case "C": "duty:2:C:2026-11-24"
        case "H1", "H2": "hospital:\(short)"
        default: short
        }
    }

    /// Tries a step: when it began to ring, and in how many minutes somebody comes.
    mutating func attempt(
        _ step: String, _ outcome: Attempt.Outcome, startedAt: Instant? = nil, minutes: Int64? = nil
    ) throws {
        let request = AttemptRequest(
            step: Self.step(step), outcome: outcome, startedAt: startedAt,
            arrivesAt: minutes.map { now.adding(milliseconds: $0 * 60_000) })
        add(try desk.attempting(request, in: call))
    }

    mutating func refresh() { add(desk.refreshing(call)) }
}
