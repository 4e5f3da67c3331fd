import CardStore
import DutyRota
import EmergencyCards
import Logging
import ServiceLifecycle

/// Counts what the record of who looked tells, and tells those whom it concerns; off every answer's path, some records at a time.
struct Gathering: Service {
    let gatherer: Gatherer
    let clock: Clock
    let logger: Logger

    /// Between two looks at the record.
    private static let pause = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isWell = true
            while !Task.isCancelled {
                do {
                    try await gather()
                    isWell = true
                } catch {
                    // An ill file stays so for a while: it is said once. Who stops meanwhile has no fault.
                    if isWell, !Task.isCancelled {
                        logger.error("nothing is counted", metadata: ["error": "\(type(of: error))"])
                    }
                    isWell = false
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func gather() async throws {
        var goesOn = true
        while goesOn, !Task.isCancelled {
            let step = try await gatherer.step(at: clock.now())
            if step.isReplaced {
                logger.critical(
                    "the audit record is not the one that was counted before: its end was cut off, or it was replaced")
            }
            goesOn = step.goesOn
            // A long record is read over a while, so that whoever looks a card up has the processor.
            if goesOn { try await Task.sleep(for: .milliseconds(50)) }
        }
        try await gatherer.settleLookUps(at: clock.now())
        try await gatherer.summarizeMorning(at: clock.now())
    }
}
