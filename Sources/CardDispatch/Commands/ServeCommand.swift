import ArgumentParser
import CardService
import CardStore
import Configuration
import EmergencyCards
import Foundation
import Logging
import ServiceLifecycle

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Runs the daemon.",
        discussion: """
            Answers on 127.0.0.1:8080 unless told otherwise; a proxy in front of it speaks TLS. SIGTERM stops it: answers under way are \
            finished first. Every option can also be set in the environment: CARD_DISPATCH_HOST, CARD_DISPATCH_PORT, \
            CARD_DISPATCH_AUDIT_OVERFLOW, CARD_DISPATCH_REQUESTS_PER_MINUTE, CARD_DISPATCH_WARNING_DAYS, CARD_DISPATCH_BROWSER, \
            CARD_DISPATCH_PUBLIC_ADDRESS, CARD_DISPATCH_RING_SECONDS, CARD_DISPATCH_SENDMAIL, CARD_DISPATCH_MAIL_FROM, \
            CARD_DISPATCH_WEBHOOK, CARD_DISPATCH_LOG_LEVEL. The secret of the webhook is set there alone: \
            CARD_DISPATCH_WEBHOOK_SECRET.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var serving: ServingOptions
    @OptionGroup var notices: NoticeOptions

    func run() async throws {
        let logger = try serving.logger()
        let limits = try serving.limits()
        let printer = try serving.printer()
        let notices = try notices.notices()
        guard let lock = try FileLock(store.files) else { throw refuse(FileLock.heldElsewhere(store.files)) }
        let installation = try Installation(
            store.files, auditOverflow: serving.auditOverflow ?? Settings().text("auditOverflow"), logger: logger)
        if try installation.store.isEmpty() { logger.warning("nothing is loaded yet: card-dispatch load DIR") }
        let group = try installation.service(limits: limits, notices: notices, printer: printer, logger: logger) {
            port in
            logger.notice("ready", metadata: ["address": "\(limits.host):\(port)"])
        }
        try await group.run()
        withExtendedLifetime(lock) {}
    }
}

/// How the daemon listens and logs.
struct ServingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The address to listen on. Default: 127.0.0.1.", valueName: "address"))
    var host: String?

    @Option(help: ArgumentHelp("The port to listen on; 0 takes any that is free. Default: 8080.", valueName: "number"))
    var port: Int?

    @Option(
        help: ArgumentHelp(
            "Where records of look-ups go while their own disk stalls; best on another disk. Default: audit-overflow.jsonl beside it.",
            valueName: "path"))
    var auditOverflow: String?

    @Option(
        help: ArgumentHelp(
            "How often one key may ask; 0 sets no limit. Fire is slowed down past it, never refused. Default: 600.",
            valueName: "number"))
    var requestsPerMinute: Int?

    @Option(
        help: ArgumentHelp(
            "How many days ahead the published rotas are checked, 1 to 400. Default: 14.", valueName: "days"))
    var warningDays: Int?

    @Option(
        help: ArgumentHelp(
            "The Chromium, or one of its kin, that makes PDF files of cards; none: cards print as HTML alone. Default: the first one on PATH.",
            valueName: "path"))
    var browser: String?

    @Option(
        help: ArgumentHelp(
            "Where people outside reach this daemon, such as https://cards.example.jp: what the code on a card leads to. Default: the code holds the number alone.",
            valueName: "address"))
    var publicAddress: String?

    @Option(
        help: ArgumentHelp(
            "trace, debug, info (a line for each request), notice, warning, error or critical. Default: notice.",
            valueName: "level"))
    var logLevel: String?

    @Option(
        help: ArgumentHelp(
            "How long a call rings before the next step, in seconds by kind, 10 to 600: gp (physicians whom the card names, nurses), duty, hospital, contact. Default: gp=60,duty=120,hospital=90,contact=60.",
            valueName: "kind=seconds,…"))
    var ringSeconds: String?

    func limits() throws -> ServiceLimits {
        let settings = Settings()
        var limits = ServiceLimits()
        limits.host = host ?? settings.text("host") ?? limits.host
        limits.port = try port ?? settings.number("port") ?? limits.port
        limits.requestsPerMinute =
            try requestsPerMinute ?? settings.number("requestsPerMinute") ?? limits.requestsPerMinute
        guard (0...65_535).contains(limits.port) else { throw ValidationError("--port: 0から65535の間で指定してください。") }
        guard limits.requestsPerMinute >= 0 else { throw ValidationError("--requests-per-minute: 0以上で指定してください。") }
        limits.warningDays = try warningDays ?? settings.number("warningDays") ?? limits.warningDays
        guard (1...400).contains(limits.warningDays) else {
            throw ValidationError("--warning-days: 1から400の間で指定してください。")
        }
        if let text = ringSeconds ?? settings.text("ringSeconds") {
            guard limits.calls.setRingSeconds(text) else {
                throw ValidationError("--ring-seconds: gp=60,duty=120,hospital=90,contact=60 の形で、10から600の間で指定してください。")
            }
        }
        if let text = publicAddress ?? settings.text("publicAddress") {
            guard let address = PublicAddress(text) else {
                throw ValidationError("--public-address: https://cards.example.jp の形で、60文字以内で指定してください。")
            }
            limits.publicAddress = address
        }
        return limits
    }

    /// What makes PDF files of pages; nil where nothing does.
    func printer() throws -> PagePrinter? {
        switch browser ?? Settings().text("browser") {
        case nil: return Browser.found(in: ProcessInfo.processInfo.environment["PATH"] ?? "").map(PagePrinter.browser)
        case "none": return nil
        case let path?:
            guard let browser = Browser(path: path) else {
                throw ValidationError("--browser: \(path) は実行できません。絶対パスか none を指定してください。")
            }
            return .browser(browser)
        }
    }

    /// A logger to standard error.
    func logger() throws -> Logger {
        let name = logLevel ?? Settings().text("logLevel") ?? "notice"
        guard let level = Logger.Level(rawValue: name) else {
            throw ValidationError(
                "--log-level: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")) のどれかです。")
        }
        var logger = Logger(label: "card-dispatch") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
