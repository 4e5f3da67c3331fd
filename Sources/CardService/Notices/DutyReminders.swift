import DutyRota
import EmergencyCards
import Logging
import ServiceLifecycle

/// Tells everybody at 17:00 who is on duty the day after. A daemon that is started later that evening catches up; nobody is told twice.
struct DutyReminders: Service {
    let source: any RegisterSource
    let post: any NoticePost
    let clock: Clock
    let logger: Logger

    /// In Japan.
    private static let hour = 17

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var told: Day?
            while !Task.isCancelled {
                let now = clock.now()
                if now >= now.day.at(minutes: Self.hour * 60), told != now.day, await remind(at: now) {
                    told = now.day
                }
                try? await Task.sleep(for: .seconds(30))
            }
        }
    }

    /// Whether it was done.
    func remind(at now: Instant) async -> Bool {
        do {
            let registers = try source.registers()
            let notices = registers.associations.flatMap { association in
                registers.books[association.id].map { RotaNotices.tomorrow($0, at: now) } ?? []
            }
            try await post.post(registers.deliveries(of: notices, randomness: .system))
            return true
        } catch {
            logger.error("tomorrow's duty cannot be told", metadata: ["error": "\(type(of: error))"])
            return false
        }
    }
}
