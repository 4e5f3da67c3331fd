import DutyRota
import EmergencyCards
import Testing

@Suite("Issuing a draft, and taking the place of another card")
struct DraftIssueTests {
    private let own = ActDesk()

    @Test("A complete draft comes into force under its own number; an incomplete one is told all that is missing")
    func issue() throws {
        let change = try own.change(DraftIssue(), ActDesk.draft())
        #expect(change?.action == .issue)
        #expect(change?.life.state == .active)
        #expect(change?.life.confirmed == Confirmation(by: "G", on: ActDesk.today))
        var bare = CardDocument(association: "shizuoka", colour: .yellow, patient: PatientDetails())
        bare.attendingPhysician = "G"
        let refusal = own.refusal(DraftIssue(), ActDesk.draft(bare))
        #expect(refusal?.code == .incomplete)
        #expect((refusal?.errors.count ?? 0) > 10)
    }

    @Test("Somebody with the same kana and birth date is asked about when the first card is issued, and no more")
    func double() throws {
        var desk = own
        desk.hasDouble = true
        #expect(desk.refusal(DraftIssue(), ActDesk.draft())?.code == .possibleDuplicate)
        #expect(desk.refusal(DraftIssue(acknowledged: [.possibleDuplicate]), ActDesk.draft()) == nil)
        desk.others = [ActDesk.ended(.moved)]
        #expect(desk.refusal(DraftIssue(), ActDesk.draft()) == nil)
    }

    @Test("An address of another area must be acknowledged")
    func area() {
        var document = Scene.yellow
        document.patient.area = "seibu"
        #expect(own.refusal(DraftIssue(), ActDesk.draft(document))?.code == .areaMismatch)
        #expect(own.refusal(DraftIssue(acknowledged: [.areaMismatch]), ActDesk.draft(document)) == nil)
    }

    @Test("It takes the place of the other colour, first, and never of the same")
    func supersede() throws {
        var desk = own
        desk.others = [ActDesk.card()]
        let changes = try desk.decide(DraftIssue(), ActDesk.draft())?.changes ?? []
        #expect(changes.map(\.action) == [.supersede, .issue])
        #expect(desk.refusal(DraftIssue(), ActDesk.draft(Scene.green))?.code == .activeCardExists)
        var office = desk
        office.holder = ActDesk.office
        #expect(office.refusal(DraftIssue(), ActDesk.draft())?.code == .activeCardExists)
    }

    @Test("A deputy does not take the place of the attending physician's card with one of their own")
    func deputy() {
        var document = Scene.yellow
        document.patient.id = "P1"
        document.attendingPhysician = "D"
        document.deputyPhysician = nil
        let entry = CardEntry(document: document, acknowledged: [], isDraft: false, holder: ActDesk.deputy)
        let file = PatientFile(last: ActDesk.card(), hasDouble: false)
        #expect(throws: Refusal(.notYours)) { try entry.decide(file, on: ActDesk.today) }
    }

    @Test("Somebody else's patient is told of like nobody; the record knows")
    func strange() {
        var document = Scene.yellow
        document.patient.id = "P1"
        document.attendingPhysician = "A"
        let holder = KeyHolder(id: "K", role: .physician, scope: .physician("A"))
        let entry = CardEntry(document: document, acknowledged: [], isDraft: false, holder: holder)
        let found = [PatientFile(last: ActDesk.card(), hasDouble: false), PatientFile(last: nil, hasDouble: false)]
            .map { file -> Refusal? in
                do throws(Refusal) { _ = try entry.decide(file, on: ActDesk.today) } catch { return error }
                return nil
            }
        #expect(found.map(\.?.code) == [.invalidFields, .invalidFields])
        #expect(found.first??.errors == found.last??.errors)
        #expect(found.map(\.?.truth) == [.notYours, .invalidFields])
    }
}
