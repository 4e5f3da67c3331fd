import DutyRota
import EmergencyCards
import Logging
import ServiceLifecycle

/// Says in the log, at the start and every morning, what the published rotas lack in the days ahead: somebody may not look at a warning
/// that nobody raises. The log names no person.
struct DailyRotaCheck: Service {
    let watch: RotaWatch
    let post: any NoticePost
    let clock: Clock
    let logger: Logger

    /// When the office opens, in Japan.
    private static let hour = 9

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var next = clock.now()
            while !Task.isCancelled {
                // What fails is tried again a minute later: a day's word must not be lost.
                if clock.now() >= next, await check() { next = Self.morning(after: clock.now()) }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// False where it could not be done.
    private func check() async -> Bool {
        do {
            let findings = try watch.findings(at: clock.now())
            for finding in findings {
                logger.warning(
                    "the rota needs somebody",
                    metadata: [
                        "association": "\(finding.association.id)", "kind": "\(finding.kind.rawValue)",
                        "count": "\(finding.count)", "first": "\(finding.first?.description ?? "-")",
                    ])
            }
            try await tell(findings)
            return true
        } catch {
            logger.error("the rota could not be checked", metadata: ["error": "\(type(of: error))"])
            return false
        }
    }

    /// Tells each association of the hours that nobody holds and of months that are not published, once a day and not before the office opens.
    private func tell(_ findings: [RotaWatch.Finding]) async throws {
        let now = clock.now()
        guard now >= now.day.at(minutes: Self.hour * 60) else { return }
        let notices = findings.compactMap { finding -> Notice? in
            guard let first = finding.first else { return nil }
            switch finding.kind {
            case .gap: return RotaNotices.gaps(finding.count, first: first, in: finding.association, at: now)
            case .unpublished: return RotaNotices.unpublished(from: first, in: finding.association, at: now)
            default: return nil
            }
        }
        try await post.post(try watch.source.registers().deliveries(of: notices, randomness: .system))
    }

    private static func morning(after now: Instant) -> Instant {
        let today = now.day.at(minutes: hour * 60)
        return now < today ? today : now.day.adding(1).at(minutes: hour * 60)
    }
}
