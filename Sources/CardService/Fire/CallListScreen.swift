import DutyRota
import EmergencyCards
import Hummingbird

/// The calls of the room: those that are open, and those that can still be opened again.
struct CallListScreen: Sendable {
    private static let refresh = 15
    /// A call can be opened again so long after its end, and may have begun a good while before that.
    private static let back: Int64 = 48 * 3_600_000

    func list(_ visit: DeskVisit) async throws -> Response {
        let now = visit.desk.clock.now()
        let names = try await visit.ask(.get, .associations).json["associations"].elements.reduce(
            into: [String: String]()
        ) { $0[$1["id"].text ?? ""] = $1["name"].text }
        let from = now.adding(milliseconds: -Self.back).rfc3339
        var (open, ended): ([JSONValue], [JSONValue]) = ([], [])
        for rehearsal in ["false", "true"] {
            open += try await visit.ask(.get, .calls, query: [("open", "true"), ("rehearsal", rehearsal)]).json["calls"]
                .elements
            ended += try await visit.ask(.get, .calls, query: [("from", from), ("rehearsal", rehearsal)]).json["calls"]
                .elements
        }
        let view = CallListView(names: names, at: now, words: visit.words)
        let rows = (open.map(view.row), ended.filter(view.isRecent).map(view.row))
        return try visit.screen(
            "fire/calls",
            [
                "open": rows.0.isEmpty ? nil : ["list": rows.0] as Shown, "isEmpty": rows.0.isEmpty,
                "ended": rows.1.isEmpty ? nil : ["list": rows.1] as Shown,
            ], refresh: Self.refresh)
    }
}

/// A call as a line of the list.
struct CallListView {
    let names: [String: String]
    let now: Instant
    let words: ScreenWords

    init(names: [String: String], at now: Instant, words: ScreenWords) {
        (self.names, self.now, self.words) = (names, now, words)
    }

    /// Whether a call ended within the last day.
    func isRecent(_ call: JSONValue) -> Bool {
        guard let text = call["closed"]["at"].text, let at = try? Instant(rfc3339: text) else { return false }
        return at.adding(milliseconds: 24 * 3_600_000) >= now
    }

    func row(_ call: JSONValue) -> Shown {
        let association = call["association"].text ?? ""
        return [
            "id": call["id"].text, "card": call["card"].text, "colour": call["colour"].text,
            "colourName": words["common.\(call["colour"].text ?? "")"],
            "association": names[association] ?? association,
            "state": words["fire.state.\(call["state"].text ?? "")"], "isRehearsal": call["rehearsal"] == .flag(true),
            "opened": NightText.dayAndClock(call["openedAt"]),
            "age": NightText.age(since: call["openedAt"], at: now, words),
            "attempts": words["fire.calls.attempts", ["count": "\(call["attempts"].whole ?? 0)"]],
            "isComing": !call["accepted"].elements.isEmpty,
            "ended": NightText.dayAndClock(call["closed"]["at"]),
            "outcome": call["closed"]["outcome"].text.map { words["fire.ending.\($0)"] },
        ]
    }
}
