import DutyRota
import EmergencyCards
import Logging
import ServiceLifecycle

/// Says in the log, at the start and every morning, what the published rotas lack in the days ahead: somebody may not look at a warning
/// that nobody raises. The log names no person.
struct DailyRotaCheck: Service {
    let watch: RotaWatch
    let clock: Clock
    let logger: Logger

    /// When the office opens, in Japan.
    private static let hour = 9

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var next = clock.now()
            while !Task.isCancelled {
                if clock.now() >= next {
                    check()
                    next = Self.morning(after: clock.now())
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    private func check() {
        do {
            for finding in try watch.findings(at: clock.now()) {
                logger.warning(
                    "the rota needs somebody",
                    metadata: [
                        "association": "\(finding.association.id)", "kind": "\(finding.kind.rawValue)",
                        "count": "\(finding.count)", "first": "\(finding.first?.description ?? "-")",
                    ])
            }
        } catch {
            logger.error("the rota could not be checked", metadata: ["error": "\(type(of: error))"])
        }
    }

    private static func morning(after now: Instant) -> Instant {
        let today = now.day.at(minutes: hour * 60)
        return now < today ? today : now.day.adding(1).at(minutes: hour * 60)
    }
}
