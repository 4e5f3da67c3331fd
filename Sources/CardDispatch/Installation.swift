import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import UnixSignals
import Workbooks

/// The one place where store, record and service are joined: for the daemon, the demonstration and the tests.
struct Installation {
    let store: CardStore
    let audit: AuditLog
    let archive: AuditReader
    let lists: CardLists
    let gatherer: Gatherer
    let files: StoreFiles
    let clock: Clock
    let passwords: Passwords
    let series = PrometheusMetrics()

    /// Opens an installation's files, creating what is missing.
    init(
        _ files: StoreFiles, auditOverflow: String? = nil, clock: Clock = .machine, passwords: Passwords = Passwords(),
        logger: Logger
    ) throws {
        self.files = files
        self.passwords = passwords
        self.clock = clock
        store = try CardStore(files, clock: clock) { logger.critical("\($0)") }
        audit = try AuditLog(files, overflow: auditOverflow) { logger.critical("\($0)") }
        archive = try AuditReader(files)
        lists = try CardLists(files)
        gatherer = try Gatherer(store, files)
    }

    /// The application that answers from these files, with the services that keep them in order. Throws where a file of the screens cannot be read.
    func service(
        limits: ServiceLimits, notices: NoticeSettings = NoticeSettings(), printer: PagePrinter? = nil, logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void
    ) throws -> ServiceGroup {
        let parts = parts(limits: limits, notices: notices, printer: printer)
        let application = try CardService.application(parts, limits: limits, logger: logger, onReady: onReady)
        var configuration = ServiceGroupConfiguration(
            services: [
                Housekeeping(store: store, audit: audit, logger: logger),
                CardService.dailyRotaCheck(parts, limits: limits, logger: logger),
                CardService.callWatch(parts, limits: limits, logger: logger),
                Gathering(gatherer: gatherer, clock: clock, logger: logger),
            ] + CardService.noticeServices(parts, logger: logger) + [application],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(10)
        return ServiceGroup(configuration: configuration)
    }

    /// What the service is made of.
    func parts(
        limits: ServiceLimits, notices: NoticeSettings = NoticeSettings(), printer: PagePrinter? = nil
    ) -> ServiceParts {
        let (store, files) = (store, files)
        var parts = ServiceParts(
            registers: store, finder: store, search: store, cards: store, rota: store, directory: store, night: store,
            calls: store, links: store, feeds: store, keys: store, spreadsheets: .xlsx, audit: audit, archive: archive,
            keeping: lists,
            notices: NoticeParts(outboxes: store.outboxes, post: store, choices: store, settings: notices),
            evidence: EvidenceParts(tallies: store, calls: store, cards: store, rules: limits.calls),
            people: AccountParts(accounts: store, sessions: store, passwords: passwords), clock: clock, series: series,
            probe: { try store.probe() },
            machineWarnings: {
                (files.isDiskNearlyFull ? [.diskNearlyFull] : []) + (store.knowsNight ? [] : [.nightDesk])
            })
        parts.printer = printer
        parts.facts = InstallationFacts(
            version: CardDispatch.version, startedAt: clock.now(), files: { files.sizes },
            freeBytes: { files.freeBytes })
        return parts
    }
}

/// Moves what has been written into the main files, off every answer's path, and at the end waits for the last records: after a clean stop
/// the files are whole by themselves.
private struct Housekeeping: Service {
    let store: CardStore
    let audit: AuditLog
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                checkpoint()
                try? await Task.sleep(for: .seconds(10))
            }
        }
        await audit.settle()
        checkpoint()
    }

    private func checkpoint() {
        do {
            try audit.checkpoint()
            try store.checkpoint()
        } catch {
            logger.warning("checkpoint failed", metadata: ["error": "\(type(of: error))"])
        }
    }
}

extension StoreFiles {
    /// Less than 500 MB are free where the files lie.
    var isDiskNearlyFull: Bool { (freeBytes ?? .max) < 500_000_000 }

    /// Bytes that are free where the files lie; nil: nobody knows.
    var freeBytes: Int64? {
        let folder = cards.deletingLastPathComponent().path
        return (try? FileManager.default.attributesOfFileSystem(forPath: folder))?[.systemFreeSize] as? Int64
    }

    /// Every file with its size, without what waits beside it to be moved into it.
    var sizes: [InstallationFacts.File] {
        [cards, audit, desk].compactMap { file in
            let size = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.size] as? Int64
            return size.map { InstallationFacts.File(name: file.lastPathComponent, bytes: $0) }
        }
    }
}

extension ReadinessWarning {
    static var diskNearlyFull: ReadinessWarning {
        ReadinessWarning(slug: "disk-nearly-full", message: OperationsWords.diskFull)
    }

    static var nightDesk: ReadinessWarning {
        ReadinessWarning(slug: "night-desk", message: OperationsWords.nightDesk)
    }
}
