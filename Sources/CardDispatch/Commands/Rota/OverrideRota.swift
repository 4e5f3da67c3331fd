import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards

/// A call of a place, as it is named on a command line.
struct CallOptions: ParsableArguments {
    @Option(help: "The duty date, such as 2026-11-24: also for the hours after midnight.")
    var date: String

    @Option(help: "The slot's name.")
    var slot: String

    @Option(help: "The area's identifier or name; left out: a place of the whole association.")
    var area: String?

    @Option(help: "1 or 2: which call.")
    var call = 1

    func place(_ opened: OpenRota) throws -> Place.Key {
        guard let date = Day(date) else { throw ValidationError("--date は 2026-11-24 の形で指定してください。") }
        return Place.Key(dutyDate: date, slot: slot, area: try opened.area(area))
    }

    func order() throws -> CallOrder {
        guard let order = CallOrder(rawValue: call) else { throw ValidationError("--call は 1 か 2 です。") }
        return order
    }
}

struct OverrideRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: "Puts somebody else on a call of a published place, or takes somebody off duty.",
        discussion: "Without --from and --to: the whole slot, or the rest of it once it has begun.")

    @OptionGroup var rota: RotaOptions
    @OptionGroup var on: CallOptions

    @Option(help: "Whom it replaces; left out where the call is empty.")
    var replaces: String?

    @Option(help: "Who is on duty instead; left out: nobody.")
    var physician: String?

    @Option(help: "From when, such as 2026-11-24T20:00+09:00.")
    var from: String?

    @Option(help: "Until when.")
    var to: String?

    @Flag(help: "From the slot's start although it has begun: a correction of who was on duty.")
    var fromSlotStart = false

    @Option(help: "Why.")
    var reason: String

    func run() async throws {
        let opened = try rota.open()
        let request = OverrideRequest(
            place: try on.place(opened), order: try on.order(), replaces: replaces.map { PhysicianID($0) },
            start: try instant(from, "--from"), end: try instant(to, "--to"),
            fromSlotStart: fromSlotStart, physician: physician.map { PhysicianID($0) }, reason: reason)
        try await refusing {
            let made = try await opened.change(.rotaOverride) {
                try $0.overriding(request, id: UUIDv7.make(at: $0.now, randomness: .system))
            }
            made.say()
        }
    }

    private func instant(_ text: String?, _ option: String) throws -> Instant? {
        guard let text else { return nil }
        guard let instant = try? Instant(rfc3339: text) else {
            throw ValidationError("\(option): " + Refusal(.malformedTime).title)
        }
        return instant
    }
}

struct ExchangeRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange", abstract: "Exchanges the duty of two physicians, as one act.",
        discussion:
            "Each side is DATE:SLOT:AREA:CALL:PHYSICIAN, such as 2026-12-05:土曜:aoi:1:P017; the area 全域 is the whole association."
    )

    @OptionGroup var rota: RotaOptions

    @Option(help: "One side.")
    var one: String

    @Option(help: "The other side.")
    var other: String

    @Option(help: "Why.")
    var reason: String

    func run() async throws {
        let opened = try rota.open()
        let request = ExchangeRequest(
            one: try side(one, opened, "--one"), other: try side(other, opened, "--other"), reason: reason)
        try await refusing {
            let made = try await opened.change(.rotaExchange) { desk in
                let ids = (0..<3).map { _ in UUIDv7.make(at: desk.now, randomness: .system) }
                return try desk.exchanging(request, id: ids[0], overrideIDs: (ids[1], ids[2]))
            }
            made.say()
        }
    }

    private func side(_ text: String, _ opened: OpenRota, _ option: String) throws -> ExchangeRequest.Side {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let date = Day(parts[0]), let order = Int(parts[3]).flatMap(CallOrder.init) else {
            throw ValidationError("\(option): 日付:枠:地区:1か2:医師 の形で指定してください。")
        }
        return ExchangeRequest.Side(
            place: Place.Key(dutyDate: date, slot: parts[1], area: try opened.area(parts[2])), order: order,
            physician: PhysicianID(parts[4]))
    }
}

struct LiftRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lift",
        abstract: "Takes an override back, or both halves of an exchange: what lay beneath shows again.")

    @OptionGroup var rota: RotaOptions

    @Argument(help: "The identifier of the override or exchange.")
    var id: String

    @Option(help: "Why.")
    var reason: String

    func run() async throws {
        let opened = try rota.open()
        try await refusing {
            let made = try await opened.change(.rotaLift) { try $0.lifting(id, reason: reason) }
            made.say()
        }
    }
}

extension OverrideMade {
    /// Prints the identifiers, and says what must be known of it.
    fileprivate func say() {
        for override in overrides { print(override.exchange ?? override.id) }
        if isUrgent { printError("24時間以内の変更です。消防と当番医に知らせてください。") }
        if isCorrection { printError("終わった当番の訂正として記録しました。") }
        for warning in warnings { printError(warning.message) }
    }
}
