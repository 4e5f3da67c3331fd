import DutyRota
import EmergencyCards
import Testing

@Suite("When a link dies")
struct LinkLifeTests {
    private func closed(hours: Int64) throws -> LinkNight {
        var night = LinkNight()
        try night.open()
        try night.attempt("attending:G", .accepted)
        try night.act { try $0.closing(.caredForAtHome, note: nil, $1) }
        night.now = night.now.adding(milliseconds: hours * 3_600_000 - 1)
        return night
    }

    @Test("Twelve hours after its call was closed, to the millisecond")
    func afterClosing() throws {
        var night = try closed(hours: 12)
        #expect(night.alive == [true])
        night.now = night.now.adding(milliseconds: 1)
        #expect(night.alive == [false])
    }

    @Test("It lives again when the call is reopened")
    func reopened() throws {
        var night = try closed(hours: 13)
        #expect(night.alive == [false])
        try night.act { try $0.reopening("誤り", $1) }
        #expect(night.alive == [true])
    }

    @Test("With another for the same step and of the same kind")
    func replaced() throws {
        var night = LinkNight(Scene.yellow)
        try night.open()
        let given = try NightLinks.anew(
            .hospital, step: "hospital:H1", of: night.call, at: night.now, rules: night.rules, by: night.maker)
        night.links += given.links
        #expect(night.alive == [true, false, true], "the crew keeps its own")
    }

    @Test(
        "A physician's dies when they turn back, and with nothing else that is entered",
        arguments: [(Attempt.Outcome.declined, false), (.wrongNumber, false), (.arrived, true), (.noAnswer, true)])
    func turnedBack(_ outcome: Attempt.Outcome, _ isAlive: Bool) throws {
        var night = LinkNight()
        try night.open()
        try night.attempt("attending:G", .accepted)
        try night.attempt("attending:G", outcome)
        #expect(night.alive == [isAlive])
    }

    @Test("A dispatcher gives one anew only where there is somebody for it")
    func anew() throws {
        var green = LinkNight()
        try green.open()
        func make(_ night: LinkNight, _ kind: NightLink.Kind, _ step: String) -> Refusal.Code? {
            do {
                _ = try NightLinks.anew(
                    kind, step: step, of: night.call, at: night.now, rules: night.rules, by: night.maker)
                return nil
            } catch { return (error as? Refusal)?.code }
        }
        #expect(make(green, .physician, "attending:G") == .wrongCallState, "who has not accepted")
        #expect(make(green, .hospital, "attending:G") == .unknownStep)
        #expect(make(green, .crew, "") == .wrongCallState, "a green card's crew")
        try green.attempt("attending:G", .accepted)
        #expect(make(green, .physician, "attending:G") == nil)
        let over = try closed(hours: 1)
        #expect(make(over, .physician, "attending:G") == .wrongCallState)
    }

    @Test("A code opens only what is alive and not locked", arguments: 0...6)
    func opens(_ wrong: Int) throws {
        var night = LinkNight()
        try night.open()
        try night.attempt("attending:G", .accepted)
        let link = try #require(night.links.first)
        let scene = LinkScene(link: link, call: night.call, links: night.links)
        #expect(LinkRules.opens(link.code, scene, wrong: wrong, at: night.now, night.rules) == (wrong < 5))
        #expect(!LinkRules.opens(link.address, scene, wrong: 0, at: night.now, night.rules))
        #expect(!LinkRules.opens(link.code, nil, wrong: 0, at: night.now, night.rules))
    }

    @Test("Each wrong code waits longer, up to eight seconds")
    func waiting() {
        #expect((1...7).map(LinkRules.seconds) == [1, 2, 4, 8, 8, 8, 8])
    }
}
