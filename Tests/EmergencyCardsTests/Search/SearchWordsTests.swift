import DutyRota
import EmergencyCards
import Testing

@Suite("What is searched by")
struct SearchWordsTests {
    @Test(
        "Telephone numbers as they are displayed, spoken or pasted",
        arguments: [
            ("054-246-6111", "0542466111"), ("０５４−２４６−６１１１", "0542466111"), ("(054) 246 6111", "0542466111"),
            ("+81-54-246-6111", "0542466111"),
            ("+81(0)54-246-6111", "0542466111"), ("81 90 1234 5678", "09012345678"),
            ("010-81-54-246-6111", "0542466111"), ("090.1234.5678", "09012345678"),
            ("9012345678", "09012345678"), ("TEL: 054-246-6111", "0542466111"),
        ])
    func telephone(_ text: String, digits: String) {
        #expect(read(["telephone": .string(text)]).words == .telephone(digits))
    }

    @Test(
        "Each pair of words is taken, and what is said with it that does not belong there is named",
        arguments: [
            (["telephone"], []), (["kana", "birthDate"], []), (["kana", "area"], []), (["address"], []),
            ([], ["telephone", "kana", "address"]), (["kana"], ["birthDate", "area"]),
            (["birthDate"], ["kana"]), (["area"], ["kana"]), (["telephone", "kana"], ["kana"]),
            (["telephone", "address"], ["address"]), (["kana", "address"], ["address"]),
            (["kana", "birthDate", "area"], ["area"]), (["kana", "birthDate", "address"], ["address"]),
            (["birthDate", "area"], ["kana"]), (["telephone", "name"], ["name"]),
        ] as [([String], [String])])
    func combination(_ given: [String], faulty: [String]) {
        let (words, faults) = read(Dictionary(uniqueKeysWithValues: given.map { ($0, Self.sample[$0] ?? .null) }))
        #expect(faults == faulty)
        if faulty.isEmpty { #expect(words?.kind == given.joined(separator: "+")) }
    }

    @Test(
        "Words that cannot be are named at their field",
        arguments: [
            ("telephone", "119"), ("telephone", "246-6111"), ("telephone", "代表"), ("telephone", "０９０１２３４５６７８９"),
            ("kana", "佐野"), ("birthDate", "13年2月11日"),
            ("area", "東武"), ("address", "3-12-5"),
        ])
    func impossible(_ field: String, _ text: String) {
        var members = Self.sample.filter {
            $0.key == "kana" && (field == "birthDate" || field == "area") || $0.key == "birthDate" && field == "kana"
        }
        members[field] = .string(text)
        let (words, faults) = read(members)
        #expect(words == nil)
        #expect(faults == [field])
    }

    @Test(
        "An area is meant by its identifier or its name, in every association that has it",
        arguments: ["e", "東部", " 東 部 "])
    func area(_ text: String) throws {
        let words = try #require(read(["kana": .string("サノ"), "area": .string(text)]).words)
        guard case .nameAndArea(_, let areas) = words else { throw Refusal(.invalidFields) }
        #expect(areas == ["a", "b"].map { AreaOfAssociation(association: AssociationID($0), area: "e") })
    }

    private static let sample: [String: JSONValue] = [
        "telephone": .string("054-000-0001"), "kana": .string("サノ　ハルエ"), "birthDate": .string("昭和20年9月1日"),
        "area": .string("e"),
        "address": .string("葵"), "name": .string("佐野"),
    ]

    private func read(_ members: [String: JSONValue]) -> (words: SearchWords?, faults: [String]) {
        var reader = ObjectReader(.object(members))
        let words = SearchWords.read(&reader, registers: Self.registers)
        return (words, reader.finished().map(\.field))
    }

    private static let registers = Registers(numberLength: .eight, books: ["a", "b"].map(Self.book), hospitals: [])

    private static func book(_ id: String) -> RotaBook {
        RotaBook(
            association: Association(
                id: AssociationID(id), name: "医師会",
                standingContact: StandingContact(name: "窓口", telephone: "054-000-0000"),
                areas: [
                    Area(id: "e", name: "東部", addresses: []), Area(id: AreaID("w" + id), name: "西部", addresses: []),
                ]),
            calendar: DayCalendar(national: HolidayTable(names: [:]), own: []), slots: [], months: [], physicians: [])
    }
}
