import DutyRota
import Foundation
import Testing

@testable import Workbooks

@Suite("Containers that are refused")
struct RefusedContainersTests {
    private static let ole: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)

    @Test(
        "What is no zip file is refused",
        arguments: ["", "PK", "PK\u{3}\u{4}", "当番日,枠\r\n", String(repeating: "PK", count: 90_000)])
    func noZip(text: String) throws {
        #expect(try fault(in: Array(text.utf8)) == SpreadsheetFault(message: WorkbookWords.notAWorkbook))
    }

    @Test("A workbook of the old format is told to be saved anew")
    func oldWorkbook() throws {
        #expect(try fault(in: Self.ole) == SpreadsheetFault(message: WorkbookWords.oldWorkbook))
    }

    @Test("A workbook with a password is told so: it is wrapped in the old container")
    func protectedWorkbook() throws {
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(try fault(in: Self.ole + name) == SpreadsheetFault(message: WorkbookWords.encrypted))
    }

    @Test("An encrypted zip file is refused")
    func encryptedZip() throws {
        let bytes = try ZipMaker.zip(PlainWorkbook().parts, password: "当番")
        #expect(try fault(in: bytes) == SpreadsheetFault(message: WorkbookWords.encrypted))
    }

    @Test("Cut anywhere, a workbook is refused")
    func cut() throws {
        let bytes = try PlainWorkbook().bytes()
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(try fault(in: Array(bytes.prefix(count))) != nil)
        }
    }

    @Test("A part whose checksum is wrong is refused")
    func checksum() throws {
        var bytes = try PlainWorkbook().bytes()
        let place = try #require(bytes.firstRange(of: Array(PlainWorkbook.sheet.utf8)))
        bytes[place.upperBound + 20] ^= 0x10
        #expect(try fault(in: bytes) == SpreadsheetFault(message: WorkbookWords.broken))
    }

    @Test("A part that says it is larger than all parts may be is refused, whether it is read or not")
    func announcedBomb() throws {
        var workbook = PlainWorkbook()
        workbook.set([UInt8](repeating: 0, count: 20_000_001), "xl/media/a.bin")
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.tooLarge))
    }

    @Test(
        "A part that lies about its size is refused when so much has come out of it",
        arguments: [2_000_001, 30_000_000])
    func lyingBomb(size: Int) throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.strings] += String(repeating: " ", count: size)
        let real = workbook[PlainWorkbook.strings].utf8.count
        let bytes = try workbook.bytes().replacing(littleEndian(real), with: littleEndian(100))
        #expect(try fault(in: Array(bytes)) == SpreadsheetFault(message: WorkbookWords.tooLarge))
    }

    @Test(
        "A part of 9 MB is read, one byte more is refused",
        arguments: [(9_000_000, nil), (9_000_001, WorkbookWords.tooLarge)])
    func largePart(size: Int, message: String?) throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.strings] += String(
            repeating: " ", count: size - workbook[PlainWorkbook.strings].utf8.count)
        workbook.set(incompressible(100_000), "xl/media/a.png")
        #expect(try fault(in: workbook)?.message == message)
    }

    @Test("Parts that each lie about their size are refused when too much has come out of all")
    func lyingBombs() throws {
        var workbook = PlainWorkbook()
        let parts = [PlainWorkbook.strings, PlainWorkbook.styles, PlainWorkbook.sheet]
        let size = 8_000_000
        for part in parts { workbook[part] += String(repeating: " ", count: size - workbook[part].utf8.count) }
        workbook.set(incompressible(200_000), "xl/media/a.png")
        let bytes = try workbook.bytes().replacing(littleEndian(size), with: littleEndian(100))
        #expect(try fault(in: Array(bytes)) == SpreadsheetFault(message: WorkbookWords.tooLarge))
        workbook[PlainWorkbook.styles].replace("      ", with: "")
        let fewer = try workbook.bytes().replacing(littleEndian(size), with: littleEndian(100))
        #expect(try fault(in: Array(fewer)) == nil)
    }

    private func littleEndian(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    @Test(
        "Two parts of the same name are refused, also where only their case differs",
        arguments: ["xl/workbook.xml", "XL/Workbook.xml"])
    func repeatedPart(name: String) throws {
        var workbook = PlainWorkbook()
        workbook.set([1], "xx/workbook.xml")
        let bytes = try workbook.bytes().replacing(Array("xx/workbook.xml".utf8), with: Array(name.utf8))
        #expect(try fault(in: Array(bytes)) == SpreadsheetFault(message: WorkbookWords.repeatedPart))
    }

    @Test("More than 2,000 parts are refused, 2,000 are not")
    func parts() throws {
        var workbook = PlainWorkbook()
        let missing = 2_000 - workbook.parts.count
        workbook.parts += (0..<missing).map { ("xl/media/\($0).bin", [1]) }
        let rows = try workbook.rows()
        #expect(rows == [["当番日"]])
        workbook.parts.append(("xl/media/x.bin", [1]))
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.tooManyParts))
    }

    @Test("A file larger than all its parts may be is refused unread")
    func largeFile() throws {
        let bytes = [UInt8](repeating: 0x50, count: 20_000_001)
        #expect(try fault(in: bytes) == SpreadsheetFault(message: WorkbookWords.tooLarge))
    }

    @Test("Several tables of parts are refused: two programs could see two workbooks")
    func severalTables() throws {
        let bytes = try PlainWorkbook().bytes()
        #expect(try fault(in: bytes + bytes) == SpreadsheetFault(message: WorkbookWords.broken))
    }

    @Test("A table of the large format that announces too much, or stands nowhere, is refused")
    func largeTable() throws {
        let bytes = try PlainWorkbook().bytes()
        let end = bytes.count - 22
        let count: [UInt8] = [0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0]
        let large: [UInt8] =
            [0x50, 0x4B, 6, 6] + [UInt8](repeating: 0, count: 20) + count + count + [UInt8](repeating: 0, count: 16)
        for offset in [end, 0, bytes.count * 2] {
            let locator: [UInt8] = [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + littleEndian(offset) + [0, 0, 0, 0, 1, 0, 0, 0]
            let file = bytes[..<end] + large + locator + bytes[end...]
            let message = offset == end ? WorkbookWords.tooManyParts : WorkbookWords.broken
            #expect(try fault(in: Array(file)) == SpreadsheetFault(message: message))
        }
    }
}
