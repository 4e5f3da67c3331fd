import DutyRota
import EmergencyCards
import Hummingbird

/// Where the office's work on the rota begins: the months and how far they are, and what is to be seen to in the days ahead.
struct RotaHomeScreens: Sendable {
    /// How far ahead the warnings look, in days.
    static let daysAhead = 60

    func show(_ visit: DeskVisit) async throws -> Response {
        let (words, now) = (visit.rotaWords, visit.desk.clock.now())
        let present = now.day.month
        let query = [("from", "\(present.adding(-1))"), ("to", "\(present.adding(6))")]
        let months = try await visit.askRota(.get, .months, query: query).json["months"].elements
        let warnings = try await visit.askRota(.get, .warnings, query: [("days", "\(Self.daysAhead)")])
        let swaps = try await visit.askRota(.get, .associationSwaps).json["swaps"].elements
        let areas = try await visit.areas()
        let home = RotaHome(
            months: months, warnings: warnings.json["warnings"].elements, words: words, present: present)
        return try visit.screen(
            "rota/home",
            [
                "months": home.lines, "warnings": home.ahead, "hasWarnings": !home.ahead.isEmpty,
                "swaps": RotaHome.open(swaps, areas, words), "days": words["ahead", ["days": "\(Self.daysAhead)"]],
            ])
    }

    /// How often who has duty, for fairness.
    func counts(_ visit: DeskVisit) async throws -> Response {
        let (month, words) = (try visit.month(), visit.rotaWords)
        let counts = try await visit.askRota(.get, .monthCounts, ["month": month.description]).json["counts"].elements
        return try visit.screen(
            "rota/counts",
            [
                "title": words.month(month), "path": "/office/rota/\(month)",
                "lines": counts.map(Self.line),
            ])
    }

    /// A month's file, or the page to print.
    func file(_ visit: DeskVisit) async throws -> Response {
        let (month, form) = (try visit.month(), visit.part("form"))
        guard ["csv", "xlsx", "html"].contains(form) else { throw Refusal(.notFound) }
        var query = form == "html" ? [] : [("stage", visit.query("stage") ?? "published")]
        if form == "csv", let coding = visit.query("coding") { query.append(("coding", coding)) }
        let response = try await visit.forward(
            .get, .month, ["association": visit.speaksFor, "month": "\(month).\(form)"], query: query)
        guard response.status.kind != .successful else { return response }
        let problem = JSONValue(try await response.body.collected()) ?? .null
        throw Refused(APIAnswer(status: response.status, headers: response.headers, json: problem))
    }

    static func line(_ count: JSONValue) -> Shown {
        func figures(_ span: String) -> [Shown] {
            let calls = ["first", "second"].map { count[span][$0] }
            return ["shifts", "nights", "holidays", "weekends"].map { figure in
                ["text": calls.reduce(0) { $0 + ($1[figure].whole ?? 0) }]
            }
        }
        let shifts = ["first", "second"].map { count["month"][$0]["shifts"].whole ?? 0 }
        return [
            "name": count["name"].text, "first": shifts[0], "second": shifts[1],
            "month": Array(figures("month").dropFirst()), "year": figures("year"),
        ]
    }
}

/// The months as a table, and the warnings with the way to what they speak of.
struct RotaHome {
    let months: [JSONValue]
    let warnings: [JSONValue]
    let words: RotaWords
    let present: Month

    var lines: [Shown] {
        months.compactMap { entry in
            guard let month = entry["month"].text.flatMap({ Month($0) }) else { return nil }
            let (revision, draft) = (entry["revision"].whole, entry["draftVersion"].whole)
            let (gaps, others) = (entry["gaps"].whole ?? 0, (entry["problems"].whole ?? 0) - (entry["gaps"].whole ?? 0))
            let isSoon = revision == nil && month <= present.adding(1)
            return [
                "path": "/office/rota/\(month)", "month": words.month(month),
                "present": month == present ? words["thisMonth"] : nil,
                "published": revision.map {
                    words[
                        "state.published", ["revision": "\($0)", "when": words.moment(entry["publishedAt"].text ?? "")]]
                },
                "unpublished": revision == nil && !isSoon ? words["state.unpublished"] : nil,
                "late": isSoon ? words["state.unpublished"] : nil,
                "draft": draft.map { _ in words["state.draft", ["when": words.moment(entry["changedAt"].text ?? "")]] },
                "gaps": gaps > 0 ? words["gapCount", ["count": "\(gaps)"]] : nil,
                "others": others > 0 ? words["problemCount", ["count": "\(others)"]] : nil,
                "fine": gaps == 0 && others == 0 && (revision != nil || draft != nil) ? words["fine"] : nil,
                "deed": words[draft != nil ? "deed.go" : revision != nil ? "deed.see" : "deed.begin"],
            ]
        }
    }

    /// Swaps that physicians have asked for and nobody has answered yet: until then nothing changes.
    static func open(_ swaps: [JSONValue], _ areas: RotaAreas, _ words: RotaWords) -> [Shown] {
        func duty(_ call: JSONValue) -> String? {
            guard let place = CellPlace(call) else { return nil }
            return "\(words.day(place.date)) \(place.slot) \(areas.name(place.area)) \(words.call(place.order))"
        }
        return swaps.filter { $0["state"].text == "pending" }.map { swap in
            [
                "from": swap["one"]["name"].text, "to": swap["asked"]["name"].text, "one": duty(swap["one"]),
                "other": duty(swap["other"]), "path": CellPlace(swap["one"])?.path,
            ]
        }
    }

    var ahead: [Shown] { warnings.map { Self.warning($0, words) } }

    /// A warning, with where it can be mended.
    static func warning(_ problem: JSONValue, _ words: RotaWords) -> Shown {
        [
            "text": problem["message"].text, "kind": words["kind.\(problem["kind"].text ?? "")"],
            "path": CellPlace(problem)?.path,
        ]
    }
}
