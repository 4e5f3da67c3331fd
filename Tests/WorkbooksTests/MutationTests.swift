import DutyRota
import Foundation
import Testing

@testable import Workbooks

@Suite("Spoiled workbooks")
struct MutationTests {
    private static let pieces = [
        "<", ">", "&", "\"", "/>", "<c>", "</c>", "<f>", "<v>9</v>", "&#0;", "]]>", "<![CDATA[", "<!--", "xmlns=\"\"",
        "r=\"A1\"", "t=\"s\"",
        "-1", "99999999999999999999", "1E400", "_xD83D_", "𠮷", "\u{0}", "\u{FFFE}", "PK\u{5}\u{6}", "PK\u{1}\u{2}",
    ].map { Array($0.utf8) }

    private func spoil(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            let end = min(bytes.count, place + Int.random(in: 1...12, using: &numbers))
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
            default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &numbers) ?? [], at: place)
            }
        }
        return bytes
    }

    private static func workbook() -> PlainWorkbook {
        PlainWorkbook(
            rows:
                #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>46350.5</v></c><c r="C1" t="inlineStr"><is><t>"#
                + #"a_x000D_</t></is></c></row><row r="3"><c r="B3" t="b"><v>1</v></c></row>"#,
            formats: ["[$-411]ge.m.d;@"])
    }

    @Test("A spoiled container is read or refused, never more", arguments: 1...4)
    func containers(seed: UInt64) throws {
        var numbers = Numbers(state: seed)
        let bytes = try Self.workbook().bytes()
        var refused = 0
        for _ in 0..<400 {
            if try fault(in: spoil(bytes, &numbers)) != nil { refused += 1 }
        }
        #expect(refused > 200)
    }

    @Test("A spoiled part in a sound container is read or refused, never more", arguments: 1...4)
    func parts(seed: UInt64) throws {
        var numbers = Numbers(state: seed)
        var refused = 0
        for _ in 0..<400 {
            var workbook = Self.workbook()
            let index = Int.random(in: 0..<workbook.parts.count, using: &numbers)
            workbook.parts[index].bytes = spoil(workbook.parts[index].bytes, &numbers)
            if try fault(in: workbook) != nil { refused += 1 }
        }
        #expect(refused > 100)
    }
}
