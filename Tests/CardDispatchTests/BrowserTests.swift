import ArgumentParser
import CardService
import EmergencyCards
import Foundation
import Testing

@testable import CardDispatch

@Suite("The browser that prints")
struct BrowserTests {
    @Test("The first browser on PATH is taken, and only what may be run")
    func found() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: "chromium").path
        #expect(FileManager.default.createFile(atPath: place, contents: Data(), attributes: [.posixPermissions: 0o600]))
        #expect(Browser.found(in: "/nowhere:\(folder.path)") == nil)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place)
        #expect(Browser.found(in: "/nowhere:\(folder.path)")?.path == place)
        #expect(Browser.found(in: "") == nil)
    }

    @Test(
        "A browser that cannot be run, and an address that is none, stop the start",
        arguments: [["--browser", "/nowhere"], ["--browser", "chromium"]])
    func notRunnable(_ arguments: [String]) throws {
        let options = try ServingOptions.parse(arguments)
        #expect(throws: ValidationError.self) { try options.printer() }
    }

    @Test("An address under which nobody can reach the daemon stops the start")
    func address() throws {
        #expect(throws: ValidationError.self) { try ServingOptions.parse(["--public-address", "cards"]).limits() }
        let limits = try ServingOptions.parse(["--public-address", "https://cards.example.jp/"]).limits()
        #expect(limits.publicAddress?.text == "https://cards.example.jp")
    }

    @Test("None means none")
    func none() throws {
        let printer = try ServingOptions.parse(["--browser", "none"]).printer()
        #expect(printer == nil)
    }

    @Test("Two at once, as many as there is room for wait in their order, and the rest are turned away")
    func turns() async throws {
        let turns = Turns(2, waiting: 1)
        try await turns.take()
        try await turns.take()
        let third = Task { try await turns.take() }
        while await turns.waitingCount == 0 { await Task.yield() }
        await #expect(throws: BrowserFault.self) { try await turns.take() }
        await turns.give()
        try await third.value
        await turns.give()
        await turns.give()
        try await turns.take()
    }
}
