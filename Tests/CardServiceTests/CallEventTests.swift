import EmergencyCards
import Foundation
import FoundationNetworking
import Synchronization
import Testing

@testable import CardStore

@Suite("A call seen live", .timeLimit(.minutes(5)))
struct CallEventTests {
    @Test("The first event is the present state; what another does, what time does and what is said elsewhere follow")
    func changes() async throws {
        try await withService { client in
            let opened = try await client.open(ownGreen)
            let listener = try Listener(client, opened.call, key: client.keys[.fire])
            var events = listener.events.makeAsyncIterator()
            #expect(await events.next()?["id"].text == opened.call)
            _ = try await client.attempt(opened.call, "attending:P001", .noAnswer)
            #expect(await events.next()?["next"].text == "nurse")
            client.clock.move(to: "2026-11-24T22:01:00+09:00")
            #expect(await events.next()?["lit"].items.first?["over"] == .flag(true))
            let duty = try #require(opened.step(.dutyPhysician)?["physicianId"].text)
            let mark: JSONValue = ["physician": .string(duty), "area": "aoi", "reason": "急病"]
            #expect(
                try await client.post("/api/v1/associations/shizuoka/rota/unavailable", mark, as: .fire).status == 201)
            let changed = await events.next()
            let step = changed?["plan"].items.first { $0["physicianId"].text == duty }
            #expect(step?["status"].text != "callable")
            #expect(changed?["changes"].items.count == 1)
        }
    }

    @Test("A key that is revoked ends its stream")
    func revoked() async throws {
        try await withService { client in
            let call = try await client.open(ownGreen).call
            let made = try client.store.addKey(role: .fire, scope: .installation, at: client.clock.clock.now())
            let listener = try Listener(client, call, key: made.key)
            var events = listener.events.makeAsyncIterator()
            #expect(await events.next() != nil)
            #expect(try client.store.revokeKey(made.holder.id, at: client.clock.clock.now()))
            #expect(await events.next() == nil)
        }
    }

    @Test("A person's screen goes on listening, and hears no more once they have logged out")
    func person() async throws {
        try await withService { client in
            let call = try await client.open(ownGreen).call
            let desk = try await client.signIn(.fire)
            let listener = try Listener(client, "/fire/calls/\(call)/events", ["Cookie": desk.cookie])
            var events = listener.events.makeAsyncIterator()
            #expect(await events.next()?["id"].text == call)
            _ = try await client.attempt(call, "attending:P001", .noAnswer)
            #expect(await events.next()?["next"].text == "nurse")
            _ = try await desk.post("/logout")
            #expect(await events.next() == nil)
        }
    }
}

/// Somebody who listens to a call, as a browser would.
private final class Listener: NSObject, URLSessionDataDelegate, Sendable {
    /// The calls that came.
    let events: AsyncStream<JSONValue>
    private let received = Mutex([UInt8]())
    private let arrived: AsyncStream<JSONValue>.Continuation

    convenience init(_ client: Client, _ call: String, key: String?) throws {
        guard let key else { throw Refusal(.notFound) }
        try self.init(client, "/api/v1/calls/\(call)/events", ["Authorization": "Bearer \(key)"])
    }

    init(_ client: Client, _ path: String, _ headers: [String: String]) throws {
        (events, arrived) = AsyncStream.makeStream(of: JSONValue.self)
        super.init()
        guard let url = URL(string: client.base + path) else { throw Refusal(.notFound) }
        var request = URLRequest(url: url)
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil).dataTask(with: request).resume()
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let blocks = received.withLock { bytes in
            bytes += data
            let text = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n\n")
            bytes = Array((text.last ?? "").utf8)
            return text.dropLast()
        }
        for line in blocks.flatMap({ $0.split(separator: "\n") }) where line.hasPrefix("data: ") {
            if let value = JSONValue(Array(line.dropFirst(6).utf8)) { arrived.yield(value) }
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        arrived.finish()
    }
}
