import EmergencyCards
import Logging
import ServiceLifecycle

/// Looks at the open calls once a second, so that another plan is kept from its boundary on and a rehearsal ends after its hour, also while
/// nobody looks.
struct CallWatch: Service {
    let keeping: CallKeeping
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isWell = true
            while !Task.isCancelled {
                let went = await refresh()
                if isWell, !went { logger.error("open calls cannot be looked at") }
                isWell = went
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Gives false where a call could not be read or written. One that cannot, such as one whose card is gone, keeps none of the others waiting.
    func refresh() async -> Bool {
        var went = true
        for isRehearsal in [false, true] {
            var question = CallQuestion()
            question.onlyOpen = true
            question.rehearsals = isRehearsal
            question.limit = 10_000
            do {
                for call in try keeping.calls.calls(question) {
                    do { _ = try await keeping.current(call) } catch { went = false }
                }
            } catch { went = false }
        }
        return went
    }
}
