import DutyRota
import EmergencyCards
import Testing

/// Every state, every act, everybody: held against tables that are written here by hand and know nothing of the program's own.
@Suite("Who may do what to a card, and when")
struct CardTableTests {
    /// Where a card stands after an act. `-`: not in force; `!`: another state is wanted; `=`: it stands there already.
    private static let states = """
        act        draft     active     suspended  withdrawn  superseded  deceased  moved
        issue      active    !          !          !          !           !         !
        change     draft     active     suspended  -          -           -         -
        confirm    -         active     suspended  -          -           -         -
        renew      -         active     suspended  -          -           -         -
        review     -         active     suspended  -          -           -         -
        visit      -         active     suspended  -          -           -         -
        suspend    -         suspended  suspended  -          -           -         -
        resume     !         =          active     !          !           !         !
        withdraw   -         withdrawn  withdrawn  =          -           -         -
        reissue    -         superseded superseded -          -           -         -
        die        deceased  deceased   deceased   -          -           =         -
        move       moved     moved      moved      -          -           -         =
        reopen     !         !          !          active     active      active    active
        """

    /// `y`: may; `n`: knows the card and may not; `?`: is told that there is no such card; `x`: the role does not do this.
    private static let people = """
        act        attending  deputy  colleague  elsewhere  office  otherOffice  named  hospital  fire  admin
        read       y          y       ?          ?          y       ?            x      x         x     x
        issue      y          n       ?          ?          y       ?            x      x         x     x
        change     y          n       ?          ?          y       ?            x      x         x     x
        confirm    y          n       ?          ?          y       ?            x      x         x     x
        renew      y          n       ?          ?          y       ?            x      x         x     x
        review     y          y       ?          ?          y       ?            x      x         x     x
        visit      y          y       ?          ?          y       ?            x      x         x     x
        suspend    y          y       ?          ?          y       ?            x      x         x     x
        resume     y          y       ?          ?          y       ?            x      x         x     x
        withdraw   y          y       ?          ?          y       ?            x      x         x     x
        reissue    y          n       ?          ?          y       ?            x      x         x     x
        die        y          y       ?          ?          y       ?            x      x         x     x
        move       y          y       ?          ?          y       ?            x      x         x     x
        reopen     y          n       ?          ?          y       ?            x      x         x     x
        """

    /// The number at night: `f`: not in force.
    private static let lookUps = """
        who        draft  active  suspended  withdrawn  superseded  deceased  moved
        fire       y      y       y          y          y           y         y
        named      f      y       y          f          f           f         f
        hospital   ?      ?       ?          ?          ?           ?         ?
        attending  x      x       x          x          x           x         x
        deputy     x      x       x          x          x           x         x
        office     x      x       x          x          x           x         x
        admin      x      x       x          x          x           x         x
        """

    private static let holders: [String: KeyHolder] = [
        "attending": KeyHolder(id: "K", role: .physician, scope: .physician("G")),
        "deputy": KeyHolder(id: "K", role: .physician, scope: .physician("D")),
        "colleague": KeyHolder(id: "K", role: .physician, scope: .physician("A")),
        "elsewhere": KeyHolder(id: "K", role: .physician, scope: .physician("Z")),
        "office": KeyHolder(id: "K", role: .association, scope: .association("shizuoka")),
        "otherOffice": KeyHolder(id: "K", role: .association, scope: .association("shimizu")),
        "named": KeyHolder(id: "K", role: .hospital, scope: .hospital("H1")),
        "hospital": KeyHolder(id: "K", role: .hospital, scope: .hospital("H9")),
        "fire": KeyHolder(id: "K", role: .fire, scope: .installation),
        "admin": KeyHolder(id: "K", role: .admin, scope: .installation),
    ]

    /// The table's cells, each with what heads its row and its column.
    private static func cells(_ table: String) -> [(row: String, column: String, cell: String)] {
        let lines = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return lines.dropFirst().flatMap { line in
            zip(lines[0], line).dropFirst().map { (row: line[0], column: $0, cell: $1) }
        }
    }

    @Test("The tables are whole: every act, every state, everybody")
    func whole() {
        let acts = Set(Self.cells(Self.states).map(\.row))
        #expect(acts.union(["read"]) == Set(Self.cells(Self.people).map(\.row)))
        #expect(Self.cells(Self.states).count == 13 * 7)
        #expect(Self.cells(Self.people).count == 14 * 10)
        #expect(Set(Self.cells(Self.people).map(\.column)) == Set(Self.holders.keys))
        #expect(Set(Self.cells(Self.states).map(\.column)).count == EndedReason.allCases.count + 3)
    }

    @Test("Every act, in every state, by everybody")
    func acts() throws {
        let rights = Dictionary(
            uniqueKeysWithValues: Self.cells(Self.people).map { ("\($0.row) \($0.column)", $0.cell) })
        for (act, state, stands) in Self.cells(Self.states) {
            for (who, holder) in Self.holders {
                let expected =
                    switch rights["\(act) \(who)"] {
                    case "y" where who == "office" && act == "reopen" && ["withdrawn", "superseded"].contains(state):
                        // The office alone does not bring back what was confirmed and ended on purpose.
                        "wrong-role"
                    case "y": ["-": "not-in-force", "!": "wrong-state", "=": "="][stands] ?? stands
                    case "n": "not-yours"
                    case "?": "unknown-card"
                    default: "wrong-role"
                    }
                #expect(try Self.outcome(act, state, holder) == expected, "\(act) of \(state) by \(who)")
            }
        }
    }

    @Test("Reading a card, in every state, by everybody")
    func reading() {
        for (act, who, cell) in Self.cells(Self.people) where act == "read" {
            for state in ["draft", "active", "suspended", "withdrawn", "superseded", "deceased", "moved"] {
                var found = "y"
                if let holder = Self.holders[who] {
                    do throws(Refusal) { try Access(holder).mayRead(Self.card(state).document) } catch {
                        found = ["unknown-card": "?", "wrong-role": "x"][error.code.rawValue] ?? "n"
                        #expect(error.truth == (found == "?" ? .notYours : .wrongRole))
                    }
                }
                #expect(found == cell, "\(who) reads \(state)")
            }
        }
    }

    @Test("The number at night, in every state, by everybody")
    func lookUp() {
        for (who, state, cell) in Self.cells(Self.lookUps) {
            let card = Self.card(state, Scene.yellow)
            let read = FoundCard.Read(
                number: card.number, colour: .yellow, state: card.life.state, endedReason: card.life.endedReason)
            var found = "y"
            if let holder = Self.holders[who] {
                do throws(Refusal) {
                    try Access(holder).mayLookUp()
                    _ = try Access(holder).visible(FoundCard(read: read, answering: card, household: []))
                } catch {
                    found = ["unknown-card": "?", "wrong-role": "x", "not-in-force": "f"][error.code.rawValue] ?? ""
                }
            }
            #expect(found == cell, "\(who) looks up \(state)")
        }
    }

    /// Where the card stands afterwards, `=` where nothing is written, or how the act is refused.
    private static func outcome(_ act: String, _ state: String, _ holder: KeyHolder) throws -> String {
        let card = card(state)
        let desk = CardDesk(holder: holder, registers: Scene().registers, today: today)
        let file = CardFile(card: card, patient: PatientFile(cards: [card], hasDouble: false))
        do throws(Refusal) {
            guard let decision = try decide(act, file, desk) else { return "=" }
            let life = decision.changes.first { $0.card.number == card.number }?.life
            #expect((decision.new != nil) == (act == "reissue"))
            return life?.endedReason?.rawValue ?? life?.state.rawValue ?? "nothing"
        } catch { return error.code.rawValue }
    }

    private static func decide(_ act: String, _ file: CardFile, _ desk: CardDesk) throws(Refusal) -> CardDecision? {
        let byFax = desk.holder.role == .association ? Confirmation.Means.fax : nil
        return switch act {
        case "issue": try desk.decide(DraftIssue(), file)
        case "change": try desk.decide(CardPatch(["deputyPhysician": "B"], isMeant: { $0 == 3 }), file)
        case "confirm": try desk.decide(Confirming(on: today, means: byFax), file)
        case "renew": try desk.decide(Renewal(), file)
        case "review": try desk.decide(Review(), file)
        case "visit": try desk.decide(Visit(), file)
        case "suspend": try desk.decide(Suspension(since: today, where: "県立病院"), file)
        case "resume": try desk.decide(Resumption(), file)
        case "withdraw": try desk.decide(Withdrawal(), file)
        case "reissue": try desk.decide(Reissue(), file)
        case "die", "move":
            if let closing = Closing(act == "die" ? .deceased : .moved) { try desk.decide(closing, file) } else { nil }
        default: try desk.decide(Reopening(reason: "誤り"), file)
        }
    }

    private static let today = Scene.day("2026-11-24")

    private static func card(_ state: String, _ document: CardDocument = Scene.green) -> Card {
        var life = CardLife(state: CardState(rawValue: state) ?? .ended)
        let issued = Scene.day("2026-04-01")
        if life.state != .draft {
            life.issuedOn = issued
            life.validUntil = Scene.day("2027-03-31")
            life.reviewedOn = issued
            life.confirmed = Confirmation(by: "G", on: issued)
        }
        if life.state == .suspended { life.suspendedSince = Scene.day("2026-11-20") }
        if life.state == .ended {
            life.endedReason = EndedReason(rawValue: state)
            life.endedOn = Scene.day("2026-11-01")
        }
        return Card(
            number: CardNumber(issued: 12_345_676), document: document, life: life, version: 3, enteredAt: Scene.night)
    }
}
