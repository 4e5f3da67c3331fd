import DutyRota
import EmergencyCards
import Testing

@Suite("Changes of a rota: written as JSON")
struct RotaJSONTests {
    private func text(_ members: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(members)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private var desk: RotaDesk {
        get throws {
            let book = try #require(Scene().registers.books["shizuoka"])
            return RotaDesk(
                book: book, draft: nil, lastVersion: 0, now: Scene.at("2026-11-20T09:00:00+09:00"), actor: "office")
        }
    }

    private static let place = #""dutyDate":"2026-11-24","slot":"平日夜間","area":"tobu""#

    private func request(
        _ replaces: PhysicianID?, _ physician: PhysicianID?, order: CallOrder = .first
    ) -> OverrideRequest {
        OverrideRequest(
            place: Place.Key(dutyDate: Scene.day("2026-11-24"), slot: "平日夜間", area: "tobu"), order: order,
            replaces: replaces, start: Scene.at("2026-11-24T20:00:00+09:00"), physician: physician, reason: "急用")
    }

    @Test("An override that was made: its members, then how soon it counts and what to see to")
    func override() throws {
        let made = try desk.overriding(request("A", "B"), id: "o1")
        #expect(
            text(made.write)
                == #"{"id":"o1",\#(RotaJSONTests.place),"callOrder":1,"replaces":"A","seat":{"physician":"A"},"#
                + #""start":"2026-11-24T20:00:00+09:00","end":null,"physician":"B","reason":"急用","exchange":null,"#
                + #""madeAt":"2026-11-20T09:00:00+09:00","madeBy":"office","lift":null,"#
                + #""urgent":false,"correction":false,"warnings":[]}"#)
    }

    @Test("Somebody taken off duty, somebody more, a lift")
    func others() throws {
        let off = try desk.overriding(request("A", nil), id: "o1")
        #expect(text(off.write).contains(#""physician":null,"#))
        #expect(text(off.write).contains(#""kind":"gap",\#(RotaJSONTests.place),"callOrder":1,"physicians":["C"],"#))
        var more = try #require(desk.overriding(request("C", "B", order: .second), id: "o1").overrides.first)
        more.lift = Lift(at: Scene.night, by: "office", reason: "中止")
        #expect(
            text(more.write).contains(#""lift":{"at":"2026-11-24T22:03:07+09:00","by":"office","reason":"中止"}"#))
        var scene = Scene()
        scene.holders.second = []
        let book = try #require(scene.registers.books["shizuoka"])
        let desk = RotaDesk(book: book, draft: nil, lastVersion: 0, now: Scene.night, actor: "office")
        let added = try desk.overriding(request(nil, "B", order: .second), id: "o1")
        #expect(text(added.write).contains(#""replaces":null,"seat":{"addedBy":"o1"},"#))
    }

    @Test("An exchange has an identifier of its own and both halves")
    func exchange() throws {
        let place = request("A", nil).place
        let made = try desk.exchanging(
            ExchangeRequest(
                one: ExchangeRequest.Side(place: place, order: .first, physician: "A"),
                other: ExchangeRequest.Side(place: place, order: .second, physician: "C"), reason: "都合"),
            id: "x1", overrideIDs: ("o1", "o2"))
        let text = text(made.write)
        #expect(text.hasPrefix(#"{"id":"x1","overrides":[{"id":"o1","#))
        #expect(text.contains(#"},{"id":"o2","#))
        #expect(text.hasSuffix(#"],"urgent":false,"correction":false,"warnings":[]}"#))
    }

    @Test("An absence with the shifts that need somebody else")
    func absence() throws {
        let made = try desk.absenting(
            AbsenceRequest(physician: "C", from: Scene.day("2026-11-24"), to: Scene.day("2026-11-24"), reason: "学会"),
            id: "a1")
        #expect(
            text(made.write)
                == #"{"id":"a1","physician":"C","from":"2026-11-24","to":"2026-11-24","reason":"学会","#
                + #""madeAt":"2026-11-20T09:00:00+09:00","madeBy":"office","lift":null,"urgent":false,"shifts":["#
                + #"{\#(RotaJSONTests.place),"callOrder":2,"start":"2026-11-24T17:30:00+09:00","#
                + #""end":"2026-11-25T08:30:00+09:00","physician":"C","override":null,"obstacle":null}]}"#)
    }

    @Test("A place of a sheet")
    func sheet() throws {
        let place = try #require(desk.book.place(request("A", nil).place))
        #expect(
            text(place.write)
                == #"{\#(RotaJSONTests.place),"start":"2026-11-24T17:30:00+09:00","end":"2026-11-25T08:30:00+09:00","#
                + #""required":{"first":1,"second":0},"first":["A"],"second":["C"],"remark":""}"#)
    }

    @Test("A decision at night is the mark that was made, or the one that was taken back")
    func night() throws {
        let request = UnavailabilityRequest(physician: "A", area: "tobu", reason: "発熱")
        let mark = try desk.book.unavailability(request, id: "u1", at: Scene.night, by: "fire")
        var decision = NightDecision()
        decision.marks.unavailabilities = [mark]
        #expect(
            text(decision.write)
                == #"{"id":"u1","physician":"A","area":"tobu","from":"2026-11-24T22:03:07+09:00","#
                + #""until":"2026-11-25T08:30:00+09:00","reason":"発熱","madeBy":"fire","lift":null}"#)
        let lifting = try NightMarks(unavailabilities: [mark]).lifting(
            "u1", at: Scene.night, by: "fire", reason: "回復")
        #expect(
            text(lifting.write)
                == #"{"id":"u1","lift":{"at":"2026-11-24T22:03:07+09:00","by":"fire","reason":"回復"}}"#)
        let full = try FullHospitalRequest(until: Scene.night.adding(milliseconds: 1), reason: "満床")
            .mark(hospital: "H1", id: "f1", at: Scene.night, by: "H1")
        #expect(
            text(full.write)
                == #"{"id":"f1","hospital":"H1","from":"2026-11-24T22:03:07+09:00","#
                + #""until":"2026-11-24T22:03:07.001+09:00","reason":"満床","madeBy":"H1","lift":null}"#)
    }
}
