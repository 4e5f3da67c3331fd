import EmergencyCards
import Foundation
import Testing

@Suite("JSON as it stands")
struct JSONParserTests {
    @Test(
        "What Foundation reads is read alike",
        arguments: [
            "null", "true", " false ", "0", "-1.5e3", "\"\"", #""髙﨑 𠮷 葛󠄀 \"\\\/\b\f\n\r\t\u3042\ud842\udfb7""#, "[]",
            "[1,[2,{}]]",
            #"{"a":{"b":[null,"c"]},"d":1}"#, "{ \"a\" : 1 , \"b\" : [ ] }\n",
        ])
    func alike(_ text: String) throws {
        let judge = try JSONDecoder().decode(Judge.self, from: Data(text.utf8))
        #expect(JSONParser.value(of: Array(text.utf8)) == judge.value)
    }

    @Test(
        "What is no JSON is none",
        arguments: [
            "", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "01", "1.", ".5", "+1", "nul", "\"a", "\"\u{1}\"", #""\x""#,
            #""\ud842""#,
            #""\u12g4""#, "1 2", "[1 2]", "{a:1}", "'a'", String(repeating: "[", count: 200),
        ])
    func none(_ text: String) {
        #expect(JSONParser.value(of: Array(text.utf8)) == nil)
        #expect(JSONParser.members(of: Array(text.utf8)) == nil)
    }

    @Test("Bytes that are no UTF-8 are none, a name that stands twice neither; members say where their values stand")
    func members() throws {
        #expect(JSONParser.value(of: [0x22, 0xFF, 0x22]) == nil)
        for twice in [#"{"a":1,"a":2}"#, #"{"b":[{"a":1,"a":1}]}"#] {
            #expect(JSONParser.members(of: Array(twice.utf8)) == nil)
            #expect(JSONValue(Array(twice.utf8)) == nil)
            #expect(JSONParser.value(of: Array(twice.utf8), allowingTwins: true) != nil)
        }
        let bytes = Array(#"{"a": {"x": [1, 2]} ,"b":"c"}"#.utf8)
        let members = try #require(JSONParser.members(of: bytes))
        #expect(members.map(\.key) == ["a", "b"])
        #expect(members.map { String(decoding: bytes[$0.place], as: UTF8.self) } == [#"{"x": [1, 2]}"#, #""c""#])
    }
}

/// What Foundation makes of a text.
private struct Judge: Decodable {
    let value: JSONValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            value = .string(text)
        } else if let number = try? container.decode(Double.self) {
            value = .number(number)
        } else if let items = try? container.decode([Judge].self) {
            value = .array(items.map(\.value))
        } else {
            value = .object(try container.decode([String: Judge].self).mapValues(\.value))
        }
    }
}
