import CardService
import DutyRota
import EmergencyCards
import Foundation
import FoundationNetworking
import GRDB
import Logging
import ServiceLifecycle
import Synchronization

@testable import CardDispatch
@testable import CardStore

/// An answer as it came over the socket.
struct Answer {
    let status: Int
    let headers: [String: String]
    let body: JSONValue

    /// The last part of a problem's `type`.
    var slug: String? {
        guard case .string(let type) = body["type"] else { return nil }
        return type.split(separator: "/").last.map(String.init)
    }

    /// The fields that a problem names.
    var fields: [String] { body["errors"].items.compactMap { $0["field"].text } }
}

extension JSONValue {
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
}

/// The daemon on the shipped data, on a port of its own, with a clock that is moved by hand.
struct Client: Sendable {
    let base: String
    let keys: [Role: String]
    let store: CardStore
    let clock: MovableClock
    let files: StoreFiles

    /// The bodies of all records, in order.
    func auditBodies() throws -> [String] {
        try StoreFiles.reader(files.audit).read {
            try String.fetchAll($0, sql: "SELECT body FROM record ORDER BY seq")
        }
    }

    func get(_ path: String, as role: Role? = .fire, headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, role.flatMap { keys[$0] }, nil, headers)
    }

    func post(
        _ path: String, _ body: JSONValue? = nil, as role: Role? = .physician, headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send("POST", path, role.flatMap { keys[$0] }, body.map { Array($0.written.utf8) } ?? [], headers)
    }

    func send(
        _ method: String, _ path: String, _ key: String?, _ body: [UInt8]?, _ headers: [String: String] = [:]
    ) async throws -> Answer {
        guard let url = URL(string: base + path) else { throw Refusal(.notFound) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body.map { Data($0) }
        if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw Refusal(.internalError) }
        let fields = response.allHeaderFields.compactMap { name, value in
            (name as? String).flatMap { name in (value as? String).map { (name.lowercased(), $0) } }
        }
        return Answer(
            status: response.statusCode, headers: Dictionary(fields) { first, _ in first },
            body: JSONValue(Array(data)) ?? .string(String(decoding: data, as: UTF8.self)))
    }
}

extension JSONValue {
    /// The value as JSON text.
    var written: String {
        switch self {
        case .null: return "null"
        case .flag(let flag): return flag ? "true" : "false"
        case .number(let number): return "\(number)"
        case .array(let items): return "[" + items.map(\.written).joined(separator: ",") + "]"
        case .object(let members):
            return "{"
                + members.sorted { $0.key < $1.key }.map { JSONValue.string($0).written + ":" + $1.written }.joined(
                    separator: ",") + "}"
        case .string(let text):
            var json = JSONWriter()
            json.string(text)
            return String(decoding: json.bytes, as: UTF8.self)
        }
    }
}

/// A clock that stands until it is moved.
final class MovableClock: Sendable {
    private let time: Mutex<Instant>

    init(_ text: String) {
        time = Mutex((try? Instant(rfc3339: text)) ?? Instant(milliseconds: 0))
    }

    func move(to text: String) {
        guard let instant = try? Instant(rfc3339: text) else { return }
        time.withLock { $0 = instant }
    }

    var clock: EmergencyCards.Clock { EmergencyCards.Clock { [self] in time.withLock { $0 } } }
}

/// Runs the daemon as it is composed for real, and gives a client of it. Both associations are loaded; it is Tuesday 2026-11-24, 22:00.
func withService(
    requestsPerMinute: Int = 0, logger: Logger? = nil, limits change: (inout ServiceLimits) -> Void = { _ in },
    _ body: @Sendable (Client) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("card-service-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    silent.logLevel = .critical
    let logger = logger ?? silent
    let clock = MovableClock("2026-11-24T22:00:00+09:00")
    let installation = try Installation(
        StoreFiles(cards: folder.appendingPathComponent("cards.sqlite").path), clock: clock.clock,
        passwords: Passwords(cost: 4), logger: logger)
    let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Seeds")
    _ = try await installation.store.load(
        SeedFiles.read(seeds.path), options: LoadOptions(actor: "test"), at: clock.clock.now())
    let scopes: [(Role, KeyHolder.Scope)] = [
        (.fire, .installation), (.admin, .installation), (.association, .association("shizuoka")),
        (.physician, .physician("P001")), (.hospital, .hospital("H01")),
    ]
    let keys = try scopes.map { role, scope in
        (role, try installation.store.addKey(role: role, scope: scope, at: clock.clock.now()).key)
    }
    var limits = ServiceLimits()
    limits.port = 0
    limits.requestsPerMinute = requestsPerMinute
    change(&limits)
    let (ports, announce) = AsyncStream.makeStream(of: Int.self)
    let group = try installation.service(limits: limits, logger: logger) { announce.yield($0) }
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        let port = await ports.first { _ in true } ?? 0
        let client = Client(
            base: "http://127.0.0.1:\(port)", keys: Dictionary(uniqueKeysWithValues: keys), store: installation.store,
            clock: clock, files: installation.files)
        do { try await body(client) } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}
