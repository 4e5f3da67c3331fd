import DutyRota
import EmergencyCards
import Testing

@Suite("What is said by a link")
struct LinkAnswerTests {
    @Test("A physician under way says everything once, however often the form is sent")
    func physician() throws {
        var night = LinkNight()
        try night.open()
        try night.attempt("attending:G", .accepted)
        let time = try #require(LinkTimes.arrival(inMinutes: "20", from: night.now.adding(milliseconds: 60_000)))
        for answer in [LinkAnswer.acknowledged, .arrival(time), .arrived, .declined(reason: nil)] {
            let before = night.call.entries.count
            try night.act { try $0.answering(answer, at: "attending:G", in: $1) }
            #expect(night.call.entries.count == before + 1)
            if answer == .arrival(time) { #expect(night.call.acceptances(night.rules).first?.arrivesAt == time) }
            if answer == .arrived { #expect(night.call.acceptances(night.rules).first?.arrivedAt == night.now) }
            try night.act { try $0.answering(answer, at: "attending:G", in: $1) }
            #expect(night.call.entries.count == before + 1)
        }
        #expect(night.call.acceptances(night.rules).isEmpty)
        #expect(night.call.entries.suffix(4).allSatisfy { $0.by == .link })
    }

    @Test("A duty physician whose shift is over by then still arrives and still turns back")
    func afterTheShift() throws {
        for answer in [LinkAnswer.arrived, .declined(reason: nil)] {
            var night = LinkNight()
            try night.open()
            try night.attempt("duty:1:A:2026-11-24", .accepted)
            night.now = Scene.at("2026-11-25T08:40:00+09:00")
            try night.act { desk, call in desk.refreshing(call) }
            #expect(night.call.plans.last?.step("duty:1:A:2026-11-24") == nil)
            try night.act { try $0.answering(answer, at: "duty:1:A:2026-11-24", in: $1) }
            #expect(night.call.attempts.last?.outcome == (answer == .arrived ? .arrived : .declined))
        }
    }

    @Test("A hospital accepts, or declines with its reason and the next is told")
    func hospital() throws {
        var night = LinkNight(Scene.yellow)
        try night.open()
        try night.act { try $0.answering(.declined(reason: "手術中"), at: "hospital:H1", in: $1) }
        #expect(night.call.attempts.last?.note == "手術中")
        #expect(night.given.last == "hospital hospital:H2")
        try night.act { try $0.answering(.accepted(arrivesAt: nil), at: "hospital:H2", in: $1) }
        #expect(night.call.acceptances(night.rules).map(\.step.id) == ["hospital:H2"])
    }

    @Test("A hospital that answers late does not take the patient from the one that does")
    func late() throws {
        var night = LinkNight(Scene.yellow)
        try night.open()
        try night.act { try $0.answering(.acknowledged, at: "hospital:H1", in: $1) }
        try night.attempt("hospital:H2", .accepted)
        let link = try #require(night.links.first { $0.kind == .hospital })
        func view() -> LinkView {
            LinkView(
                LinkScene(link: link, call: night.call, links: night.links), card: night.card,
                plan: night.planner.steps(at: night.now), registers: night.scene.registers, at: night.now,
                rules: night.rules)
        }
        #expect(!view().choices.accept && view().choices.decline)
        #expect(view().remarks.contains { $0.contains("ほかの病院") })
        let error = #expect(throws: Refusal.self) {
            try night.act { try $0.answering(.accepted(arrivesAt: nil), at: "hospital:H1", in: $1) }
        }
        #expect(error?.code == .wrongCallState)
        #expect(night.call.acceptances(night.rules).map(\.step.id) == ["hospital:H2"])
        try night.attempt("hospital:H2", .declined)
        #expect(view().choices.accept)
        try night.act { try $0.answering(.accepted(arrivesAt: nil), at: "hospital:H1", in: $1) }
        #expect(night.call.acceptances(night.rules).map(\.step.id) == ["hospital:H1"])
    }

    @Test("Nothing is said any more once the call is closed, nor of an arrival by whoever has not accepted")
    func refused() throws {
        var night = LinkNight()
        try night.open()
        #expect(throws: Refusal.self) { try night.act { try $0.answering(.arrived, at: "attending:G", in: $1) } }
        try night.attempt("attending:G", .accepted)
        try night.act { try $0.closing(.caredForAtHome, note: nil, $1) }
        for answer in [LinkAnswer.acknowledged, .arrived, .declined(reason: nil)] {
            #expect(throws: Refusal.self) { try night.act { try $0.answering(answer, at: "attending:G", in: $1) } }
        }
    }

    @Test(
        "Digits are read as people type them",
        arguments: [
            ("123456", "123456"), ("12 34 56", "123456"), ("１２３４５６", "123456"), ("12-34-56", "123456"), ("12345", nil),
            ("1234567", nil), ("12345a", nil), ("", nil), ("٣٤٥٦٧٨", nil),
        ])
    func digits(_ text: String, _ read: String?) {
        #expect(LinkDigits.read(text) == read)
    }

    @Test(
        "A clock's time is the next one, and one that has just passed is now",
        arguments: [
            ("22:40", "2026-11-24T22:40:00+09:00"), ("01:10", "2026-11-25T01:10:00+09:00"),
            ("22:00", "2026-11-24T22:03:07+09:00"), ("21:00", "2026-11-25T21:00:00+09:00"), ("24:00", nil), ("x", nil),
        ])
    func clock(_ text: String, _ time: String?) {
        #expect(LinkTimes.next(text, from: Scene.night) == time.map(Scene.at))
    }
}
