import DutyRota
import EmergencyCards
import Testing

@Suite("What is done to a card")
struct CardActTests {
    private let own = ActDesk()
    private let office = ActDesk(holder: ActDesk.office)
    private let today = ActDesk.today
    private let yesterday = Scene.day("2026-11-23")
    private let tomorrow = Scene.day("2026-11-25")

    private func unconfirmed() -> Card { ActDesk.card { $0.confirmed = nil } }

    @Test("The physician confirms with their own word, the office with a signed fax that has its date")
    func confirm() throws {
        #expect(try own.change(Confirming(), unconfirmed())?.life.confirmed == Confirmation(by: "G", on: today))
        let fax = Confirming(on: yesterday, means: .fax)
        #expect(
            try office.change(fax, unconfirmed())?.life.confirmed == Confirmation(by: "G", on: yesterday, means: .fax))
        #expect(office.refusal(Confirming(), unconfirmed())?.errors.map(\.field) == ["means"])
        #expect(office.refusal(Confirming(on: today, means: .own), unconfirmed())?.errors.map(\.field) == ["means"])
        #expect(office.refusal(Confirming(means: .fax), unconfirmed())?.errors.map(\.field) == ["on"])
        #expect(own.refusal(fax, unconfirmed())?.errors.map(\.field) == ["means"])
    }

    @Test("A fax cannot be older than the wish, nor come from tomorrow; confirmed twice is confirmed once")
    func faxDates() throws {
        for day in [Scene.day("2026-03-31"), tomorrow] {
            let refusal = office.refusal(Confirming(on: day, means: .fax), unconfirmed())
            #expect(refusal?.code == .invalidFields)
            #expect(refusal?.errors.map(\.field) == ["on"])
        }
        let again = ActDesk.card { $0.confirmed = Confirmation(by: "G", on: ActDesk.today) }
        #expect(try own.decide(Confirming(), again) == nil)
    }

    @Test("A card is renewed for a year from today, or as long as is said, and only if it is complete")
    func renew() throws {
        let renewed = try own.change(Renewal(), ActDesk.card())
        #expect(renewed?.life.validUntil == Scene.day("2027-11-23"))
        #expect(renewed?.document.validUntil == Scene.day("2027-11-23"))
        #expect(renewed?.life.confirmed == Confirmation(by: "G", on: today))
        #expect(try own.change(Renewal(validUntil: tomorrow), ActDesk.card())?.life.validUntil == tomorrow)
        #expect(own.refusal(Renewal(validUntil: yesterday), ActDesk.card())?.errors.map(\.field) == ["validUntil"])
        var left = own
        left.scene.physicians["D"] = Scene.physician("D", activeTo: yesterday)
        #expect(left.refusal(Renewal(), ActDesk.card())?.errors.map(\.field) == ["deputyPhysician"])
    }

    @Test("The office's renewal keeps the confirmation, unless it says that the wish was confirmed anew")
    func renewByOffice() throws {
        #expect(try office.change(Renewal(), ActDesk.card())?.life.confirmed?.on == Scene.day("2026-04-01"))
        let anew = try office.change(Renewal(wishConfirmedOn: yesterday), ActDesk.card())
        #expect(anew?.life.confirmed == nil)
        #expect(anew?.document.wish.confirmedOn == yesterday)
        let byPhysician = try own.change(
            Renewal(wishConfirmedOn: yesterday, consentGivenOn: yesterday), ActDesk.card())
        #expect(byPhysician?.document.consent.givenOn == yesterday)
        #expect(byPhysician?.document.wish.confirmedBy == "G")
        for renewal in [
            Renewal(wishConfirmedOn: tomorrow), Renewal(consentGivenOn: tomorrow),
            Renewal(wishConfirmedOn: Scene.day("2026-03-31")),
        ] { #expect(own.refusal(renewal, ActDesk.card())?.code == .invalidFields) }
    }

    @Test("A review by the physician confirms, by the deputy or the office it does not, and never goes back")
    func review() throws {
        let byDeputy = try ActDesk(holder: ActDesk.deputy).change(Review(), ActDesk.card())
        #expect(byDeputy?.life.reviewedOn == today)
        #expect(byDeputy?.life.confirmed?.on == Scene.day("2026-04-01"))
        #expect(try own.change(Review(on: yesterday), ActDesk.card())?.life.confirmed?.on == yesterday)
        let late = ActDesk.card { $0.reviewedOn = ActDesk.today }
        #expect(try office.decide(Review(on: yesterday), late) == nil)
        #expect(own.refusal(Review(on: tomorrow), ActDesk.card())?.code == .invalidFields)
        #expect(own.refusal(Review(on: Scene.day("2026-03-31")), ActDesk.card())?.code == .invalidFields)
    }

    @Test("A visit is one step, keeps the confirmation and never makes the last visit older")
    func visit() throws {
        let visited = try ActDesk(holder: ActDesk.deputy).change(Visit(), unconfirmed())
        #expect(visited?.document.clinical.lastVisitOn == today)
        #expect(visited?.life == unconfirmed().life)
        var seen = Scene.green
        seen.clinical.lastVisitOn = today
        #expect(try own.decide(Visit(on: yesterday), ActDesk.card(seen)) == nil)
        #expect(own.refusal(Visit(on: tomorrow), ActDesk.card())?.errors.map(\.field) == ["on"])
    }

    @Test("Suspended since a day and somewhere, corrected, and at home again")
    func suspend() throws {
        let lying = try own.change(Suspension(since: yesterday, where: "県立病院"), ActDesk.card())
        #expect(lying?.life.suspendedSince == yesterday)
        #expect(lying?.life.suspendedWhere == "県立病院")
        let card = ActDesk.card {
            $0.state = .suspended
            $0.suspendedSince = Scene.day("2026-11-20")
        }
        #expect(try own.change(Suspension(since: yesterday), card)?.life.suspendedSince == yesterday)
        let home = try own.change(Resumption(), card)
        #expect(home?.life.state == .active)
        #expect(home?.life.suspendedSince == nil)
        #expect(own.refusal(Suspension(since: tomorrow), ActDesk.card())?.errors.map(\.field) == ["since"])
        #expect(own.refusal(Suspension(since: Scene.day("1938-02-10")), ActDesk.card())?.code == .invalidFields)
    }

    @Test("A lost card gets a new number; what it says, its validity and its confirmation stay")
    func reissue() throws {
        let card = ActDesk.card {
            $0.state = .suspended; $0.suspendedSince = Scene.day("2026-11-20")
        }
        let decision = try own.decide(Reissue(reason: "紛失"), card)
        #expect(decision?.new?.document == card.document)
        #expect(decision?.new?.life.suspendedSince == card.life.suspendedSince)
        #expect(decision?.new?.life.validUntil == card.life.validUntil)
        #expect(decision?.new?.life.confirmed == card.life.confirmed)
        #expect(decision?.new?.life.issuedOn == today)
        #expect(decision?.new?.reason == "紛失")
        #expect(decision?.changes.map(\.life.endedReason) == [.superseded])
    }

    @Test("A death ends the patient's drafts too, a move does not; neither lies ahead or before the card")
    func close() throws {
        var desk = own
        desk.others = [ActDesk.draft(), ActDesk.ended(.withdrawn, number: 34_567_891)]
        let died = try #require(Closing(.deceased, on: yesterday))
        let changes = try desk.decide(died, ActDesk.card())?.changes ?? []
        #expect(changes.map(\.card.number.value) == [12_345_676, 23_456_779])
        #expect(changes.allSatisfy { $0.life.endedReason == .deceased && $0.life.endedOn == yesterday })
        let moved = try #require(Closing(.moved))
        #expect(try desk.decide(moved, ActDesk.card())?.changes.count == 1)
        for day in [tomorrow, Scene.day("2026-03-31")] {
            let impossible = try #require(Closing(.deceased, on: day))
            #expect(own.refusal(impossible, ActDesk.card())?.errors.map(\.field) == ["on"])
        }
        #expect(Closing(.withdrawn) == nil)
    }

    @Test("An ending made by mistake is undone, unless another card has taken its place")
    func reopen() throws {
        let mistake = Reopening(reason: "別の患者と取り違え")
        let back = try office.change(mistake, ActDesk.ended(.deceased))
        #expect(back?.life == ActDesk.card().life)
        #expect(back?.reason == "別の患者と取り違え")
        var desk = own
        desk.others = [ActDesk.card(Scene.yellow, number: 23_456_779)]
        #expect(desk.refusal(mistake, ActDesk.ended(.superseded))?.code == .activeCardExists)
        let draft = ActDesk.card { $0 = CardLife(state: .ended, endedReason: .deceased, endedOn: ActDesk.today) }
        #expect(try desk.change(mistake, draft)?.life.state == .draft)
    }

    @Test("What was confirmed and ended on purpose, the office brings back with a signed fax alone")
    func reopenByOffice() throws {
        let alone = Reopening(reason: "誤り")
        for reason in [EndedReason.withdrawn, .superseded] {
            #expect(office.refusal(alone, ActDesk.ended(reason))?.code == .wrongRole)
            #expect(try office.change(alone, ActDesk.ended(reason, confirmed: false))?.life.state == .active)
            #expect(try own.change(alone, ActDesk.ended(reason))?.life.state == .active)
        }
        let value: JSONValue = ["reason": "誤り", "means": "fax", "on": "2026-11-23"]
        var reader = ObjectReader(value)
        let faxed = try #require(Reopening.read(&reader))
        let back = try office.change(faxed, ActDesk.ended(.withdrawn))
        #expect(back?.life.confirmed == Confirmation(by: "G", on: yesterday, means: .fax))
        // Not by a detour over an older card either.
        var detour = office
        detour.others = [ActDesk.ended(.withdrawn, number: 23_456_779)]
        #expect(detour.refusal(alone, ActDesk.ended(.superseded, confirmed: false))?.code == .wrongRole)
    }
}
