import DutyRota
import Testing

@testable import EmergencyCards

@Suite("The record read back")
struct AuditEntryTests {
    private static let query: AuditQuery = {
        var query = AuditQuery()
        query.numbers = [CardNumber(issued: 12_345_676)]
        query.patient = "SZ1"
        return query
    }()

    private static func entry(_ action: String, _ details: String, key: String = "K1", role: String = "fire")
        -> AuditEntry?
    {
        AuditEntry(
            position: 7,
            body: Array(
                """
                {"id":"i","at":"2026-11-24T22:03:07.120+09:00","action":"\(action)","actor":{"key":"\(key)","role":"\(role)",\
                "person":"山田","address":null},"details":\(details)}
                """.utf8))
    }

    @Test(
        "A line says who did what",
        arguments: [
            ("lookup", #"{"asked":"1234-5676","outcome":"found","card":"1234-5676"}"#, "カードを照会"),
            ("lookup", #"{"asked":"1","outcome":"found","card":"1234-5676","via":"didYouMean"}"#, "カードを照会（候補から選択）"),
            ("lookup", #"{"outcome":"found","card":"9","sameHousehold":["1234-5676"]}"#, "同じ世帯のカードとして表示"),
            ("lookup", #"{"outcome":"malformed-number","didYouMean":["1234-5676"]}"#, "番号の読み違いの候補として表示"),
            ("lookup", #"{"asked":"1234-5676","outcome":"not-yours"}"#, "カードを照会（拒否: not-yours）"),
            ("lookup", #"{"outcome":"found","card":"1234-5676","rehearsal":true}"#, "カードを照会（訓練）"),
            ("cardRead", #"{"card":"1234-5676","refused":"not-yours"}"#, "カードを閲覧（拒否: not-yours）"),
            ("refused", #"{"reason":"not-in-force","announced":{"card":"1234-5676"}}"#, "変更を試みて拒否（拒否: not-in-force）"),
            ("cardList", #"{"cards":["1234-5676"]}"#, "カードの一覧に表示"), ("madeLater", "{}", "「madeLater」を記録"),
        ])
    func summary(_ action: String, _ details: String, _ deed: String) throws {
        let entry = try #require(Self.entry(action, details))
        #expect(AuditWords.summary(entry, Self.query) == "2026-11-24 22:03 消防指令（キー K1、担当 山田）が" + deed)
    }

    @Test("A card is named wherever its number stands, but not by a step of a plan; a patient by their identifier")
    func naming() throws {
        let named = try #require(
            Self.entry(
                "x", #"{"a":["1234-5676"],"b":{"c":"SZ1"},"d":"1234-5676 ","plan":[{"id":"1234-5676"}],"e":12345676}"#))
        #expect(named.naming(Self.query) == ["a", "b"])
    }

    @Test("Of an answer about somebody else nothing is told but that the card was named in it")
    func others() throws {
        let details =
            #"{"outcome":"found","card":"9999-9999","version":4,"state":"active","sameHousehold":["1234-5676"],"plan":[{"id":"attending:P1","status":"callable","reason":null}]}"#
        let written = try Self.written(try #require(Self.entry("lookup", details)), whole: false)
        for word in ["9999", "P1", "active"] { #expect(!written.contains(word)) }
        #expect(written.contains(#""version":null"#) && written.contains(#""shownAs":["sameHousehold"]"#))
        #expect(written.contains(#""details":null"#))
        let own = details.replacing("9999-9999", with: "1234-5676")
        #expect(try Self.written(try #require(Self.entry("lookup", own)), whole: false).contains(#""version":4"#))
    }

    @Test("The whole record is written as it was kept")
    func whole() throws {
        let details = #"{"a":[1,"二",null,true,{"b":-2.5}],"c":"\""}"#
        let written = try Self.written(try #require(Self.entry("lookup", details)), whole: true)
        #expect(written.hasSuffix(#""details":\#(details)}"#))
    }

    @Test("What is no record is none", arguments: ["", "{}", #"{"id":"i","at":"yesterday","action":"x"}"#])
    func none(_ body: String) {
        #expect(AuditEntry(position: 1, body: Array(body.utf8)) == nil)
    }

    @Test("A place reads back; anything else is none")
    func places() {
        let place = AuditPlace(before: 12, operations: ["01a218b8-13c4-736b-999c-7a7ea1354222"])
        #expect(AuditPlace(place.text) == place)
        for text in ["", "0", "-1", "x", "1~short"] { #expect(AuditPlace(text) == nil) }
    }

    private static func written(_ entry: AuditEntry, whole: Bool) throws -> String {
        var json = JSONWriter()
        json.object { entry.write(to: &$0, query: query, whole: whole) }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
