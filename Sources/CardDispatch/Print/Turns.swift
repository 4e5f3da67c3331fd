/// Lets so many do something at once; others wait in the order in which they came.
actor Turns {
    private var free: Int
    private let room: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int, waiting room: Int) {
        free = count
        self.room = room
    }

    /// Comes back when it is the caller's turn, who then has to ``give()`` it back. Throws ``BrowserFault/busy`` where too many wait.
    func take() async throws(BrowserFault) {
        guard free == 0 else {
            free -= 1
            return
        }
        guard waiting.count < room else { throw .busy }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// How many wait.
    var waitingCount: Int { waiting.count }

    func give() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        free += 1
    }
}
