import DutyRota
import EmergencyCards
import Synchronization

/// A call in the small association, made entry by entry, with a minute between two acts.
struct LinkNight {
    var scene = Scene()
    var call: Call
    var now = Scene.night
    var links: [NightLink] = []
    let rules = CallRules()

    init(_ document: CardDocument = Scene.green) {
        scene.document = document
        let subject = Call.Subject(
            card: CardNumber.read("1234-5676") ?? CardNumber(issued: 0), association: "shizuoka",
            colour: document.colour, attending: "G", deputy: "D", isRehearsal: false)
        call = Call(id: "c", subject: subject, entries: [])
    }

    var card: Card {
        Card(number: call.subject.card, document: scene.document, life: scene.life, version: 3, enteredAt: Scene.night)
    }

    var planner: CallPlanner { CallPlanner(card: card, registers: scene.registers, rules: rules) }

    /// Addresses that count up, so that a test can name them.
    var maker: LinkMaker {
        LinkMaker(randomness: SeededDraws(UInt64(links.count + 1)).randomness) { _ in false }
    }

    /// Enters what is decided, with what it gives out.
    mutating func act(_ decide: (CallDesk, Call) throws -> [CallEntry]) throws {
        now = now.adding(milliseconds: 60_000)
        let entries = try decide(CallDesk(author: .link, now: now, planner: planner, rules: rules), call)
        let given = try NightLinks.given(
            for: entries, of: call, plan: planner.steps(at: now), rules: rules, by: maker)
        call = call.adding(entries + given.entries)
        links += given.links
    }

    mutating func open() throws { try act { desk, _ in desk.opening(.number) } }

    mutating func attempt(_ step: String, _ outcome: Attempt.Outcome) throws {
        try act { try $0.attempting(AttemptRequest(step: step, outcome: outcome), in: $1) }
    }

    /// What was given, such as `physician attending:G`.
    var given: [String] { links.map { "\($0.kind.rawValue) \($0.step)" } }

    /// Which of the links open something.
    var alive: [Bool] { links.map { $0.isAlive(in: call, among: links, at: now, rules) } }
}

/// Random numbers that are the same on every run.
final class SeededDraws: Sendable {
    private let generator: Mutex<SeededRandom>

    init(_ seed: UInt64) {
        generator = Mutex(SeededRandom(seed: seed))
    }

    var randomness: Randomness { Randomness { [self] in generator.withLock { $0.next() } } }
}
