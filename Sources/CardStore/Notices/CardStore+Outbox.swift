public import EmergencyCards
import GRDB

extension CardStore: NoticePost {
    /// What goes out from this node: first what was done at night, then what became of registers and rota.
    public var outboxes: [any Outbox] {
        [night.map { FileOutbox(writer: $0.writer, readers: $0.readers) }, outbox].compactMap(\.self)
    }

    /// Of the registers' file.
    var outbox: FileOutbox { FileOutbox(writer: writer, readers: readers) }

    public func post(_ deliveries: [Delivery]) async throws {
        guard !deliveries.isEmpty else { return }
        try await writer.write { database in
            for delivery in deliveries { try delivery.enqueue(database) }
        }
    }
}
