import DutyRota
import EmergencyCards
import Hummingbird

/// Who is on duty now, everywhere, and what is said at night of somebody on duty or of a hospital.
struct NightScreens: Sendable {
    func duty(_ visit: DeskVisit) async throws -> Response {
        var associations: [Shown] = []
        for association in try await visit.ask(.get, .associations).json["associations"].elements {
            associations.append(try await self.association(association, visit))
        }
        return try visit.screen(
            "fire/duty",
            ["at": NightText.dayAndClock(.string(visit.desk.clock.now().rfc3339)), "associations": associations],
            refresh: 60)
    }

    func sayUnavailable(_ visit: DeskVisit) async throws -> Response {
        let form = visit.form
        let body = ["physician": form["physician"], "area": form["area"], "reason": form["reason"]].strings
        _ = try await visit.ask(
            .post, .unavailabilities, ["association": form["association"] ?? ""], .object(body), once: form["once"])
        return back(visit, done: "unavailable")
    }

    func liftUnavailable(_ visit: DeskVisit) async throws -> Response {
        let place = ["association": visit.form["association"] ?? "", "id": visit.part("id")]
        _ = try await visit.ask(.delete, .unavailability, place, query: [("reason", visit.words["fire.marks.mistake"])])
        return visit.go(to: "/fire/duty", done: "markLifted")
    }

    func sayFull(_ visit: DeskVisit) async throws -> Response {
        let hours = visit.form["hours"].flatMap(Int64.init) ?? 0
        let until = visit.desk.clock.now().adding(milliseconds: hours.clamped(to: 0...1000) * 3_600_000)
        let body = ["until": until.rfc3339, "reason": visit.form["reason"]].strings
        _ = try await visit.ask(
            .post, .hospitalFull, ["hospital": visit.form["hospital"] ?? ""], .object(body))
        return back(visit, done: "full")
    }

    /// Takes back whatever counts now.
    func liftFull(_ visit: DeskVisit) async throws -> Response {
        let hospital = visit.form["hospital"] ?? ""
        for mark in try await visit.ask(.get, .hospitalFull, ["hospital": hospital]).json["full"].elements {
            let place = ["hospital": hospital, "id": mark["id"].text ?? ""]
            _ = try await visit.ask(
                .delete, .hospitalFullMark, place, query: [("reason", visit.words["fire.marks.mistake"])])
        }
        return back(visit, done: "markLifted")
    }

    /// To the card or the call that the form was on.
    private func back(_ visit: DeskVisit, done: String) -> Response {
        let id = (visit.form["backID"] ?? "").percentEncoded
        return switch visit.form["back"] {
        case "card": visit.go(to: "/fire/cards/\(id)", done: done)
        case "call": visit.go(to: "/fire/calls/\(id)", done: done)
        default: visit.go(to: "/fire/duty", done: done)
        }
    }

    private func association(_ association: JSONValue, _ visit: DeskVisit) async throws -> Shown {
        let id = association["id"].text ?? ""
        var answers: [(area: JSONValue, duty: JSONValue)] = []
        for area in association["areas"].elements {
            let asked = [("association", id), ("area", area["id"].text ?? "")]
            answers.append((area, try await visit.ask(.get, .duty, query: asked).json))
        }
        let marks = try await visit.ask(.get, .unavailabilities, ["association": id]).json["unavailable"].elements
        return AssociationDuty(association, answers: answers, marks: marks, words: visit.words).shown
    }
}

extension Int64 {
    fileprivate func clamped(to range: ClosedRange<Int64>) -> Int64 {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
