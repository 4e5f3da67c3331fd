import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardDispatch
@testable import CardService

@Suite("The answer's bytes")
struct AnswerBytesTests {
    @Test("They say what a plain encoder says of the same answer, for random cards at random instants")
    func equalToPlainEncoder() throws {
        let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Seeds")
        let book = try SeedFiles.read(seeds.path)
        let registers = book.published
        let cards = book.folders.flatMap(\.cards)
        let start = try Instant(rfc3339: "2026-10-30T00:00:00+09:00").milliseconds
        for round in 0..<600 {
            var random = SystemRandomNumberGenerator()
            let seed = cards[round % cards.count]
            let document = seed.document.garbled(&random)
            let card = Card(
                number: seed.number ?? CardNumber(issued: 12_345_676), document: document, life: seed.life,
                version: round,
                enteredAt: Instant(milliseconds: start))
            let member = HouseholdMember(
                card: Acquaintance(
                    number: card.number, colour: .yellow, kana: .garbage(&random), birthDate: nil, sex: .other),
                matchedBy: .telephone)
            let found = FoundCard(
                read: FoundCard.Read(number: card.number, colour: .green, state: .ended, endedReason: .moved),
                answering: card, household: round % 3 == 0 ? [member] : [])
            let at = Instant(milliseconds: start + Int64.random(in: 0..<100 * 86_400_000, using: &random))
            let answer = LookUp(reading: NumberReading("きいろ", length: .eight), at: at, rehearsal: round % 2 == 0)
                .answer(found, registers: round % 4 == 0 ? registers.marking(.left(on: card.number)) : registers)
            var json = JSONWriter()
            json.object { answer.write(to: &$0) }
            let written = try #require(JSONValue(json.bytes), "what is written is JSON")
            let plain = try #require(JSONValue(Array(try JSONEncoder().encode(PlainAnswer(answer)))))
            #expect(written.withoutNulls == plain.withoutNulls)
        }
    }

    @Test("Every member is there, also where it has no value")
    func nulls() throws {
        let card = Card(
            number: CardNumber(issued: 12_345_676),
            document: CardDocument(association: "nowhere", colour: .green, patient: PatientDetails()),
            life: CardLife(state: .draft), version: 1, enteredAt: Instant(milliseconds: 0))
        let read = FoundCard.Read(number: card.number, colour: .green, state: .draft, endedReason: nil)
        let answer = LookUp(
            reading: NumberReading("1234-5676", length: .eight), at: Instant(milliseconds: 0), rehearsal: false
        )
        .answer(
            FoundCard(read: read, answering: card, household: []),
            registers: Registers(numberLength: .eight, books: [], hospitals: []))
        var json = JSONWriter()
        json.object { answer.write(to: &$0) }
        guard case .object(let members) = JSONValue(json.bytes), case .object(let patient) = members["patient"] else {
            Issue.record("not an object")
            return
        }
        for key in ["wish", "clinical", "duty"] { #expect(members[key] == .null) }
        for key in ["name", "kana", "birthDate", "birthDateJapanese", "age", "sex", "address", "area", "doorNotes"] {
            #expect(patient[key] == .null)
        }
    }
}

extension NightMarks {
    /// What a call that goes on and one that is over have left on a card.
    fileprivate static func left(on card: CardNumber) -> NightMarks {
        NightMarks(
            flags: CardFlag.Kind.allCases.map {
                CardFlag(card: card, kind: $0, call: "C1", at: Instant(milliseconds: 1_800_000_000_000))
            },
            openCalls: [OpenCall(card: card, call: "C2", state: .handedOver)])
    }
}

extension SeedBook {
    /// The registers with every shipped month published.
    fileprivate var published: Registers {
        let books = folders.map { folder in
            RotaBook(
                association: folder.association, calendar: folder.calendar, slots: folder.slots,
                months: folder.months.map {
                    PublishedMonth(month: $0.key, revision: 1, publishedAt: Instant(milliseconds: 1), places: $0.value)
                },
                physicians: folder.physicians, slotTelephones: folder.slotTelephones)
        }
        return Registers(numberLength: .eight, books: books, hospitals: hospitals)
    }
}

extension CardDocument {
    /// The document with texts that a writer of JSON may trip over.
    fileprivate func garbled(_ random: inout some RandomNumberGenerator) -> CardDocument {
        var garbled = self
        garbled.patient.name = .garbage(&random)
        garbled.patient.doorNotes = .garbage(&random)
        garbled.wish.text = .garbage(&random)
        garbled.clinical.medication = .garbage(&random)
        garbled.visitingNurse = VisitingNurse(name: .garbage(&random), telephone: nil)
        garbled.family = [FamilyMember(name: .garbage(&random), relationship: nil, telephone: "090-0000-0001")]
        garbled.wish.participants = [String.garbage(&random) ?? "", ""]
        return garbled
    }
}

extension String? {
    /// Nothing, or a text of quotes, backslashes, controls, long characters.
    fileprivate static func garbage(_ random: inout some RandomNumberGenerator) -> String? {
        let pieces = [
            "\"", "\\", "\n", "\u{0}", "\u{1F}", "\u{7F}", "見本", "𠮷", "e\u{301}", "👩‍⚕️", "</", " ", "\u{2028}", "a",
        ]
        let count = Int.random(in: 0..<12, using: &random)
        return count == 0
            ? nil : (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    }
}

extension String {
    fileprivate static func garbage(_ random: inout some RandomNumberGenerator) -> String? {
        String?.garbage(&random)
    }
}

extension JSONValue {
    /// The value without members that are null: a plain encoder leaves them out.
    fileprivate var withoutNulls: JSONValue {
        switch self {
        case .object(let members): .object(members.filter { $0.value != .null }.mapValues(\.withoutNulls))
        case .array(let items): .array(items.map(\.withoutNulls))
        default: self
        }
    }
}
