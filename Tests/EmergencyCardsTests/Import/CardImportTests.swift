import DutyRota
import Foundation
import Testing

@testable import EmergencyCards

@Suite("Registers of paper cards")
struct CardImportTests {
    private static let today = Day("2026-11-24") ?? Day(number: 0)

    private static let registers: Registers = {
        let association = Association(
            id: "shizuoka", name: "静岡",
            standingContact: StandingContact(name: "窓口", telephone: "054-000-0920"),
            areas: [
                Area(id: "aoi", name: "葵区", addresses: ["静岡市葵区"]),
                Area(id: "suruga", name: "駿河区", addresses: ["静岡市駿河区"]),
            ])
        let physicians = [("P001", "髙﨑　修"), ("P002", "山田　一"), ("P003", "山田 一")].map { id, name in
            Physician(
                id: PhysicianID(id), association: "shizuoka", name: name, kana: "", organisation: "診療所", areas: ["aoi"],
                activeFrom: nil, activeTo: nil, telephones: [Telephone(label: "電話", number: "054-000-0001")])
        }
        let book = RotaBook(
            association: association, calendar: DayCalendar(national: HolidayTable(names: [:]), own: []), slots: [],
            months: [], physicians: physicians)
        let hospital = Hospital(
            id: "H01", name: "静岡県立総合病院", telephones: [Telephone(label: "代表", number: "054-247-6111")], address: "静岡市葵区")
        return Registers(numberLength: .eight, books: [book], hospitals: [hospital])
    }()

    /// The template's example with some cells changed; nil takes a column away.
    private static func file(_ changes: [String: String?] = [:], header: (String) -> String = { $0 }) -> String {
        let kept = CardColumn.all.filter { changes[$0.name] != .some(nil) }
        let cells = kept.map { column in (changes[column.name] ?? nil) ?? column.example }
        return kept.map { header($0.name) }.joined(separator: ",") + "\n"
            + cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    }

    private func read(
        _ bytes: [UInt8], acknowledged: Set<Refusal.Code> = [], drafts: Bool = false
    ) throws -> CardImport {
        try CardImport(
            bytes, file: "cards.csv", association: "shizuoka", registers: Self.registers,
            options: CardImport.Options(acknowledged: acknowledged, keepsDrafts: drafts), actor: "test", on: Self.today)
    }

    @Test("The template's example is a card that can be issued, in either coding and under either kind of header")
    func template() throws {
        let text = Self.file(["氏名": "髙﨑　花", "かかりつけ医": "高崎 修"])
        let fields = Dictionary(uniqueKeysWithValues: CardColumn.all.map { ($0.name, $0.field) })
        let files = [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
            try CSVWriter.bytes(of: Self.table(text), file: "", coding: .cp932),
            Array(Self.file(["氏名": "髙﨑　花", "かかりつけ医": "高崎 修"]) { fields[$0] ?? $0 }.utf8),
        ]
        for file in files {
            let table = try read(file)
            #expect(table.faults.isEmpty)
            let row = try #require(table.rows.first)
            #expect(row.faults == [])
            #expect(row.number == 2)
            #expect(row.oldNumber == "K-0012")
            let document = try #require(row.entry?.document)
            #expect(document.patient.name == "髙﨑　花")
            #expect(document.patient.kana == "ミホン　ハナ")
            #expect(document.patient.birthDate == Day("1938-02-11"))
            #expect(document.patient.area == "aoi")
            #expect(document.attendingPhysician == "P001")
            #expect(document.family.map(\.telephone) == ["090-0000-0000", "090-0000-0001"])
            #expect(document.wish.participants == ["本人", "長男"])
            #expect(document.consent.sharedWith == [.fire, .dutyPhysician])
            let decision = try row.entry?.decide(PatientFile(last: nil, hasDouble: false), on: Self.today)
            #expect(decision?.new?.life.state == .active)
            #expect(decision?.new?.life.confirmed == nil, "the physician has not confirmed it yet")
        }
    }

    private static func table(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                String($0).replacing("\"", with: "")
            }
        }
    }

    @Test(
        "What is wrong is named by its column",
        arguments: [
            ("色", "赤"), ("色", nil), ("氏名", ""), ("かな", "漢字"), ("生年月日", "昭和64年2月1日"), ("生年月日", "2027-01-01"),
            ("性別", "？"), ("郵便番号", "12"), ("住所", ""), ("地区", "伊豆"), ("地区", "駿河区"), ("電話", "119"), ("家族", "長男"),
            ("家族", "見本/長男/119"), ("家族", ""), ("かかりつけ医", "山田　一"), ("かかりつけ医", "だれか"), ("かかりつけ医", ""),
            ("副主治医", "だれか"), ("希望", ""), ("確認日", "きのう"), ("確認医", ""), ("同意者", ""), ("同意日", "R9.1.1"),
            ("同意の提供先", "消防"), ("同意の提供先", "町内会"), ("有効期限", "2026-01-01"), ("訓練", "たぶん"), ("訪問看護電話", ""),
        ] as [(String, String?)])
    func faults(_ column: String, _ text: String?) throws {
        let table = try read(Array(Self.file([column: text]).utf8))
        #expect(table.rows.first?.faults.map(\.column) == [column])
        #expect(table.rows.first?.faults.map(\.row) == [2])
    }

    @Test("A hospital's name is found folded, one date holds for all, and as many numbers as hospitals")
    func yellow() throws {
        let yellow: [String: String?] = [
            "色": "イエローカード", "病院": "静岡県立総合病院", "病院同意日": "R8.4.1", "患者番号": "12", "同意の提供先": "消防、病院",
        ]
        let row = try #require(try read(Array(Self.file(yellow).utf8)).rows.first)
        #expect(row.faults == [])
        #expect(
            row.entry?.document.hospitals
                == [AgreedHospital(hospital: "H01", agreedOn: Day("2026-04-01"), patientNumber: "12")])
        var unknown = yellow
        unknown["病院"] = "どこか"
        #expect(try read(Array(Self.file(unknown).utf8)).rows.first?.faults.map(\.column) == ["病院"])
        var wrong = yellow
        wrong["患者番号"] = "12、13"
        #expect(try read(Array(Self.file(wrong).utf8)).rows.first?.faults.map(\.column) == ["患者番号"])
    }

    @Test("Only what is merely missing becomes a draft, and only if asked to; what was acknowledged passes")
    func drafts() throws {
        let missing = Array(Self.file(["希望": "", "同意日": ""]).utf8)
        #expect(try read(missing).rows.first?.faults.count == 2)
        let draft = try #require(try read(missing, drafts: true).rows.first)
        #expect(draft.faults == [])
        #expect(draft.entry?.isDraft == true)
        let wrong = Array(Self.file(["希望": "", "生年月日": "2027-01-01"]).utf8)
        #expect(try read(wrong, drafts: true).rows.first?.faults.isEmpty == false)
        let elsewhere = Array(Self.file(["地区": "駿河区"]).utf8)
        #expect(try read(elsewhere, acknowledged: [.areaMismatch]).rows.first?.faults == [])
        #expect(try read(Array(Self.file().utf8), drafts: true).rows.first?.entry?.isDraft == false)
    }

    @Test("An unknown column, and one that stands under both its names, are faults of the header")
    func header() throws {
        let unknown = Self.file() { $0 == "薬" ? "くすり" : $0 }
        #expect(try read(Array(unknown.utf8)).faults.map(\.column) == ["くすり"])
        let twice = Self.file() { $0 == "薬" ? "colour" : $0 }
        #expect(try read(Array(twice.utf8)).faults.map(\.column) == ["色"])
        #expect(throws: Refusal(.unknownAssociation)) {
            try CardImport(
                [], file: "", association: "nowhere", registers: Self.registers,
                options: CardImport.Options(acknowledged: [], keepsDrafts: false), actor: "", on: Self.today)
        }
    }
}
