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

    /// Gives false where a call could not be read or written.
    private func refresh() async -> Bool {
        do {
            for isRehearsal in [false, true] {
                var question = CallQuestion()
                question.onlyOpen = true
                question.rehearsals = isRehearsal
                question.limit = 10_000
                for call in try keeping.calls.calls(question) { _ = try await keeping.current(call) }
            }
            return true
        } catch { return false }
    }
}
