import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// One call of a month in force: what the sheet says, what lies over it, and what can be done about it.
struct CellScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response { try await show(visit, refused: nil) }

    /// Somebody else takes the call, or a part of it.
    func override(_ visit: DeskVisit) async throws -> Response {
        try await done(visit, "rotaOverridden") { place in
            var wish = place.document
            wish["replaces"] = visit.form["replaces"].map(JSONValue.string) ?? .null
            wish["physician"] = visit.form["physician"].flatMap { $0 == Self.nobody ? nil : .string($0) } ?? .null
            guard visit.form["physician"] != nil else { throw Missing(field: "physician") }
            wish["reason"] = .string(visit.form["reason"] ?? "")
            wish["start"] = visit.form["start"].map { .string(Self.instant($0)) } ?? .null
            wish["end"] = visit.form["end"].map { .string(Self.instant($0)) } ?? .null
            wish["fromSlotStart"] = .flag(visit.form["fromSlotStart"] != nil)
            _ = try await visit.askRota(.post, .overrides, body: .object(wish))
        }
    }

    /// Two take each other's duty.
    func exchange(_ visit: DeskVisit) async throws -> Response {
        try await done(visit, "rotaExchanged") { place in
            guard let other = HeldCall(visit.form["other"] ?? "") else { throw Missing(field: "other") }
            var one = place.document
            one["physician"] = .string(visit.form["mine"] ?? "")
            let wish: JSONValue = .object([
                "one": .object(one), "other": other.document, "reason": .string(visit.form["reason"] ?? ""),
            ])
            _ = try await visit.askRota(.post, .exchanges, body: wish)
        }
    }

    /// What lies over the call is taken back; half of an exchange takes the other half with it.
    func lift(_ visit: DeskVisit) async throws -> Response {
        try await done(visit, "rotaLifted") { _ in
            _ = try await visit.askRota(
                .delete, .override, ["id": visit.form["override"] ?? ""],
                query: [("reason", visit.form["reason"] ?? "")])
        }
    }

    /// Nobody takes it: the value of the choice.
    static let nobody = "-"

    /// A choice that was not made.
    private struct Missing: Error {
        let field: String
    }

    private func done(
        _ visit: DeskVisit, _ word: String, _ act: (CellPlace) async throws -> Void
    ) async throws -> Response {
        let place = try place(visit)
        do { try await act(place) } catch let refused as Refused where refused.status.kind == .clientError {
            return try await show(visit, refused: refused)
        } catch let missing as Missing {
            return try await show(visit, missing: missing.field)
        }
        return visit.go(to: place.path, done: word)
    }

    private func show(_ visit: DeskVisit, refused: Refused? = nil, missing: String? = nil) async throws -> Response {
        let (place, words) = (try place(visit), visit.rotaWords)
        let month = try visit.month()
        guard let sheet = try await visit.published(month) else { return visit.go(to: "/office/rota/\(month)") }
        guard
            let row = sheet.rows.first(where: {
                $0.date == place.date && $0.slot == place.slot && $0.area == place.area
            })
        else { throw Refusal(.notFound) }
        let areas = try await visit.areas()
        let next = try await visit.published(month.adding(1))
        let overrides = try await visit.askRota(
            .get, .overrides, query: [("from", "\(month)"), ("to", "\(month)")])
        let area = place.area ?? areas.list.first?.id ?? ""
        let events = try await visit.askRota(.get, .history, query: [("dutyDate", place.date), ("area", area)])
        let view = CellView(
            place: place, row: row, sheet: sheet, next: next, areas: areas, words: words,
            now: visit.desk.clock.now().rfc3339)
        let form = FormView(visit.words, "rota", refused: refused) { visit.form[$0] }
        let page = view.facts.with([
            "standing": view.standing(overrides.json["overrides"].elements),
            "events": view.events(events.json["events"].elements),
            "exchange": view.exchange(form), "override": view.override(form),
            "faults": (refused?.faults ?? []).map { ["message": $0.message] as Shown },
        ])
        let message = refused?.title ?? missing.map { words["missing.\($0)"] }
        return try visit.screen(
            "rota/cell", page, message: message,
            status: refused?.status ?? (missing == nil ? .ok : .unprocessableContent))
    }

    private func place(_ visit: DeskVisit) throws(Refusal) -> CellPlace {
        let place = CellPlace(
            date: visit.query("date"), slot: visit.query("slot"), area: visit.query("area"), order: visit.query("call"))
        guard let place, place.month == (try visit.month()).description else { throw Refusal(.notFound) }
        return place
    }

    /// As browsers send a local time; in Japan it is always the same offset.
    private static func instant(_ local: String) -> String {
        local.count == 16 ? local + ":00+09:00" : local + "+09:00"
    }
}

/// Somebody's call, as it stands in a list to choose from.
struct HeldCall: Sendable {
    let place: CellPlace
    let physician: String

    init(place: CellPlace, physician: String) {
        (self.place, self.physician) = (place, physician)
    }

    init?(_ text: String) {
        let parts = text.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5,
            let place = CellPlace(
                date: parts[0], slot: parts[4], area: parts[1].isEmpty ? nil : parts[1], order: parts[2])
        else { return nil }
        self.init(place: place, physician: parts[3])
    }

    var text: String {
        [place.date, place.area ?? "", "\(place.order)", physician, place.slot].joined(separator: "|")
    }

    var document: JSONValue {
        .object(place.document.merging(["physician": .string(physician)]) { $1 })
    }
}
