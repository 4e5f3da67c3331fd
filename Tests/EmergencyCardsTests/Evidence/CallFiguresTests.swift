import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What calls come to")
struct CallFiguresTests {
    /// What is to be done on a call, at so many minutes after its opening.
    typealias Line = (minute: Int64, act: CallEntry.Act)

    static let start = Scene.at("2026-11-24T22:00:00+09:00")
    static let attending = step("attending", .attendingPhysician)
    static let first = step("duty:1", .dutyPhysician, order: .first)
    static let second = step("duty:2", .dutyPhysician, order: .second)
    static let hospitals = ["H1", "H2", "H3"].map { step($0, .hospital) }
    static let dispatch = step("dispatch", .ordinaryDispatch)

    static func step(_ id: String, _ kind: PlanStep.Kind, order: CallOrder? = nil) -> PlannedStep {
        PlannedStep(
            id: id, kind: kind, skipped: nil, physician: nil, hospital: nil, name: id, callOrder: order, numbers: [])
    }

    static func call(_ lines: [Line], colour: Colour = .green, isRehearsal: Bool = false) -> Call {
        let plan = CallPlan(from: start, steps: [attending, first, second] + hospitals + [dispatch], until: nil)
        let all = [(minute: 0, act: CallEntry.Act.opened(plan, via: .number))] + lines
        return Call(
            id: "C1",
            subject: Call.Subject(
                card: CardNumber(issued: 10_407_519), association: "shizuoka", colour: colour, attending: "G",
                deputy: nil, isRehearsal: isRehearsal),
            entries: all.map {
                CallEntry(
                    at: start.adding(milliseconds: $0.minute * 60_000), by: CallEntry.Author(key: "K", person: nil),
                    act: $0.act)
            })
    }

    static func tried(_ step: PlannedStep, _ outcome: Attempt.Outcome, at minute: Int64, due: Int64? = nil) -> Line {
        let arrives = due.map { start.adding(milliseconds: $0 * 60_000) }
        return (
            minute, .attempted(Attempt(step: step, outcome: outcome, startedAt: start, arrivesAt: arrives))
        )
    }

    static func figures(_ calls: [Call], at minute: Int64 = 600) -> CallFigures {
        var figures = CallFigures()
        for call in calls { figures.add(call, at: start.adding(milliseconds: minute * 60_000), CallRules()) }
        return figures
    }

    @Test("Tried, reached, accepted, the first to come; seconds until then; arrivals")
    func steps() {
        let figures = Self.figures([
            Self.call([
                Self.tried(Self.attending, .noAnswer, at: 1), Self.tried(Self.first, .declined, at: 3),
                Self.tried(Self.second, .accepted, at: 4, due: 20), Self.tried(Self.second, .arrived, at: 25),
                (40, .closed(.caredForAtHome, note: nil)),
            ])
        ])
        #expect(figures.step(.attendingPhysician) == .init(tried: 1, reached: 0, accepted: 0, first: 0))
        #expect(figures.step(.dutyFirst) == .init(tried: 1, reached: 1, accepted: 0, first: 0))
        #expect(figures.step(.dutySecond) == .init(tried: 1, reached: 1, accepted: 1, first: 1))
        #expect(figures.outcomes == [.caredForAtHome: 1])
        #expect((figures.calls, figures.answered, figures.nobody, figures.overdue) == (1, 1, 0, 0))
        #expect((figures.secondsToAccept.count, figures.secondsToArrive.count) == (1, 1))
        #expect(figures.secondsToAccept.median == nil, "one call's time is not the month's")
    }

    @Test("Who turned back has not come; late by the grace is overdue; a closed call in which nobody answered is one")
    func turnedBack() {
        let back = Self.call([
            Self.tried(Self.attending, .accepted, at: 1, due: 10), Self.tried(Self.attending, .declined, at: 5),
            (40, .closed(.nobodyReached, note: nil)),
        ])
        let late = Self.call([
            Self.tried(Self.attending, .accepted, at: 1, due: 10), Self.tried(Self.attending, .arrived, at: 20),
            (40, .closed(.deathCertified, note: nil)),
        ])
        let inTime = Self.call([
            Self.tried(Self.attending, .accepted, at: 1, due: 10), Self.tried(Self.attending, .arrived, at: 19),
        ])
        let figures = Self.figures([back, late, inTime])
        #expect((figures.nobody, figures.answered, figures.overdue, figures.notClosed) == (1, 2, 1, 1))
    }

    @Test(
        "Nobody answered only where nothing was advised, no transport wanted, the call not taken back, and its outcome names nobody either",
        arguments: [
            (CallOutcome.nobodyReached, Attempt.Outcome.noAnswer, 1), (.advisedByTelephone, .advised, 0),
            (.takenElsewhere, .transportRequested, 0), (.cancelled, .busy, 0), (.takenElsewhere, .busy, 1),
            (.deathCertified, .noAnswer, 0), (.caredForAtHome, .noAnswer, 0), (.advisedByTelephone, .answered, 0),
            (.takenToNamedHospital, .noAnswer, 0),
        ])
    func nobody(_ outcome: CallOutcome, _ tried: Attempt.Outcome, _ expected: Int) {
        let call = Self.call([Self.tried(Self.attending, tried, at: 1), (5, .closed(outcome, note: nil))])
        #expect(Self.figures([call]).nobody == expected)
    }

    @Test("A yellow card's hospitals count by their place in the plan, beside the people")
    func yellow() {
        let call = Self.call(
            [
                Self.tried(Self.hospitals[0], .declined, at: 2),
                Self.tried(Self.hospitals[2], .accepted, at: 6),
                Self.tried(Self.attending, .advised, at: 7), (120, .closed(.takenToNamedHospital, note: nil)),
            ], colour: .yellow)
        let figures = Self.figures([call])
        #expect(figures.opened == [.yellow: 1])
        #expect(figures.step(.hospital1).tried == 1)
        #expect(figures.step(.hospitalLater).first == 1)
        #expect((figures.secondsToHospital.count, figures.secondsToAccept.count) == (1, 0))
        #expect(figures.overdue == 0, "a hospital that takes the patient goes nowhere")
    }

    @Test("A rehearsal counts nothing")
    func rehearsal() {
        let call = Self.call([Self.tried(Self.attending, .accepted, at: 1)], isRehearsal: true)
        #expect(Self.figures([call]) == CallFigures())
    }

    @Test(
        "Median and nine of ten by nearest rank, from five calls on",
        arguments: [
            ([9, 1, 5, 3], nil, nil), ([9, 1, 5, 3, 7], 5, 9), (Array(1...10), 5, 9), (Array(1...11), 6, 10),
            (Array(1...20), 10, 18),
        ] as [([Int], Int?, Int?)])
    func spread(_ values: [Int], _ median: Int?, _ ninety: Int?) {
        var spread = Spread()
        for value in values.reversed() { spread.add(value) }
        #expect((spread.count, spread.median, spread.ninety) == (values.count, median, ninety))
    }
}
