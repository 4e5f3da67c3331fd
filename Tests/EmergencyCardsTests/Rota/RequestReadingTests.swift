import DutyRota
import EmergencyCards
import Testing

@Suite("Changes of a rota: read from JSON")
struct RequestReadingTests {
    private func reader(_ json: String) throws -> ObjectReader {
        ObjectReader(try #require(JSONValue(Array(json.utf8))))
    }

    private static let place = #""dutyDate":"2026-11-24","slot":"平日夜間","area":"tobu","callOrder":1"#

    @Test("An override with all its members")
    func override() throws {
        var reader = try reader(
            """
            {\(RequestReadingTests.place),"replaces":"A","start":"2026-11-24T20:00+09:00",
             "end":"2026-11-24T14:00:00Z","physician":"B","reason":"急用"}
            """)
        let request = try #require(OverrideRequest.read(&reader))
        #expect(reader.finished().isEmpty)
        #expect(request.place == Place.Key(dutyDate: Scene.day("2026-11-24"), slot: "平日夜間", area: "tobu"))
        #expect(request.order == .first)
        #expect(request.replaces == "A")
        #expect(request.start == Scene.at("2026-11-24T20:00:00+09:00"))
        #expect(request.end == Scene.at("2026-11-24T23:00:00+09:00"))
        #expect(!request.fromSlotStart)
        #expect(request.physician == "B")
        #expect(request.reason == "急用")
    }

    @Test(
        "No area, null and 全域 are the whole association; no physician is nobody",
        arguments: ["", #""area":null,"#, #""area":"全域","#])
    func wholeAssociation(area: String) throws {
        var reader = try reader(
            #"{"dutyDate":"2026-11-24","slot":"全域夜間",\#(area)"callOrder":2,"replaces":"A","reason":"急用","fromSlotStart":true}"#
        )
        let request = try #require(OverrideRequest.read(&reader))
        #expect(reader.finished().isEmpty)
        #expect(request.place.area == nil)
        #expect(request.order == .second)
        #expect(request.physician == nil)
        #expect(request.fromSlotStart)
    }

    @Test("Every fault at once, each once, and a member that nobody knows")
    func allFaults() throws {
        var reader = try reader(
            #"{"dutyDate":"2026-11-31","callOrder":3,"start":"2026-11-24T20:00","end":"soon","physician":7,"starts":""}"#
        )
        #expect(OverrideRequest.read(&reader) == nil)
        let faults = reader.finished()
        #expect(
            faults.map(\.field) == ["dutyDate", "slot", "callOrder", "start", "end", "physician", "reason", "starts"])
        let messages = Dictionary(uniqueKeysWithValues: faults.map { ($0.field, $0.message) })
        #expect(messages["start"] == Refusal(.timeWithoutOffset).title)
        #expect(messages["end"] == Refusal(.malformedTime).title)
    }

    @Test("A call order is the number 1 or 2", arguments: ["0", "1.5", "\"1\"", "true", "1e300", "null"])
    func callOrder(written: String) throws {
        var reader = try reader(
            #"{"dutyDate":"2026-11-24","slot":"平日夜間","callOrder":\#(written),"reason":"急用"}"#)
        #expect(OverrideRequest.read(&reader) == nil)
        #expect(reader.finished().map(\.field) == ["callOrder"])
    }

    @Test("An exchange, with what was agreed; faults name the side")
    func exchange() throws {
        let side = #"{\#(RequestReadingTests.place),"physician":"A"}"#
        var good = try reader(
            #"{"one":\#(side),"other":\#(side),"reason":"学会","agreed":{"by":"医師A","on":"2026-11-19"}}"#)
        let request = try #require(ExchangeRequest.read(&good))
        #expect(good.finished().isEmpty)
        #expect(request.one.physician == "A")
        #expect(request.agreed == ExchangeRequest.Agreement(by: "医師A", on: Scene.day("2026-11-19")))
        var bad = try reader(#"{"one":{\#(RequestReadingTests.place)},"reason":"学会","agreed":{"by":"医師A"}}"#)
        #expect(ExchangeRequest.read(&bad) == nil)
        #expect(bad.finished().map(\.field) == ["one.physician", "other", "agreed.on"])
    }

    @Test("Absence, mark, full hospital: each member that is missing is named")
    func missing() throws {
        var absence = try reader("{}")
        #expect(AbsenceRequest.read(&absence) == nil)
        #expect(absence.finished().map(\.field) == ["physician", "from", "to", "reason"])
        var mark = try reader("{}")
        #expect(UnavailabilityRequest.read(&mark) == nil)
        #expect(mark.finished().map(\.field) == ["physician", "area", "reason"])
        var full = try reader("{}")
        #expect(FullHospitalRequest.read(&full) == nil)
        #expect(full.finished().map(\.field) == ["until", "reason"])
    }

    @Test("Absence, mark and full hospital with all their members")
    func others() throws {
        var absence = try reader(#"{"physician":"A","from":"2026-11-24","to":"2026-11-26","reason":"学会"}"#)
        #expect(
            AbsenceRequest.read(&absence)
                == AbsenceRequest(
                    physician: "A", from: Scene.day("2026-11-24"), to: Scene.day("2026-11-26"), reason: "学会"))
        var mark = try reader(#"{"physician":"A","area":"tobu","reason":"発熱"}"#)
        #expect(
            UnavailabilityRequest.read(&mark) == UnavailabilityRequest(physician: "A", area: "tobu", reason: "発熱"))
        var full = try reader(#"{"until":"2026-11-25T09:00:00+09:00","reason":"満床"}"#)
        #expect(
            FullHospitalRequest.read(&full)
                == FullHospitalRequest(until: Scene.at("2026-11-25T09:00:00+09:00"), reason: "満床"))
    }

    @Test("A list may be allowed to be longer than usual", arguments: [(50, true), (51, false)])
    func longLists(count: Int, isUsual: Bool) throws {
        let json = #"{"list":[\#(Array(repeating: #""x""#, count: count).joined(separator: ","))]}"#
        var usual = try reader(json)
        #expect(usual.texts("list").isEmpty == !isUsual)
        #expect(usual.finished().isEmpty == isUsual)
        var long = try reader(json)
        #expect(long.texts("list", atMost: 500).count == count)
    }
}
