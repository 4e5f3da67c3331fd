import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardDispatch

@Suite("Folders with faults")
struct SeedFaultTests {
    private func seeds(changing name: String, _ change: (String) -> String) throws -> URL {
        try Folder.copy(of: "shimizu") { folder in
            let file = folder.appendingPathComponent(name)
            let text = try String(contentsOf: file, encoding: .utf8)
            try change(text).write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private func faults(_ folder: URL) -> [TableFault] {
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let book = try SeedFiles.read(folder.path)
            return book.faults(numberLength: .eight)
        } catch { return (error as? SeedFaults)?.faults ?? [] }
    }

    @Test("Three faults in three files are all named, by file and row, and nothing is loaded")
    func three() async throws {
        let folder = try Folder.copy(of: "shimizu") { folder in
            try Folder.replace("S002", with: "S001", in: folder, "physicians.csv")
            try Folder.replace("翌08:30", with: "08:30", in: folder, "slots.csv")
            try Folder.replace("\"colour\": \"green\"", with: "\"colour\": \"blue\"", in: folder, "cards.json")
        }
        let found = faults(folder)
        let byFile = Dictionary(grouping: found, by: \.file)
        #expect(
            byFile["\(folder.lastPathComponent)/physicians.csv"]?.contains { $0.row == 3 && $0.column == "id" } == true)
        #expect(byFile["\(folder.lastPathComponent)/slots.csv"]?.contains { $0.row != nil } == true)
        #expect(byFile["\(folder.lastPathComponent)/cards.json"]?.contains { $0.column == "colour" } == true)
    }

    @Test("A missing column, a missing file and an unknown one are named")
    func files() throws {
        let column = try seeds(changing: "hospitals.csv") { $0.replacingOccurrences(of: "telephone,", with: "phone,") }
        #expect(Set(faults(column).compactMap(\.column)).isSuperset(of: ["phone", "telephone"]))
        let missing = try Folder.copy(of: "shimizu") {
            try FileManager.default.removeItem(at: $0.appendingPathComponent("slots.csv"))
            try Data().write(to: $0.appendingPathComponent("notes.txt"))
        }
        let names = faults(missing).filter { $0.row == nil }.map { String($0.file.split(separator: "/").last ?? "") }
        #expect(Set(names).isSuperset(of: ["slots.csv", "notes.txt"]))
    }

    @Test(
        "Numbers that lie within two digits, two cards in force, another association, an incomplete card",
        arguments: [
            ("number", #""number": "5020-3418""#, #""number": "1399-9526""#),
            ("association", #""association": "shimizu""#, #""association": "shizuoka""#),
            ("patient.area", #""area": "yui""#, #""area": "shimizu""#),
            ("wish.confirmedBy", #""confirmedBy": "S0"#, #""confirmedBy": "X0"#),
        ])
    func cards(_ column: String, _ old: String, _ new: String) throws {
        let folder = try Folder.copy(of: "shimizu") { try Folder.replace(old, with: new, in: $0, "cards.json") }
        #expect(faults(folder).contains { $0.column == column && $0.row != nil })
    }

    @Test("A folder without any association is refused")
    func nothing() throws {
        #expect(throws: SeedFaults.self) {
            try SeedFiles.read(FileManager.default.temporaryDirectory.path + "/nothing-here")
        }
    }
}

/// Copies of shipped folders, to be spoilt.
enum Folder {
    static var seeds: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Seeds")
    }

    static func copy(of name: String, _ change: (URL) throws -> Void) throws -> URL {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("\(name)-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: seeds.appendingPathComponent(name), to: copy)
        try change(copy)
        return copy
    }

    /// Replaces the first occurrence.
    static func replace(_ old: String, with new: String, in folder: URL, _ name: String) throws {
        let file = folder.appendingPathComponent(name)
        var text = try String(contentsOf: file, encoding: .utf8)
        if let range = text.range(of: old) { text.replaceSubrange(range, with: new) }
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}
