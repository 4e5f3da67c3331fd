import AsyncHTTPClient
public import EmergencyCards

extension NoticeSettings {
    /// Sends one notice at once, past every outbox: to try out whether an address is reached. nil: nothing carries its channel.
    public func sendNow(_ delivery: Delivery) async throws -> DeliveryOutcome? {
        switch delivery.address.channel {
        case .email: return await mail?.send(delivery)
        case .sms, .fax:
            guard let webhook else { return nil }
            let client = Webhook.client()
            let outcome = await webhook.send(delivery, client)
            try await client.shutdown()
            return outcome
        case .log: return nil
        }
    }
}
