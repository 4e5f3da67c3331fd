import CoreMetrics
public import DutyRota
public import EmergencyCards
public import Hummingbird
public import Logging
import NIOCore
import NIOPosix

/// What the service is made of: given by the one composition function.
public struct ServiceParts: Sendable {
    public let registers: any RegisterSource
    public let finder: any CardFinder
    public let search: any CardSearch
    public let cards: any CardRegister
    public let rota: any RotaRegister
    public let directory: any Directory
    public let night: any NightDesk
    public let calls: any CallRegister
    public let links: any LinkRegister
    public let feeds: any FeedRegister
    public let keys: any KeyRegister
    public let spreadsheets: SpreadsheetFormat
    public let audit: any AuditTrail
    public let archive: any AuditArchive
    public let keeping: any CardKeeping
    public let notices: NoticeParts
    public let evidence: EvidenceParts
    public let people: AccountParts
    public let clock: Clock
    public let series: PrometheusMetrics
    /// Throws where a look-up could not be answered now.
    public let probe: @Sendable () throws -> Void
    /// What the machine has to say, such as a full disk.
    public let machineWarnings: @Sendable () -> [ReadinessWarning]
    /// How pages become PDF files; nil: there is no browser.
    public var printer: PagePrinter?
    /// What is told of the installation to whoever runs it; nil: nobody said.
    public var facts: InstallationFacts?

    public init(
        registers: any RegisterSource, finder: any CardFinder, search: any CardSearch, cards: any CardRegister,
        rota: any RotaRegister, directory: any Directory, night: any NightDesk, calls: any CallRegister,
        links: any LinkRegister, feeds: any FeedRegister, keys: any KeyRegister, spreadsheets: SpreadsheetFormat,
        audit: any AuditTrail,
        archive: any AuditArchive, keeping: any CardKeeping, notices: NoticeParts, evidence: EvidenceParts,
        people: AccountParts, clock: Clock, series: PrometheusMetrics, probe: @escaping @Sendable () throws -> Void,
        machineWarnings: @escaping @Sendable () -> [ReadinessWarning]
    ) {
        self.registers = registers
        self.finder = finder
        self.search = search
        self.cards = cards
        self.rota = rota
        self.directory = directory
        self.night = night
        self.calls = calls
        self.links = links
        self.feeds = feeds
        self.keys = keys
        self.spreadsheets = spreadsheets
        self.audit = audit
        self.archive = archive
        self.keeping = keeping
        self.notices = notices
        self.evidence = evidence
        self.people = people
        self.clock = clock
        self.series = series
        self.probe = probe
        self.machineWarnings = machineWarnings
    }
}

/// Where the service listens and what it puts up with.
public struct ServiceLimits: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// Requests of one key; 0: no limit. Fire is slowed down past it, never refused.
    public var requestsPerMinute = 600
    /// Connections at once; more wait until one closes.
    public var connections = 1000
    /// Seconds after which a silent connection is closed.
    public var idleSeconds: Int64 = 75
    /// Bytes of all of a request's header fields.
    public var headerBytes = 16 * 1024
    /// How many days ahead the published rotas are checked.
    public var warningDays = 14
    /// By what month sheets are checked.
    public var checks = CheckRules()
    /// What is set about calls at night.
    public var calls = CallRules()
    /// What the code on a card leads to; nil: the code is the number alone.
    public var publicAddress: PublicAddress?
    /// How an answer to a wrong code is held back: until so many seconds after an instant.
    public var pause: @Sendable (_ seconds: Int, _ since: ContinuousClock.Instant) async throws -> Void = CodeGuard
        .sleep

    /// Whether browsers reach us by https alone.
    var isSecure: Bool { publicAddress?.text.hasPrefix("https:") ?? false }

    public init() {}
}

/// The HTTP side: API, operations.
public enum CardService {
    /// Joins the parts to an application that can be run as a service.
    ///
    /// `onReady` is called with the port once connections are accepted. Throws where a file of the screens cannot be read.
    public static func application(
        _ parts: ServiceParts, limits: ServiceLimits, logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        Application(
            router: try router(parts, limits: limits, logger: logger),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(limits.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
                        maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(limits.host, port: limits.port), serverName: "card-dispatch",
                availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
            onServerRunning: { await onReady($0.localAddress?.port ?? limits.port) },
            eventLoopGroupProvider: .shared(eventLoop),
            logger: logger)
    }

    /// One thread moves all bytes: the work is done elsewhere, and fewer threads change places less often.
    static let eventLoop = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    private static func router(
        _ parts: ServiceParts, limits: ServiceLimits, logger: Logger
    ) throws -> Router<ServiceContext> {
        let metrics = ServiceMetrics(factory: parts.series)
        let gate = Gate(
            source: parts.registers,
            rate: RateRule(perMinute: limits.requestsPerMinute) { holder in
                guard holder.role == .fire else { return }
                metrics.fireOverRate.increment()
                logger.critical("a fire key asks past its limit and is slowed down", metadata: ["key": "\(holder.id)"])
            })
        let announcer = Announcer(audit: parts.audit, clock: parts.clock)
        let lookUp = LookUpRoutes(
            gate: gate, finder: parts.finder, audit: parts.audit, clock: parts.clock, metrics: metrics,
            rules: limits.calls)
        let duty = DutyRoutes(gate: gate, rota: parts.rota, audit: parts.audit, clock: parts.clock)
        let operations = OperationsRoutes(
            audit: parts.audit, clock: parts.clock, metrics: metrics, series: parts.series, probe: parts.probe,
            machineWarnings: { parts.machineWarnings() + parts.people.warnings }, rotaWatch: parts.rotaWatch(limits),
            dueWatch: DueWatch(source: parts.registers, keeping: parts.keeping), noticeWatch: parts.noticeWatch)

        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        let library = try ScreenLibrary()
        router.add(
            middleware: FrontDesk(
                metrics: metrics, isSecure: limits.isSecure,
                pages: FailurePages(library: library, base: limits.publicAddress?.path ?? "")))
        router.get(Route.lookUp.path, use: lookUp.lookUp)
        addSearch(to: router, parts, gate: gate, metrics: metrics)
        router.get(Route.duty.path, use: duty.duty)
        addCards(to: router, parts, gate: gate, announcer: announcer)
        addPrint(to: router, parts, gate: gate, limits: limits)
        addRota(to: router, parts, gate: gate, announcer: announcer, limits: limits)
        addRegisters(to: router, parts, gate: gate, announcer: announcer)
        addCalls(to: router, parts, gate: gate, announcer: announcer, limits: limits)
        addKeeping(to: router, parts, gate: gate, announcer: announcer)
        addLinks(to: router, parts, gate: gate, announcer: announcer, limits: limits)
        addNotices(to: router, parts, gate: gate, announcer: announcer)
        addEvidence(to: router, parts, gate: gate, announcer: announcer)
        addAdministration(to: router, parts, gate: gate, announcer: announcer)
        router.get(Route.openAPI.path, use: operations.openAPI)
        router.get(Route.health.path, use: operations.health)
        router.get(Route.readiness.path, use: operations.readiness)
        router.get(Route.metrics.path, use: operations.metricsText)
        addScreens(to: router, parts, library: library, limits: limits, logger: logger)
        return router
    }
}
