import DutyRota
import Testing

@Suite("Registers of physicians and telephones")
struct PhysicianFileTests {
    private func read(_ rows: String) -> (physicians: [Physician], faults: [TableFault]) {
        var faults: [TableFault] = []
        let header = "id,name,kana,organisation,telephone,telephone2,email,areas,activeFrom,activeTo\n"
        let physicians = Physician.read(
            physicians: Array((header + rows).utf8),
            file: "physicians.csv",
            association: "test",
            areas: TestRota().areas,
            faults: &faults
        )
        return (physicians, faults)
    }

    @Test("A row becomes a physician")
    func row() throws {
        let (physicians, faults) = read(
            "P001,静岡　太郎,シズオカ タロウ,静岡医院,054-000-0001,０９０－0000-0001,t@example.jp,east 西部,2020/4/1,R8.11.30\n"
        )
        #expect(faults.isEmpty)
        let physician = try #require(physicians.first)
        #expect(physician.id == "P001")
        #expect(physician.name == "静岡　太郎")
        #expect(physician.telephones.map(\.label) == ["電話", "電話2"])
        #expect(physician.telephones.map(\.number) == ["054-000-0001", "090-0000-0001"])
        #expect(physician.email == "t@example.jp")
        #expect(physician.areas == ["east", "west"])
        #expect(try physician.activeFrom == day("2020-04-01"))
        #expect(try physician.activeTo == day("2026-11-30"))
    }

    @Test("A physician may be without numbers, areas and dates")
    func sparse() throws {
        let (physicians, faults) = read("P001,静岡 太郎,,,,,,,,\n")
        #expect(faults.isEmpty)
        let physician = try #require(physicians.first)
        #expect(physician.telephones.isEmpty && physician.email == nil && physician.activeTo == nil)
        #expect(try physician.isActive(on: day("1990-01-01")))
    }

    @Test(
        "A faulty row is refused by row and column",
        arguments: [
            ("P1,甲,,,,,,,,\nP1,乙,,,,,,,,\n", 3, "id"), (",甲,,,,,,,,\n", 2, "id"), ("P1,,,,,,,,,\n", 2, "name"),
            ("P1,甲,,,119,,,,,\n", 2, "telephone"), ("P1,甲,,,,1234567890,,,,\n", 2, "telephone2"),
            ("P1,甲,,,,,,北部,,\n", 2, "areas"), ("P1,甲,,,,,,,2026-02-30,\n", 2, "activeFrom"),
            ("P1,甲,,,,,,,2026-04-01,2026-03-31\n", 2, "activeTo"),
        ]
    )
    func faulty(rows: String, row: Int, column: String) {
        let faults = read(rows).faults
        #expect(faults.map(\.row) == [row])
        #expect(faults.map(\.column) == [column])
    }

    @Test("One may leave on the day on which one joined")
    func oneDay() {
        #expect(read("P1,甲,,,,,,,2026-04-01,2026-04-01\n").faults.isEmpty)
    }

    @Test(
        "A number can be dialled",
        arguments: ["054-000-0001", "0540000001", "090 0000 0001", "（054）000−0001", "０５４－０００－０００１", "0120-000-001"]
    )
    func diallable(number: String) {
        #expect(Telephone.isDiallable(number))
    }

    @Test(
        "A number cannot be dialled",
        arguments: [
            "", "119", "000-0001", "1540000001", "054-000-000", "054-0000-00001", "+81-54-000-0001", "054-000-000a",
            "054/000/0001",
        ]
    )
    func notDiallable(number: String) {
        #expect(!Telephone.isDiallable(number))
    }

    private func readTelephones(_ rows: String) -> (telephones: [OwnedTelephone], faults: [TableFault]) {
        var faults: [TableFault] = []
        let bytes = Array(("owner,label,number,dayTypes,from,to\n" + rows).utf8)
        return (OwnedTelephone.read(telephones: bytes, file: "telephones.csv", faults: &faults), faults)
    }

    @Test("A number without hours is answered always, one with hours in them")
    func telephones() throws {
        let rows = """
            P1,携帯,090-0000-0001,,,
            P1,診療所,054-000-0001,weekday saturday,9:00,17:30
            平日夜間,当番携帯,090-0000-0002,sunday,,
            """
        let (telephones, faults) = readTelephones(rows)
        #expect(faults.isEmpty)
        #expect(telephones.map(\.owner) == ["P1", "P1", "平日夜間"])
        #expect(telephones.map(\.row) == [2, 3, 4])
        #expect(telephones[0].telephone == Telephone(label: "携帯", number: "090-0000-0001"))
        #expect(telephones[1].telephone.hours?.dayTypes == [.weekday, .saturday])
        #expect(telephones[2].telephone.hours?.span == HourSpan(start: 0, end: 1440))
    }

    @Test(
        "A faulty telephone is refused by row and column",
        arguments: [
            (",携帯,090-0000-0001,,,\n", "owner"), ("P1,,090-0000-0001,,,\n", "label"), ("P1,携帯,,,,\n", "number"),
            ("P1,携帯,110,,,\n", "number"), ("P1,携帯,090-0000-0001,平日,,\n", "dayTypes"),
            ("P1,携帯,090-0000-0001,,9:00,\n", "to"), ("P1,携帯,090-0000-0001,,,9:00\n", "from"),
            ("P1,携帯,090-0000-0001,,22:00,6:00\n", "to"),
        ]
    )
    func faultyTelephone(row: String, column: String) {
        let faults = readTelephones(row).faults
        #expect(faults.map(\.column) == [column])
        #expect(faults.map(\.row) == [2])
    }

    @Test(
        "The numbers answered at the instant come first, and none is left out",
        arguments: [
            ("2026-11-24T16:59:59.999", ["clinic", "mobile", "night"]),
            ("2026-11-24T17:00:00", ["mobile", "clinic", "night"]),
            ("2026-11-24T22:00:00", ["night", "mobile", "clinic"]),
            ("2026-11-25T05:59:59.999", ["night", "mobile", "clinic"]),
            ("2026-11-25T06:00:00", ["mobile", "clinic", "night"]),
            ("2026-11-23T12:00:00", ["mobile", "clinic", "night"]),
        ]
    )
    func ordered(instant: String, order: [String]) throws {
        let day = try #require(HourSpan(start: 540, end: 1020))
        let night = try #require(HourSpan(start: 1320, end: 1800))
        let telephones = [
            Telephone(label: "clinic", number: "1", hours: TelephoneHours(dayTypes: [.weekday], span: day)),
            Telephone(label: "night", number: "2", hours: TelephoneHours(dayTypes: [], span: night)),
            Telephone(label: "mobile", number: "3"),
        ]
        #expect(try telephones.ordered(at: at(instant), calendar: TestRota.calendar).map(\.label) == order)
    }
}
