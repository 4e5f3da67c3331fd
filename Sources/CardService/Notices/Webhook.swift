import AsyncHTTPClient
import DutyRota
public import EmergencyCards
import Hummingbird
import NIOCore
import NIOHTTP1

/// One gateway for SMS and fax, told by signed requests what to send to whom.
public struct Webhook: Sendable {
    let address: WebhookAddress
    let signature: WebhookSignature
    let clock: Clock
    /// How long a request may take.
    let limit: TimeAmount

    public init(address: WebhookAddress, signature: WebhookSignature, clock: Clock, limitSeconds: Int64 = 10) {
        self.address = address
        self.signature = signature
        self.clock = clock
        limit = .seconds(limitSeconds)
    }

    /// A client that follows nobody elsewhere; only made where there is a gateway.
    static func client() -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(10))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4
        configuration.httpVersion = .http1Only
        return HTTPClient(eventLoopGroup: CardService.eventLoop, configuration: configuration)
    }

    func channel(_ client: HTTPClient) -> NoticeChannel {
        NoticeChannel(carries: [.sms, .fax], atOnce: 4) { await send($0, client) }
    }

    func send(_ delivery: Delivery, _ client: HTTPClient) async -> DeliveryOutcome {
        do {
            // The head says it all; nothing is read of the body, whatever it is.
            let response = try await client.execute(request(delivery), timeout: limit)
            return Self.outcome(response.status.code, retryAfter: response.headers.first(name: "retry-after"))
        } catch is CancellationError {
            return .unknown
        } catch let error as HTTPClientError where error == .cancelled {
            return .unknown
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            return .temporary("timeout")
        } catch {
            return .temporary("no-connection")
        }
    }

    /// What a status says. `retryAfter`: seconds; a date is left to our own back-off.
    static func outcome(_ status: UInt, retryAfter: String?) -> DeliveryOutcome {
        let wait = retryAfter.flatMap { Int64($0) }.flatMap { $0 >= 0 && $0 <= 86_400 ? $0 * 1000 : nil }
        return switch status {
        case 200..<300: .confirmed
        case 408, 425, 429, 500...: .temporary("http-\(status)", retryAfter: wait)
        default: .permanent("http-\(status)")
        }
    }

    private func request(_ delivery: Delivery) -> HTTPClientRequest {
        let body = Self.body(delivery)
        let seconds = clock.now().milliseconds / 1000
        var request = HTTPClientRequest(url: address.text)
        request.method = .POST
        request.headers.add(contentsOf: [
            "content-type": "application/json", "user-agent": "card-dispatch", "webhook-id": delivery.id,
            "webhook-timestamp": "\(seconds)",
            "webhook-signature": signature.signature(id: delivery.id, seconds: seconds, body: body),
        ])
        request.body = .bytes(ByteBuffer(bytes: body))
        return request
    }

    /// `timestamp` is when the notice was made: the same at every try.
    static func body(_ delivery: Delivery) -> [UInt8] {
        let (notice, address) = (delivery.notice, delivery.address)
        var json = JSONWriter()
        json.object { json in
            json.member("type", "notice.\(address.channel.rawValue)")
            json.member("timestamp", notice.madeAt.rfc3339)
            json.member(
                "data",
                object: { json in
                    json.member("to", address.target)
                    json.member("subject", notice.subject)
                    json.member("text", notice.text)
                    json.member("kind", notice.kind.rawValue)
                    json.member("rehearsal", notice.isRehearsal)
                })
        }
        return json.bytes
    }
}
