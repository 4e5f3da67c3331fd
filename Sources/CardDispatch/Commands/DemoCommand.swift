import ArgumentParser
import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Logging
import ServiceLifecycle

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Runs the daemon on invented data, with somebody on duty tonight.",
        discussion: """
            A fresh database in a folder of its own, the data of Seeds moved to today, one key for each role. Prints what to try and \
            writes it to demo.json in that folder. Listens on 127.0.0.1 only.
            """)

    @Option(help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "number"))
    var port = 8080

    @Option(help: ArgumentHelp("Where the database goes. Default: a temporary folder.", valueName: "folder"))
    var directory: String?

    @Option(help: ArgumentHelp("Where the data comes from.", valueName: "folder"))
    var seeds = "Seeds"

    @Option(help: "How often one key may ask; 0 sets no limit.")
    var requestsPerMinute = 600

    @Option(help: "How much is logged; info writes a line for each request.")
    var logLevel = "notice"

    func run() async throws {
        var serving = try ServingOptions.parse([])
        serving.logLevel = logLevel
        let logger = try serving.logger()
        let shipped = try readSeeds()
        let folder = try makeFolder()
        let files = StoreFiles(cards: folder.appendingPathComponent("cards.sqlite").path)
        guard let lock = try FileLock(files) else { throw refuse(FileLock.heldElsewhere(files)) }
        // Invented people on this machine alone: their password need not be slow.
        let installation = try Installation(files, passwords: Passwords(cost: 12), logger: logger)
        guard try installation.store.isEmpty() else {
            throw refuse("\(folder.path) にはすでにデータがあります。別の --directory を指定してください。")
        }
        let now = Clock.machine.now()
        let book = DemoSeeds(today: now.day).moved(shipped)
        let options = LoadOptions(acknowledgesGaps: true, actor: "command:demo")
        do {
            _ = try await installation.store.load(book, options: options, at: now)
        } catch let faults as SeedFaults { throw refuse(faults.inWords) }
        let tour = try await DemoTour(
            book, store: installation.store, passwords: installation.passwords, at: now)
        var limits = ServiceLimits()
        limits.port = port
        limits.requestsPerMinute = requestsPerMinute
        let printer = try serving.printer()
        let group = try installation.service(limits: limits, printer: printer, logger: logger) { port in
            do {
                try tour.write(to: folder.appendingPathComponent("demo.json"), port: port)
                print(tour.text(port: port, folder: folder.path))
                fflush(nil)
            } catch {
                logger.critical("demo.json cannot be written", metadata: ["error": "\(error)"])
            }
        }
        try await group.run()
        withExtendedLifetime(lock) {}
    }

    /// Before anything is made. Throws where there is no data, saying where it was looked for.
    private func readSeeds() throws -> SeedBook {
        guard !SeedFiles.folders(in: seeds).isEmpty else {
            let path = URL(fileURLWithPath: seeds).path
            throw refuse(
                "データのフォルダーがありません: \(path)。プロジェクトのフォルダーで実行するか、--seeds で指定してください。\n"
                    + "No data found in \(path): run demo in the project's folder, or give --seeds.")
        }
        do { return try SeedFiles.read(seeds) } catch let faults as SeedFaults { throw refuse(faults.inWords) }
    }

    private func makeFolder() throws -> URL {
        let folder =
            directory.map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("card-dispatch-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return folder
    }
}
