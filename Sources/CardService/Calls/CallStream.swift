import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// Server-sent events of one call (WHATWG HTML, 9.2): the whole call, whenever it is no longer what was sent last.
///
/// The first event is always the present state, so whoever was cut off has missed nothing once they are back.
struct CallStream: Sendable {
    let reading: CallReadRoutes
    let listeners: Listeners

    /// How often a listener looks. A change made on any node's desk, by time or by the registers, is seen by looking alone.
    private static let interval: Duration = .milliseconds(300)
    /// A comment goes out after so long a silence: proxies keep the connection, and whoever has gone is noticed.
    private static let silence: Duration = .seconds(15)

    func events(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await reading.gate.caller(request, context)
        try caller.access.mayReadCalls()
        _ = try Query(request, allowed: [])
        let id = CallID(context.part("id"))
        let call = try await reading.known(id, caller)
        guard let place = listeners.place() else { throw Refusal(.unavailable) }
        await reading.record(id, call, caller, isLive: true)
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: ResponseBody { writer in
                try await send(call, caller, to: &writer)
                try await writer.finish(nil)
                withExtendedLifetime(place) {}
            })
    }

    private func send(_ call: Call, _ caller: Caller, to writer: inout any ResponseBodyWriter) async throws {
        var (call, sent, sentAt) = (call, [UInt8](), ContinuousClock.now)
        try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
        while !Task.isCancelled, !Task.isShuttingDownGracefully, reading.gate.isLetIn(caller) {
            // Where the desk's file is ill for a moment the listener stays with what it has.
            if let json = try? reading.keeping.view(call).json.bytes, json != sent {
                let tag = EntityTag(content: json).text.filter { $0 != "\"" }
                try await writer.write(
                    ByteBuffer(bytes: Array("id: \(tag)\nevent: call\ndata: ".utf8) + json + Array("\n\n".utf8)))
                (sent, sentAt) = (json, .now)
            } else if ContinuousClock.now - sentAt >= Self.silence {
                try await writer.write(ByteBuffer(string: ":\n\n"))
                sentAt = .now
            }
            try await Task.sleep(for: Self.interval)
            if let latest = try? reading.keeping.calls.call(call.id) {
                call = (try? await reading.keeping.current(latest)) ?? latest
            }
        }
    }
}

/// How many listen: each holds a connection, and look-ups must not wait for one.
final class Listeners: Sendable {
    /// A listener's place, as long as anybody holds it: a HEAD is answered without a body and never comes to listen.
    final class Place: Sendable {
        private let listeners: Listeners

        fileprivate init(_ listeners: Listeners) {
            self.listeners = listeners
        }

        deinit {
            listeners.taken.withLock { $0 -= 1 }
        }
    }

    private let taken = Mutex(0)
    private let maximum: Int

    init(maximum: Int) {
        self.maximum = maximum
    }

    /// A place for one more; nil: all are taken, and polling must do.
    func place() -> Place? {
        taken.withLock { taken in
            guard taken < maximum else { return nil }
            taken += 1
            return Place(self)
        }
    }
}
