import DutyRota
import EmergencyCards
import Hummingbird

/// Asking a colleague for a swap, and answering one.
struct SwapScreens: Sendable {
    static let path = "/clinic/shifts/swap"

    func enter(in screens: inout ScreenRouter) {
        screens.get(Self.path, for: .physician, use: begin)
        screens.post(Self.path, for: .physician, use: ask)
        for (step, route) in [("accept", Route.swapAccept), ("decline", .swapDecline), ("withdraw", .swapWithdraw)] {
            screens.post("\(ShiftScreens.path)/swaps/{id}/\(step)", for: .physician) { visit in
                try await answer(visit, step, route)
            }
        }
    }

    func begin(_ visit: DeskVisit) async throws -> Response {
        guard let shift = visit.query("shift").flatMap({ ShiftName($0) }) else { throw Refusal(.notFound) }
        return try await show(shift, visit, only: visit.query("with"))
    }

    /// Asks for another's shift, or somebody to take over; the other is to answer.
    func ask(_ visit: DeskVisit) async throws -> Response {
        guard let shift = visit.form["shift"].flatMap({ ShiftName($0) }) else { throw Refusal(.malformedRequest) }
        let other = visit.form["other"].flatMap { ShiftName($0) }
        guard let asked = other?.physician ?? (visit.form["act"] == "give" ? visit.form["asked"] ?? "" : nil) else {
            return try await show(shift, visit, only: visit.form["asked"])
        }
        do {
            _ = try await visit.ask(
                .post, .swaps, ["physician": visit.speaksFor],
                .object([
                    "one": shift.side, "asked": asked.isEmpty ? .null : .string(asked),
                    "other": other.map(\.side) ?? .null, "note": visit.form["note"].map(JSONValue.string) ?? .null,
                ]))
            return visit.go(to: ShiftScreens.path, done: "swapAsked")
        } catch let refused as Refused where refused.canBeMended {
            return try await show(shift, visit, only: nil, refused: refused)
        }
    }

    private func answer(_ visit: DeskVisit, _ step: String, _ route: Route) async throws -> Response {
        _ = try await visit.ask(.post, route, ["physician": visit.speaksFor, "id": visit.part("id")])
        return visit.go(to: ShiftScreens.path, done: "swap-\(step)")
    }

    private func show(
        _ shift: ShiftName, _ visit: DeskVisit, only: String?, refused: Refused? = nil
    ) async throws -> Response {
        let all = try await visit.ask(
            .get, .shifts, ["physician": visit.speaksFor], query: [("colleagues", "true")]
        ).json["shifts"].elements
        let choices = CardChoicesView(json: try await visit.ask(.get, .cardChoices).json)
        let row = ShiftRow(words: visit.words, choices: choices)
        let now = visit.desk.clock.now()
        guard let mine = all.first(where: { ShiftName($0) == shift }) else { throw Refusal(.notFound) }
        let theirs = all.filter { other in
            other["physician"].text != visit.speaksFor && other["obstacle"] == .null
                && (other["start"].text.flatMap { try? Instant(rfc3339: $0) }).map { $0 > now } ?? false
        }
        let people = choices.physicians(chosen: nil).filter { $0.value != visit.speaksFor }
        let form = FormView(visit.words, "clinic.swap", refused: refused) { $0 == "asked" ? only : visit.form[$0] }
        let fields = Set(["asked", "note"])
        let shown: Shown = [
            "mine": row.line(mine), "shift": shift.text, "path": Self.path,
            "shifts": theirs.filter { only == nil || $0["physician"].text == only }.map(row.shown),
            "asked": form.choice("asked", of: people), "note": form.line("note"),
            "others": form.otherFaults(than: fields).map { ["text": $0] as Shown },
        ]
        return try visit.screen(
            "clinic/swap", shown, message: refused.map { visit.words.saying($0) }, status: refused?.status ?? .ok)
    }
}

/// The swaps that a physician asked for, and those that were asked of them.
struct SwapListView {
    let words: ScreenWords
    let row: ShiftRow
    let me: String
    let swaps: [JSONValue]

    var shown: Shown {
        let pending = swaps.filter { $0["state"] == .string("pending") }
        return [
            "asked": pending.filter { $0["asked"]["physician"].text == me }.map(swap),
            "asking": pending.filter { $0["one"]["physician"].text == me }.map(swap),
            "past": swaps.filter { $0["state"] != .string("pending") }.prefix(10).map(swap),
        ]
    }

    private func swap(_ swap: JSONValue) -> Shown {
        let path = "\(ShiftScreens.path)/swaps/\(swap["id"].text ?? "")"
        let isExchange = swap["other"] != .null
        return [
            "from": swap["one"]["name"].text, "to": swap["asked"]["name"].text, "one": row.line(swap["one"]),
            "other": isExchange ? row.line(swap["other"]) : nil, "isGift": !isExchange,
            "note": swap["note"].text?.nonEmpty,
            "at": WrittenDate.moment(swap["askedAt"]),
            "state": words["clinic.shifts.state.\(swap["state"].text ?? "")"],
            "accept": "\(path)/accept", "decline": "\(path)/decline", "withdraw": "\(path)/withdraw",
        ]
    }
}
