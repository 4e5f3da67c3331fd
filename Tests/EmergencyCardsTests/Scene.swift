import DutyRota
import EmergencyCards

/// A small association on a night in November, from which each test departs.
///
/// Tuesday 2026-11-24: 東部 has A first and C second from 17:30; 西部 has no slot. G is the GP, D the deputy.
struct Scene {
    static let night = Scene.at("2026-11-24T22:03:07+09:00")

    var physicians: [PhysicianID: Physician] = Dictionary(
        uniqueKeysWithValues: ["A", "B", "C", "D", "G"].map { ($0, Scene.physician($0)) })
    var hospitals = [
        Hospital(id: "H1", name: "県立病院", telephones: [Telephone(label: "代表", number: "054-000-0101")], address: "葵区"),
        Hospital(id: "H2", name: "市立病院", telephones: [Telephone(label: "代表", number: "054-000-0102")], address: "葵区"),
    ]
    var holders = PerCall<[PhysicianID]>(first: ["A"], second: ["C"])
    var slotTelephones: [Telephone] = []
    var isPublished = true
    var overrides: [Override] = []
    /// A slot of the whole association, from 20:00, held by B.
    var hasAssociationSlot = false

    var document = Scene.green
    var life = CardLife(
        state: .active, issuedOn: Scene.day("2026-04-01"), validUntil: Scene.day("2027-03-31"),
        confirmed: Confirmation(by: "G", on: Scene.day("2026-04-01")))

    static func at(_ text: String) -> Instant { (try? Instant(rfc3339: text)) ?? Instant(milliseconds: 0) }
    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static func physician(
        _ id: PhysicianID, activeTo: Day? = nil, telephones: [Telephone]? = nil
    ) -> Physician {
        let mobile = Telephone(label: "携帯", number: "090-0000-00\(id.text.utf8.first ?? 0)")
        return Physician(
            id: id, association: "shizuoka", name: "医師\(id)", kana: "イシ", organisation: "\(id)医院",
            activeTo: activeTo, telephones: telephones ?? [mobile])
    }

    /// That somebody stands in for A on the night's first call; `start` nil: from the slot's start.
    static func standIn(_ physician: PhysicianID, from start: Instant?) -> Override {
        Override(
            id: "o1", place: Place.Key(dutyDate: day("2026-11-24"), slot: "平日夜間", area: "tobu"), order: .first,
            seat: .published("A"), replaces: "A", start: start, physician: physician, reason: "交代", madeAt: night,
            madeBy: "office")
    }

    /// Complete for issuing.
    static let green: CardDocument = {
        var patient = PatientDetails()
        patient.name = "見本　花子"
        patient.kana = "ミホン　ハナコ"
        patient.birthDate = day("1938-02-11")
        patient.sex = .female
        patient.address = "静岡市葵区追手町5-1"
        patient.area = "tobu"
        patient.telephones = ["054-000-0001"]
        var document = CardDocument(association: "shizuoka", colour: .green, patient: patient)
        document.family = [FamilyMember(name: "見本　一郎", relationship: "長男", telephone: "090-0000-0001")]
        document.attendingPhysician = "G"
        document.deputyPhysician = "D"
        document.wish.text = "家で最期まで過ごしたい。"
        document.wish.confirmedOn = day("2026-04-01")
        document.wish.confirmedBy = "G"
        document.consent.givenBy = "本人"
        document.consent.relationship = "本人"
        document.consent.givenOn = day("2026-04-01")
        document.consent.sharedWith = [.fire, .dutyPhysician, .hospital]
        return document
    }()

    static var yellow: CardDocument {
        var document = green
        document.colour = .yellow
        document.hospitals = ["H1", "H2"].map {
            AgreedHospital(hospital: $0, agreedOn: day("2026-04-01"), patientNumber: nil)
        }
        return document
    }

    var registers: Registers {
        Registers(numberLength: .eight, books: [book], hospitals: hospitals)
    }

    private var book: RotaBook {
        let areas = [
            Area(id: "tobu", name: "東部", addresses: ["静岡市葵区"]), Area(id: "seibu", name: "西部", addresses: ["静岡市駿河区"]),
        ]
        let association = Association(
            id: "shizuoka", name: "見本医師会", standingContact: StandingContact(name: "窓口", telephone: "054-000-0900"),
            areas: areas)
        return RotaBook(
            association: association,
            calendar: DayCalendar(
                national: HolidayTable(names: [Scene.day("2026-11-23"): "勤労感謝の日", Scene.day("2027-01-01"): "元日"]),
                own: []),
            slots: slots, months: isPublished ? [month] : [], physicians: Array(physicians.values),
            slotTelephones: ["平日夜間": slotTelephones], overrides: overrides)
    }

    private var slots: [Slot] {
        HourSpan(start: 17 * 60 + 30, end: 32 * 60 + 30).map {
            [
                Slot(
                    name: "平日夜間", dayTypes: [.weekday], reach: .areas(["tobu"]), hours: $0,
                    required: PerCall(first: 1, second: 0))
            ]
        } ?? []
    }

    private var month: PublishedMonth {
        let date = Scene.day("2026-11-24")
        let own = Place(
            key: Place.Key(dutyDate: date, slot: "平日夜間", area: "tobu"),
            interval: Scene.at("2026-11-24T17:30:00+09:00")..<Scene.at("2026-11-25T08:30:00+09:00"),
            required: PerCall(first: 1, second: 0), holders: holders)
        let wide = Place(
            key: Place.Key(dutyDate: date, slot: "全域夜間", area: nil),
            interval: Scene.at("2026-11-24T20:00:00+09:00")..<Scene.at("2026-11-25T07:00:00+09:00"),
            required: PerCall(first: 1, second: 0), holders: PerCall(first: ["B"], second: []))
        return PublishedMonth(
            month: Month(year: 2026, month: 11), revision: 3, publishedAt: Scene.at("2026-10-20T10:00:00+09:00"),
            places: hasAssociationSlot ? [own, wide] : [own])
    }

    /// The dispatcher's answer at an instant.
    func answer(
        at instant: Instant = Scene.night, typed: String = "1234-5676", read: FoundCard.Read? = nil
    ) -> LookupAnswer {
        let number = CardNumber(issued: 12_345_676)
        let card = Card(
            number: number, document: document, life: life, version: 1, enteredAt: Scene.at("2026-04-01T09:00:00+09:00")
        )
        let found = FoundCard(
            read: read
                ?? FoundCard.Read(
                    number: number, colour: document.colour, state: life.state, endedReason: life.endedReason),
            answering: card, household: [])
        return LookUp(reading: NumberReading(typed, length: .eight), at: instant, rehearsal: false)
            .answer(found, registers: registers)
    }
}

extension LookupAnswer {
    /// The plan in short: `attending:G`, `deputy:D -absent`.
    var steps: [String] {
        plan.map { step in step.id + (step.reason.map { " -\($0.rawValue)" } ?? "") }
    }
}
