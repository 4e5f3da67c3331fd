import AsyncHTTPClient
import EmergencyCards
import Logging
import ServiceLifecycle

/// Sends what waits in the outboxes, each channel by itself: a gateway that hangs holds up no mail, and neither holds up a look-up.
struct NoticeSending: Service {
    let outboxes: [any Outbox]
    let settings: NoticeSettings
    let clock: Clock
    let logger: Logger

    func run() async throws {
        let client = settings.webhook.map { _ in Webhook.client() }
        await cancelWhenGracefulShutdown {
            await recover()
            await withDiscardingTaskGroup { group in
                for channel in channels(client) {
                    for _ in 0..<channel.atOnce { group.addTask { await work(channel) } }
                }
                group.addTask { await tidy() }
            }
        }
        try await client?.shutdown()
    }

    private func channels(_ client: HTTPClient?) -> [NoticeChannel] {
        let gateway = client.flatMap { client in settings.webhook?.channel(client) }
        return [.log(logger), settings.mail?.channel, gateway, idle].compactMap(\.self)
    }

    /// For what nothing carries: it is never sent, but marked when it has lost its sense.
    private var idle: NoticeChannel? {
        settings.missing.isEmpty ? nil : NoticeChannel(carries: settings.missing, atOnce: 0) { _ in .unknown }
    }

    /// What was being sent when the daemon died goes out again, before anything else does.
    private func recover() async {
        for outbox in outboxes {
            await logged("recovered") { try await outbox.recover(at: clock.now(), settings.rules) }
        }
    }

    /// One hand of a channel: takes what is due, one after the other.
    private func work(_ channel: NoticeChannel) async {
        while !Task.isCancelled {
            var isIdle = true
            for outbox in outboxes {
                guard let delivery = await claim(channel.carries, outbox) else { continue }
                isIdle = false
                await settle(delivery, await send(delivery, by: channel), in: outbox)
            }
            if isIdle { try? await Task.sleep(for: settings.pause) }
        }
    }

    private func claim(_ channels: Set<NoticeAddress.Channel>, _ outbox: any Outbox) async -> Delivery? {
        await logged("claimed") { try await outbox.claim(at: clock.now(), channels: channels, limit: 1).first } ?? nil
    }

    /// Looks at the clock once more: between claiming and sending, too, a notice can lose its sense.
    private func send(_ delivery: Delivery, by channel: NoticeChannel) async -> DeliveryOutcome {
        guard clock.now() < delivery.notice.usefulUntil else { return .tooLate }
        return await channel.send(delivery)
    }

    /// Says what came of it until the file takes it: what is not said is sent twice.
    private func settle(_ delivery: Delivery, _ outcome: DeliveryOutcome, in outbox: any Outbox) async {
        note(delivery, outcome)
        repeat {
            // In a task of its own: it must be said also while the daemon stops.
            let saying = Task { () -> Bool in
                await logged("settled") {
                    try await outbox.settle(delivery.id, outcome, at: clock.now(), settings.rules)
                } != nil
            }
            if await saying.value { return }
            try? await Task.sleep(for: settings.pause)
        } while !Task.isCancelled
    }

    /// Every hour what has been kept long enough goes; every minute what nothing carries is marked when it has lost its sense.
    private func tidy() async {
        var minute = 0
        while !Task.isCancelled {
            for outbox in outboxes {
                if let idle {
                    _ = await logged("claimed") {
                        try await outbox.claim(at: clock.now(), channels: idle.carries, limit: 0)
                    }
                }
                if minute == 0 { await logged("erased") { try await outbox.erase(at: clock.now(), settings.rules) } }
            }
            minute = (minute + 1) % 60
            try? await Task.sleep(for: .seconds(60))
        }
    }

    /// The log names neither recipient nor text.
    private func note(_ delivery: Delivery, _ outcome: DeliveryOutcome) {
        let what: Logger.Metadata = [
            "id": "\(delivery.id)", "kind": "\(delivery.notice.kind.rawValue)",
            "channel": "\(delivery.address.channel.rawValue)",
        ]
        switch outcome {
        case .confirmed: logger.info("a notice was sent", metadata: what)
        case .temporary(let fault, _):
            logger.warning("a notice could not be sent yet", metadata: what.merging(["fault": "\(fault)"]) { $1 })
        case .permanent(let fault):
            logger.error("a notice cannot be sent", metadata: what.merging(["fault": "\(fault)"]) { $1 })
        case .tooLate, .unknown: logger.warning("a notice was not sent", metadata: what)
        }
    }

    /// nil where the file did not do it, which is logged.
    @discardableResult
    private func logged<Value: Sendable>(
        _ deed: String, _ body: @Sendable () async throws -> Value
    ) async -> Value? {
        do {
            return try await body()
        } catch {
            if !Task.isCancelled {
                logger.error("notices cannot be \(deed)", metadata: ["error": "\(type(of: error))"])
            }
            return nil
        }
    }
}
