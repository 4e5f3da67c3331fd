import DutyRota
import Testing

@testable import EmergencyCards

@Suite("Cards that somebody must look after")
struct DueRulesTests {
    private static let today = Scene.day("2026-11-24")

    /// A card of the scene, confirmed, valid for long, in nobody's way.
    fileprivate struct Made {
        var colour = Colour.yellow
        var life = CardLife(
            state: .active, issuedOn: Scene.day("2026-10-01"), validUntil: Scene.day("2027-09-30"),
            reviewedOn: Scene.day("2026-10-01"))
        var isConfirmed = true
        var enteredOn = Scene.day("2026-10-01")
        var waitingSince: Day?
        var attending: PhysicianID? = "G"
        var deputy: PhysicianID? = "D"
        var hospitals = [
            AgreedHospital(hospital: "H1", agreedOn: Scene.day("2026-10-01"), patientNumber: nil),
            AgreedHospital(hospital: "H2", agreedOn: Scene.day("2026-10-01"), patientNumber: nil),
        ]
        var hasDied = false

        var card: KeptCard {
            KeptCard(
                number: CardNumber(issued: 12_345_676), association: "shizuoka", colour: colour, life: life,
                isConfirmed: isConfirmed, enteredAt: enteredOn.start, waitingSince: waitingSince, attending: attending,
                deputy: deputy, hospitals: hospitals, hasDied: hasDied)
        }
    }

    private static func rules(_ change: (inout Scene) -> Void = { _ in }) -> DueRules {
        var scene = Scene()
        change(&scene)
        return DueRules(registers: scene.registers, on: today)
    }

    /// Each entry in short: `renewal-due 2026-11-24 0 deputy H1`.
    private static func words(_ entries: [DueEntry]) -> [String] {
        entries.map { entry in
            [
                entry.reason.rawValue, entry.since?.description, entry.days.map(String.init),
                entry.physician.map { "\($0.role.rawValue):\($0.id):\($0.fault.rawValue)" }, entry.hospital?.text,
            ].compactMap(\.self).joined(separator: " ")
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: [String]
        fileprivate let change: @Sendable (inout Made) -> Void

        fileprivate init(_ name: String, _ expected: [String], _ change: @escaping @Sendable (inout Made) -> Void) {
            testDescription = name
            self.expected = expected
            self.change = change
        }
    }

    private static func agreed(_ id: HospitalID?, _ on: String?) -> AgreedHospital {
        AgreedHospital(hospital: id, agreedOn: on.map(Scene.day), patientNumber: nil)
    }

    static let cases: [Case] = [
        Case("nothing is the matter", []) { _ in },
        Case("61 days before the end of validity", []) { $0.life.validUntil = Scene.day("2027-01-24") },
        Case("60 days before the end of validity", ["renewal-due 2027-01-23 -60"]) {
            $0.life.validUntil = Scene.day("2027-01-23")
        },
        Case("the last day of validity", ["renewal-due 2026-11-24 0"]) { $0.life.validUntil = Scene.day("2026-11-24") },
        Case("a year past validity", ["renewal-due 2025-11-24 365"]) { $0.life.validUntil = Scene.day("2025-11-24") },
        Case("15 days before the review", []) { $0.life.reviewedOn = Scene.day("2026-09-09") },
        Case("14 days before the review", ["review-due 2026-12-08 -14"]) {
            $0.life.reviewedOn = Scene.day("2026-09-08")
        },
        Case("on the last day for the review", ["review-due 2026-11-24 0"]) {
            $0.life.reviewedOn = Scene.day("2026-08-24")
        },
        Case("the day after", ["review-overdue 2026-11-23 1"]) { $0.life.reviewedOn = Scene.day("2026-08-23") },
        Case("never reviewed: from issuing on", ["review-overdue 2026-07-01 146"]) {
            $0.life.reviewedOn = nil
            $0.life.issuedOn = Scene.day("2026-04-01")
        },
        Case("a green card is not reviewed", []) {
            $0.colour = .green
            $0.life.reviewedOn = Scene.day("2020-01-01")
        },
        Case("in hospital for 30 days", []) {
            $0.life.state = .suspended
            $0.life.suspendedSince = Scene.day("2026-10-25")
        },
        Case("in hospital for 31 days", ["suspended-long 2026-10-24 31"]) {
            $0.life.state = .suspended
            $0.life.suspendedSince = Scene.day("2026-10-24")
        },
        Case("unconfirmed since it was issued", ["unconfirmed 2026-10-01 54"]) {
            $0.isConfirmed = false
            $0.enteredOn = Scene.day("2026-11-01")
        },
        Case("unconfirmed since a change", ["unconfirmed 2026-11-20 4"]) {
            $0.isConfirmed = false
            $0.waitingSince = Scene.day("2026-11-20")
        },
        Case("no hospital", ["hospital-agreement-missing"]) { $0.hospitals = [] },
        Case("a hospital without a date", ["hospital-agreement-missing H1"]) { $0.hospitals = [agreed("H1", nil)] },
        Case("a hospital without a name", ["hospital-agreement-missing"]) {
            $0.hospitals = [agreed(nil, "2026-10-01")]
        },
        Case("agreed a year ago", []) { $0.hospitals = [agreed("H1", "2025-11-24")] },
        Case("agreed longer ago", ["hospital-agreement-old 2025-11-23 366 H2"]) {
            $0.hospitals = [agreed("H1", "2026-10-01"), agreed("H2", "2025-11-23")]
        },
        Case("a hospital that left", ["hospital-left H9"]) { $0.hospitals = [agreed("H9", "2020-01-01")] },
        Case("a green card's hospitals do not matter", []) {
            $0.colour = .green
            $0.hospitals = [agreed("H9", nil)]
        },
        Case("attending and deputy left", ["physician-left attending:X:left", "physician-left deputy:Y:left"]) {
            ($0.attending, $0.deputy) = ("X", "Y")
        },
        Case("no deputy", []) { $0.deputy = nil },
        Case("a draft of 30 days", []) {
            $0.life = CardLife(state: .draft)
            $0.enteredOn = Scene.day("2026-10-25")
        },
        Case("a draft of 31 days, whatever it lacks", ["draft-left 2026-10-24 31"]) {
            $0.life = CardLife(state: .draft)
            $0.isConfirmed = false
            $0.hospitals = []
            $0.attending = "X"
            $0.enteredOn = Scene.day("2026-10-24")
        },
        Case("ended", []) {
            $0.life.state = .ended
            $0.life.validUntil = Scene.day("2020-01-01")
            $0.attending = "X"
        },
        Case("after a death nothing is due", []) {
            $0.hasDied = true
            $0.life.validUntil = Scene.day("2020-01-01")
            $0.isConfirmed = false
            $0.attending = "X"
        },
        Case("a draft after a death", []) {
            $0.hasDied = true
            $0.life = CardLife(state: .draft)
            $0.enteredOn = Scene.day("2020-01-01")
        },
    ]

    @Test("Each reason counts from its day on", arguments: cases)
    func reasons(_ row: Case) {
        var made = Made()
        row.change(&made)
        #expect(Self.words(Self.rules().entries(for: made.card)) == row.expected)
    }

    @Test(
        "What a call left: a death until the card has ended, a wish for transport until the card is entered anew, each once"
    )
    func flags() {
        func flag(_ kind: CardFlag.Kind, _ at: String, _ call: CallID) -> CardFlag {
            CardFlag(card: Made().card.number, kind: kind, call: call, at: Scene.at(at))
        }
        let marks = NightMarks(flags: [
            flag(.transportRequested, "2026-11-22T23:00:00+09:00", "C2"),
            flag(.transportRequested, "2026-11-20T23:00:00+09:00", "C1"),
            flag(.deathCertified, "2026-11-23T03:00:00+09:00", "C3"),
        ])
        let rules = DueRules(registers: Scene().registers.marking(marks), on: Self.today)
        #expect(
            Self.words(rules.entries(for: Made().card)) == [
                "death-certified 2026-11-23 1", "transport-requested 2026-11-20 4",
            ])
        #expect(rules.question(.association("shizuoka")).flagged == [Made().card.number])
        var made = Made()
        made.enteredOn = Self.today
        #expect(Self.words(rules.entries(for: made.card)) == ["death-certified 2026-11-23 1"])
        made.life.state = .ended
        #expect(rules.entries(for: made.card).isEmpty)
    }

    @Test("A physician who left, and one who cannot be called")
    func physicians() {
        let rules = Self.rules { scene in
            scene.physicians["G"] = Scene.physician("G", activeTo: Scene.day("2026-11-23"))
            scene.physicians["D"] = Scene.physician("D", telephones: [])
        }
        #expect(
            Self.words(rules.entries(for: Made().card)) == [
                "physician-left 2026-11-23 1 attending:G:left", "physician-left deputy:D:noTelephone",
            ])
        let lastDay = Self.rules { $0.physicians["G"] = Scene.physician("G", activeTo: Self.today) }
        #expect(lastDay.entries(for: Made().card).isEmpty)
    }

    @Test(
        "A list goes from the most urgent reason to the least, in it from the longest due on, and is read on from any place"
    )
    func order() {
        let cards = (0..<60).map { index in
            var made = Made()
            made.life.validUntil = Self.today.adding(index % 7 - 3)
            made.life.reviewedOn = Self.today.adding(-100 - index % 5)
            if index.isMultiple(of: 4) { made.attending = "X" }
            let card = made.card
            return KeptCard(
                number: CardNumber(issued: 20_000_000 + index * 97), association: card.association, colour: card.colour,
                life: card.life, isConfirmed: true, enteredAt: card.enteredAt, attending: card.attending,
                deputy: card.deputy, hospitals: card.hospitals)
        }
        let list = Self.rules().list(cards.shuffled())
        #expect(list.count == 60 + 60 + 15)
        #expect(list.map(\.reason) == list.map(\.reason).sorted())
        let keys = list.map { ($0.reason.rank, $0.since?.number ?? .min, $0.number.value) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy(<))
        for (index, entry) in list.enumerated() {
            guard let place = DuePlace(entry.place.text) else {
                Issue.record("\(entry.place.text) does not read back")
                continue
            }
            #expect(list.filter { place < $0.place } == Array(list.dropFirst(index + 1)))
        }
    }

    @Test(
        "What is no place in a list is none",
        arguments: ["", "x", "renewal-due", "renewal-due~2026-13-01~1~", "x~~1~", "unconfirmed~~a~"])
    func noPlace(_ text: String) {
        #expect(DuePlace(text) == nil)
    }

    @Test("Every reason and every message is in Japanese")
    func messages() {
        for row in Self.cases {
            var made = Made()
            row.change(&made)
            for entry in Self.rules().entries(for: made.card) {
                let message = KeepingWords.message(entry)
                #expect(message.hasSuffix("。"))
                #expect(!message.contains("（）") && !message.contains("-"))
            }
        }
    }
}

@Suite("How long cards are kept")
struct RetentionTests {
    private static func card(
        _ state: CardState = .ended, ended: String? = nil, version: String, lookUp: String? = nil
    ) -> RetainedCard {
        RetainedCard(
            number: CardNumber(issued: 12_345_676), state: state, endedReason: .deceased, endedOn: ended.map(Scene.day),
            lastVersionOn: Scene.day(version), lastLookUpOn: lookUp.map(Scene.day))
    }

    @Test(
        "Five years after the last use, whatever it was",
        arguments: [
            (card(ended: "2021-11-23", version: "2021-11-23"), true),
            (card(ended: "2021-11-24", version: "2021-11-23"), false),
            (card(ended: "2021-11-23", version: "2021-11-24"), false),
            (card(ended: "2020-01-01", version: "2020-01-02", lookUp: "2021-11-24"), false),
            (card(ended: "2020-01-01", version: "2020-01-02", lookUp: "2021-11-23"), true),
            (card(.draft, version: "2021-11-23"), true), (card(.draft, version: "2021-11-24"), false),
            (card(.active, version: "2001-01-01"), false), (card(.suspended, version: "2001-01-01"), false),
        ])
    func over(_ card: RetainedCard, isOver: Bool) {
        #expect(Retention(on: Scene.day("2026-11-24"))?.isOver(card) == isOver)
    }

    @Test("A day within five years is refused")
    func before() {
        let today = Scene.day("2026-11-24")
        #expect(Retention(before: Scene.day("2021-11-24"), on: today)?.before == Scene.day("2021-11-24"))
        #expect(Retention(before: Scene.day("2021-11-25"), on: today) == nil)
        #expect(Retention(on: Scene.day("2028-02-29"))?.before == Scene.day("2023-02-28"))
    }
}
