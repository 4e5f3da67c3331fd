import DutyRota
import EmergencyCards
import Testing

@Suite("Changing what a card says")
struct CardPatchTests {
    private let own = ActDesk()
    private let office = ActDesk(holder: ActDesk.office)

    private func refusal(_ patch: JSONValue, of card: Card? = nil, at desk: ActDesk? = nil) -> Refusal? {
        do throws(Refusal) { _ = try (desk ?? own).patch(patch, card ?? ActDesk.card()) } catch { return error }
        return nil
    }

    @Test("A merge patch changes what it names, takes away what it names null, and leaves the rest")
    func merge() throws {
        let patched = try own.patch(
            ["patient": ["doorNotes": "裏口"], "deputyPhysician": nil, "wish": ["agreements": "合意"]], ActDesk.card())
        var expected = ActDesk.card().document
        expected.patient.doorNotes = "裏口"
        expected.deputyPhysician = nil
        expected.wish.agreements = "合意"
        #expect(patched?.document == expected)
        #expect(try own.decide(CardPatch([:], isMeant: { _ in true }), ActDesk.card()) == nil)
    }

    @Test("A patch for another version is stale")
    func stale() throws {
        let patch = try CardPatch(["deputyPhysician": nil], isMeant: { $0 == 2 })
        #expect(own.refusal(patch, ActDesk.card())?.code == .stale)
    }

    @Test(
        "What a card is, and whose, cannot be patched",
        arguments: [
            ("association", ["association": "shimizu"]), ("colour", ["colour": "yellow"]),
            ("patient.id", ["patient": ["id": "P2"]]), ("patient.id", ["patient": ["id": nil]]),
            ("training", ["training": .flag(true)]), ("state", ["state": "ended"]), ("number", ["number": "1234-5676"]),
            ("wish.txt", ["wish": ["txt": "x"]]),
        ] as [(String, JSONValue)])
    func fixed(_ field: String, _ patch: JSONValue) {
        #expect(refusal(patch)?.code == .invalidFields)
        #expect(refusal(patch)?.errors.map(\.field) == [field])
    }

    @Test(
        "A card in force stays complete",
        arguments: [
            ("patient.kana", ["patient": ["kana": nil]]), ("family", ["family": []]),
            ("wish.text", ["wish": ["text": ""]]), ("attendingPhysician", ["attendingPhysician": nil]),
            ("attendingPhysician", ["attendingPhysician": "X"]), ("validUntil", ["validUntil": nil]),
            ("validUntil", ["validUntil": "2026-11-23"]),
            ("clinical.lastVisitOn", ["clinical": ["lastVisitOn": "2026-11-25"]]),
            ("visitingNurse.telephone", ["visitingNurse": ["name": "訪問看護"]]),
        ] as [(String, JSONValue)])
    func complete(_ field: String, _ patch: JSONValue) {
        #expect(refusal(patch)?.code == .incomplete)
        #expect(refusal(patch)?.errors.map(\.field) == [field])
        if field != "attendingPhysician" { #expect(refusal(patch, of: ActDesk.draft(Scene.green)) == nil) }
    }

    @Test("What was wrong before keeps no new telephone number out, and is asked about once it is touched")
    func known() throws {
        var desk = own
        for leaving in ["D", "B"] as [PhysicianID] {
            desk.scene.physicians[leaving] = Scene.physician(leaving, activeTo: Scene.day("2026-11-01"))
        }
        #expect(refusal(["patient": ["telephones": ["054-000-0002"]]], at: desk) == nil)
        #expect(refusal(["deputyPhysician": "B"], at: desk)?.errors.map(\.field) == ["deputyPhysician"])
        #expect(refusal(["deputyPhysician": "A"], at: desk) == nil)
        let expired = ActDesk.card { $0.validUntil = Scene.day("2026-11-01") }
        #expect(refusal(["patient": ["doorNotes": "裏口"]], of: expired) == nil)
    }

    @Test(
        "What the office changes waits for the physician's word, unless it only says how people are reached",
        arguments: [
            (["patient": ["telephones": ["054-000-0002"]]], true), (["patient": ["address": "静岡市葵区追手町6"]], true),
            (["family": [["name": "見本　一郎", "relationship": "長男", "telephone": "090-0000-0009"]]], true),
            (["visitingNurse": ["name": "訪問看護", "telephone": "054-000-0500"]], true), (["deputyPhysician": "A"], true),
            (["validUntil": "2027-06-30"], true), (["wish": ["text": "病院で"]], false),
            (["clinical": ["medication": "なし"]], false), (["hospitals": []], false),
            (["consent": ["givenBy": "長男"]], false), (["attendingPhysician": "A"], false),
        ] as [(JSONValue, Bool)])
    func confirmation(_ patch: JSONValue, keeps: Bool) throws {
        var document = Scene.green
        document.hospitals = Scene.yellow.hospitals
        let card = ActDesk.card(document)
        #expect(try office.patch(patch, card)?.life.confirmed == (keeps ? card.life.confirmed : nil))
        #expect(try own.patch(patch, card)?.life.confirmed == Confirmation(by: "G", on: ActDesk.today))
        #expect(try office.patch(patch, ActDesk.draft(document))?.life.confirmed == nil)
    }

    @Test("Kana or birth date may be corrected, not both; and not into somebody who is on the register")
    func person() throws {
        #expect(refusal(["patient": ["kana": "ミモト　ハナコ"]]) == nil)
        #expect(refusal(["patient": ["birthDate": "1938-02-12"]]) == nil)
        let both: JSONValue = ["patient": ["kana": "ベツ　ジン", "birthDate": "1940-01-01"]]
        #expect(refusal(both)?.code == .possibleDuplicate)
        #expect(refusal(both)?.errors.map(\.field) == ["patient.id"])
        #expect(
            refusal(["patient": ["kana": "ベツ　ジン", "birthDate": "1940-01-01"], "acknowledge": ["possible-duplicate"]])
                == nil)
        var desk = own
        desk.hasDouble = true
        #expect(refusal(["patient": ["kana": "ミモト　ハナコ"]], at: desk)?.code == .possibleDuplicate)
        #expect(refusal(["patient": ["doorNotes": "裏口"]], at: desk) == nil)
        #expect(
            try CardPatch(both, isMeant: { _ in true }).person == PersonKey(kana: "ベツ　ジン", birthDate: Day("1940-01-01"))
        )
    }

    @Test("A new address must lie in the card's area, or be acknowledged")
    func area() {
        let away: JSONValue = ["patient": ["address": "静岡市駿河区小鹿1-1"]]
        #expect(refusal(away)?.code == .areaMismatch)
        #expect(refusal(["patient": ["address": "静岡市駿河区小鹿1-1", "area": "seibu"]]) == nil)
        #expect(refusal(["patient": ["address": "静岡市駿河区小鹿1-1"], "acknowledge": ["area-mismatch"]]) == nil)
        #expect(refusal(["acknowledge": ["all"]])?.errors.map(\.field) == ["acknowledge[0]"])
    }

    @Test("A patient with a card in force is changed through that card alone")
    func elsewhere() {
        var desk = own
        desk.others = [ActDesk.card()]
        let draft = ActDesk.draft()
        #expect(refusal(["patient": ["address": nil]], of: draft, at: desk)?.errors.map(\.field) == ["patient.address"])
        #expect(refusal(["wish": ["text": "家で"]], of: draft, at: desk) == nil)
    }

    @Test("Differences are named field by field, with what was and what is")
    func differences() {
        var document = Scene.green
        document.family[0].telephone = "090-0000-0009"
        document.family.append(FamilyMember(name: "見本　二郎", relationship: "次男", telephone: nil))
        document.wish.text = nil
        let after = ActDesk.card(document) { $0.state = .suspended }
        let changes = CardDifferences(from: ActDesk.card(), to: after).changes
        #expect(changes.map(\.field) == ["family[0].telephone", "family[1]", "state", "wish.text"])
        #expect(changes[0].before == "090-0000-0001")
        #expect(changes[0].after == "090-0000-0009")
        #expect(changes[1].before == .null)
        #expect(changes[3].after == .null)
        #expect(CardDifferences(from: after, to: after).changes.isEmpty)
    }
}
