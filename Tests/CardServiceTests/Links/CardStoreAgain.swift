@testable import CardStore

/// The installation's files opened a second time, as a daemon does that was started again.
struct CardStoreAgain {
    let store: CardStore

    init(_ client: Client) throws {
        store = try CardStore(client.files, clock: client.clock.clock)
    }
}
