import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// What the office finds in the morning: what the night brought, what needs doing, what the rota lacks.
struct OfficeTodayScreens: Sendable {
    let clock: Clock

    func show(_ visit: DeskVisit) async throws -> Response {
        let own = visit.ownAssociation
        let view = OfficeTodayView(
            text: visit.officeText, today: clock.now().day,
            warnings: try await visit.ask(.get, .warnings, own).json,
            counts: try await visit.ask(.get, .associationCardCounts, own).json,
            morning: try await visit.ask(.get, .associationMorning, own).json,
            unavailable: try await visit.ask(.get, .unavailabilities, own).json,
            absences: try await visit.ask(.get, .absences, own).json,
            dead: try await visit.ask(.get, .notices, query: [("state", "dead")]).json,
            names: try await visit.physicianNames())
        return try visit.screen("office/today", view.shown)
    }
}
