import DutyRota
import EmergencyCards
import Testing

@Suite("Issuing a card")
struct IssuingTests {
    private let today = Scene.day("2026-11-24")
    private let physician = KeyHolder(id: "K1", role: .physician, scope: .physician("G"))
    private let office = KeyHolder(id: "K2", role: .association, scope: .association("shizuoka"))

    private func entry(
        _ document: CardDocument, by holder: KeyHolder? = nil, acknowledged: Set<Refusal.Code> = [],
        isDraft: Bool = false
    ) -> CardEntry {
        CardEntry(document: document, acknowledged: acknowledged, isDraft: isDraft, holder: holder ?? physician)
    }

    private func refusal(_ entry: CardEntry) -> Refusal? {
        do {
            try entry.check(registers: Scene().registers, on: today)
            return nil
        } catch { return error }
    }

    @Test("A complete card of either colour is issued", arguments: [Scene.green, Scene.yellow])
    func complete(_ document: CardDocument) {
        #expect(refusal(entry(document)) == nil)
    }

    @Test("Every missing item is named at once")
    func incomplete() {
        let bare = CardDocument(association: "shizuoka", colour: .yellow, patient: PatientDetails())
        let found = refusal(entry(bare, by: office))
        #expect(found?.code == .incomplete)
        #expect(
            Set(found?.errors.map(\.field) ?? []) == [
                "patient.name", "patient.kana", "patient.birthDate", "patient.sex", "patient.address", "patient.area",
                "family", "attendingPhysician", "wish.text", "wish.confirmedOn", "wish.confirmedBy", "hospitals",
                "consent.givenBy", "consent.relationship", "consent.givenOn", "consent.sharedWith",
            ])
    }

    @Test("Each item is needed")
    func eachItem() {
        let removals: [(field: String, remove: (inout CardDocument) -> Void)] = [
            ("patient.kana", { $0.patient.kana = nil }), ("patient.address", { $0.patient.address = nil }),
            ("patient.birthDate", { $0.patient.birthDate = nil }), ("wish.text", { $0.wish.text = nil }),
            ("consent.givenBy", { $0.consent.givenBy = nil }), ("family", { $0.family = [] }),
            ("family[0].telephone", { $0.family[0].telephone = nil }), ("hospitals", { $0.hospitals = [] }),
            ("hospitals[1].agreedOn", { $0.hospitals[1].agreedOn = nil }),
        ]
        for (field, remove) in removals {
            var document = Scene.yellow
            remove(&document)
            #expect(refusal(entry(document))?.errors.map(\.field) == [field])
        }
    }

    @Test("A GP without a number that can be dialled will not do, nor one who has left")
    func attending() {
        var scene = Scene()
        scene.physicians["G"] = Scene.physician("G", telephones: [])
        #expect(
            throws: Refusal(
                .incomplete,
                errors: [
                    FieldFault(field: "attendingPhysician", message: "この医師にはかけられる電話番号がありません。")
                ])
        ) { try entry(Scene.green).check(registers: scene.registers, on: today) }
        scene.physicians["G"] = Scene.physician("G", activeTo: Scene.day("2026-11-23"))
        #expect(throws: Refusal.self) { try entry(Scene.green).check(registers: scene.registers, on: today) }
    }

    @Test(
        "Consent must name those to whom the colour's card is shown",
        arguments: [
            (Colour.green, [Consent.Recipient.fire, .dutyPhysician], true), (.green, [.fire], false),
            (.green, [.fire, .hospital], false),
            (.yellow, [.fire, .hospital], true), (.yellow, [.fire, .dutyPhysician], false),
        ])
    func recipients(_ colour: Colour, _ recipients: [Consent.Recipient], isEnough: Bool) {
        var document = colour == .green ? Scene.green : Scene.yellow
        document.consent.sharedWith = recipients
        #expect((refusal(entry(document)) == nil) == isEnough)
    }

    @Test("What names nobody on the registers is refused")
    func unknown() {
        var document = Scene.yellow
        document.deputyPhysician = "X"
        document.patient.area = "nowhere"
        document.hospitals[1].hospital = "H9"
        #expect(
            refusal(entry(document))?.errors.map(\.field).sorted() == [
                "deputyPhysician", "hospitals[1].hospital", "patient.area",
            ])
    }

    @Test(
        "An address of another area is refused until it is acknowledged",
        arguments: [
            ("静岡市駿河区小鹿1-1", true), ("静岡県静岡市駿河区小鹿1-1", true), ("静岡市葵区追手町5", false), ("静岡県静岡市葵区追手町5", false),
            ("焼津市本町1", true),
        ])
    func areaMismatch(_ address: String, isMismatch: Bool) {
        var document = Scene.green
        document.patient.address = address
        #expect((refusal(entry(document))?.code == .areaMismatch) == isMismatch)
        #expect(refusal(entry(document, acknowledged: [.areaMismatch])) == nil)
    }

    @Test("Dates that cannot be are refused")
    func dates() {
        var document = Scene.green
        document.patient.birthDate = Scene.day("2026-11-25")
        document.validUntil = Scene.day("2026-11-23")
        #expect(refusal(entry(document))?.errors.map(\.field) == ["patient.birthDate", "validUntil"])
    }

    @Test(
        "A physician enters their own patients' cards, an association its own",
        arguments: [
            (KeyHolder(id: "K", role: .physician, scope: .physician("A")), Refusal.Code.notYours),
            (KeyHolder(id: "K", role: .association, scope: .association("shimizu")), .notYours),
            (KeyHolder(id: "K", role: .fire, scope: .installation), .wrongRole),
            (KeyHolder(id: "K", role: .hospital, scope: .hospital("H1")), .wrongRole),
            (KeyHolder(id: "K", role: .admin, scope: .installation), .wrongRole),
        ])
    func access(_ holder: KeyHolder, refused: Refusal.Code) {
        #expect(refusal(entry(Scene.green, by: holder))?.code == refused)
    }

    @Test("Confirmed by the physician who issues; the office's entry waits for them")
    func confirmation() throws {
        let file = PatientFile(last: nil, hasDouble: false)
        let own = try entry(Scene.green).decide(file, on: today)
        #expect(own.new?.life.confirmed == Confirmation(by: "G", on: today))
        #expect(own.new?.life.validUntil == Scene.day("2027-11-23"))
        let proxy = try entry(Scene.green, by: office).decide(file, on: today)
        #expect(proxy.new?.life.state == .active)
        #expect(proxy.new?.life.confirmed == nil)
    }

    @Test("A draft may be incomplete and is not in force")
    func draft() throws {
        let bare = CardDocument(association: "shizuoka", colour: .yellow, patient: PatientDetails())
        #expect(refusal(entry(bare, by: office, isDraft: true)) == nil)
        let decision = try entry(bare, by: office, isDraft: true)
            .decide(PatientFile(last: nil, hasDouble: true), on: today)
        #expect(decision.new?.life.state == .draft)
        #expect(decision.changes.isEmpty)
    }

    private func card(_ document: CardDocument, confirmed: Bool) -> Card {
        let life = CardLife(
            state: .active, issuedOn: today, confirmed: confirmed ? Confirmation(by: "G", on: today) : nil)
        return Card(
            number: CardNumber(issued: 12_345_676), document: document, life: life, version: 1, enteredAt: Scene.night)
    }

    @Test(
        "The other colour takes the place of the card in force; the same colour is refused",
        arguments: [
            (Scene.yellow, true), (Scene.green, false),
        ])
    func supersede(_ document: CardDocument, takesPlace: Bool) {
        var document = document
        document.patient.id = "P1"
        let file = PatientFile(last: card(Scene.green, confirmed: true), hasDouble: false)
        let decision = try? entry(document).decide(file, on: today)
        #expect(decision?.changes.first?.life.endedReason == (takesPlace ? .superseded : nil))
        #expect((decision != nil) == takesPlace)
    }

    @Test(
        "An entry of the office never takes the place of a confirmed card", arguments: [(true, false), (false, true)])
    func proxySupersedes(_ isConfirmed: Bool, takesPlace: Bool) {
        var document = Scene.yellow
        document.patient.id = "P1"
        let file = PatientFile(last: card(Scene.green, confirmed: isConfirmed), hasDouble: false)
        #expect(((try? entry(document, by: office).decide(file, on: today)) != nil) == takesPlace)
    }

    @Test("Nobody whom the register has as deceased gets a card or a draft", arguments: [true, false])
    func deceased(isDraft: Bool) {
        var document = Scene.yellow
        document.patient.id = "P1"
        let file = PatientFile(last: ActDesk.ended(.deceased), hasDouble: false)
        let wrong = #expect(throws: Refusal.self) { try entry(document, isDraft: isDraft).decide(file, on: today) }
        #expect(wrong?.code == .invalidFields)
        #expect(wrong?.errors.map(\.field) == ["patient.id"])
        let moved = PatientFile(last: ActDesk.ended(.moved), hasDouble: false)
        #expect(throws: Never.self) { try entry(document, isDraft: isDraft).decide(moved, on: today) }
    }

    @Test("The same kana and birth date as another patient is refused until acknowledged")
    func duplicate() throws {
        let file = PatientFile(last: nil, hasDouble: true)
        #expect(throws: Refusal.self) { try entry(Scene.green).decide(file, on: today) }
        #expect(
            try entry(Scene.green, acknowledged: [.possibleDuplicate]).decide(file, on: today).new?.life.state
                == .active)
    }

    @Test(
        "A known patient must be the same person, and the physician's own",
        arguments: [
            ("ミホン　ハナコ", "G", nil), ("ベツ　ジン", "G", Refusal.Code.possibleDuplicate), ("ミホン　ハナコ", "A", .invalidFields),
        ] as [(String, PhysicianID, Refusal.Code?)])
    func person(_ kana: String, _ physician: PhysicianID, refused: Refusal.Code?) {
        var document = Scene.yellow
        document.patient.id = "P1"
        document.patient.kana = kana
        document.attendingPhysician = physician
        let holder = KeyHolder(id: "K", role: .physician, scope: .physician(physician))
        let file = PatientFile(last: card(Scene.green, confirmed: true), hasDouble: false)
        for isDraft in [false, true] {
            var code: Refusal.Code?
            do throws(Refusal) { _ = try entry(document, by: holder, isDraft: isDraft).decide(file, on: today) } catch {
                code = error.code
            }
            #expect(code == (isDraft && refused == .possibleDuplicate ? nil : refused))
        }
    }

    @Test("A patient of whom only a draft is known becomes whoever the complete card names")
    func fromDraft() throws {
        var document = Scene.green
        document.patient.id = "P1"
        var draft = Scene.green
        draft.patient = PatientDetails()
        let last = Card(
            number: CardNumber(issued: 12_345_676), document: draft, life: CardLife(state: .draft), version: 1,
            enteredAt: Scene.night)
        let decision = try entry(document).decide(PatientFile(last: last, hasDouble: false), on: today)
        #expect(decision.new?.life.state == .active)
    }

    @Test("A visiting nurse is named with a number, or not at all")
    func nurse() {
        var document = Scene.green
        document.visitingNurse = VisitingNurse(name: nil, telephone: "054-000-0500")
        #expect(refusal(entry(document))?.errors.map(\.field) == ["visitingNurse.name"])
        document.visitingNurse = VisitingNurse(name: "訪問看護ステーション", telephone: nil)
        #expect(refusal(entry(document))?.errors.map(\.field) == ["visitingNurse.telephone"])
    }

    @Test("A patient whom the association's register does not have cannot be named")
    func unknownPatient() {
        var document = Scene.green
        document.patient.id = "P9"
        let file = PatientFile(last: nil, hasDouble: false)
        #expect(throws: Refusal.self) { try entry(document).decide(file, on: today) }
    }
}
