import EmergencyCards
import Hummingbird

/// Until when the hospital takes nobody, and that it takes patients again.
struct HospitalFullScreens: Sendable {
    let desk: HospitalDeskScreens

    func say(_ visit: DeskVisit) async throws -> Response {
        let until = visit.form["until"].map { JSONValue.string(Self.instant($0)) } ?? .null
        let wish = JSONValue.object([
            "until": until, "reason": visit.form["reason"].map(JSONValue.string) ?? .null,
        ])
        do {
            _ = try await visit.ask(.post, .hospitalFull, ["hospital": visit.speaksFor], wish)
        } catch let refused as Refused where refused.isAboutForm {
            return try await desk.home(visit, full: refused)
        }
        return visit.go(to: "/hospital", done: "hospitalFull")
    }

    func lift(_ visit: DeskVisit) async throws -> Response {
        _ = try await visit.ask(
            .delete, .hospitalFullMark, ["hospital": visit.speaksFor, "id": visit.part("id")],
            query: [("reason", visit.words["hospital.full.liftReason"])])
        return visit.go(to: "/hospital", done: "hospitalOpen")
    }

    /// What a browser's field of date and time says, as an instant in Japan; anything else as it is, for the API to say so.
    private static func instant(_ text: String) -> String {
        let parts = text.split(separator: "T")
        guard parts.count == 2, parts[1].count == 5 || parts[1].count == 8 else { return text }
        return text + (parts[1].count == 5 ? ":00" : "") + "+09:00"
    }
}
