import DutyRota
import EmergencyCards
import Hummingbird

/// What happened last night to a GP's patients: each call with who was tried, when, and who came.
struct MorningScreens: Sendable {
    func read(_ visit: DeskVisit) async throws -> Response {
        let today = visit.desk.clock.now().day
        let date = visit.query("date").flatMap { WrittenDate.read($0) }
        let answer = try await visit.ask(
            .get, .physicianMorning, ["physician": visit.speaksFor],
            query: date.map { [("date", $0.description)] } ?? [])
        let view = MorningView(words: visit.words, json: answer.json)
        var page = view.shown
        page["earlier"] = (date ?? today).adding(-1).description
        page["later"] = date.flatMap { $0 < today ? $0.adding(1).description : nil }
        return try visit.screen("clinic/night", page)
    }
}

/// The calls of a night as their page shows them.
struct MorningView {
    let words: ScreenWords
    let json: JSONValue

    var shown: Shown {
        let calls = json["calls"].elements
        return [
            "span": words[
                "clinic.night.span",
                ["from": WrittenDate.moment(json["from"]), "to": WrittenDate.moment(json["to"])]],
            "calls": calls.map(call), "hasNone": calls.isEmpty,
        ]
    }

    private func call(_ call: JSONValue) -> Shown {
        let number = call["card"].text ?? ""
        return [
            "number": number, "path": "/clinic/cards/\(number)", "colour": call["colour"].text,
            "colourName": words["common.\(call["colour"].text ?? "")"],
            "openedAt": WrittenDate.moment(call["openedAt"]),
            "closedAt": call["closedAt"].text.map { _ in WrittenDate.moment(call["closedAt"]) },
            "outcome": call["outcome"].text.map { words["clinic.outcome.\($0)"] } ?? words["clinic.night.open"],
            "note": call["note"].text, "tasks": call["tasks"].elements.map { task($0, number) },
            "attempts": call["attempts"].elements.map(attempt), "came": call["came"].elements.map(came),
            "hasCome": !call["came"].elements.isEmpty, "hasTried": !call["attempts"].elements.isEmpty,
            "minutes": minutes(call),
        ]
    }

    /// What is left to do, with the page on which it is done.
    private func task(_ task: JSONValue, _ number: String) -> Shown {
        let way: (path: String, word: String)? =
            switch task["kind"].text {
            case "closeCard": ("/clinic/cards/\(number)/close", "closeCard")
            case "reviewWish": ("/clinic/cards/\(number)", "reviewWish")
            default: nil
            }
        return [
            "text": task["message"].text, "path": way?.path,
            "button": way.map { words["clinic.night.task.\($0.word)"] },
        ]
    }

    private func attempt(_ attempt: JSONValue) -> Shown {
        [
            "at": WrittenDate.moment(attempt["startedAt"]), "who": who(attempt),
            "outcome": words["clinic.attempt.\(attempt["outcome"].text ?? "")"], "note": attempt["note"].text,
        ]
    }

    private func came(_ came: JSONValue) -> Shown {
        let arrived = came["arrivedAt"].text.map { _ in
            words["clinic.night.arrived", ["at": WrittenDate.moment(came["arrivedAt"])]]
        }
        return [
            "who": who(came),
            "accepted": words["clinic.night.accepted", ["at": WrittenDate.moment(came["acceptedAt"])]],
            "arrived": arrived ?? words["clinic.night.due", ["at": WrittenDate.moment(came["dueAt"])]],
        ]
    }

    private func who(_ step: JSONValue) -> String {
        [words["clinic.step.\(step["kind"].text ?? "")"], step["name"].text].compactMap(\.self).joined(separator: " ")
    }

    private func minutes(_ call: JSONValue) -> String? {
        let parts = [("toAccept", "minutesToAccept"), ("toArrive", "minutesToArrive")].compactMap { word, member in
            call[member].whole.map { words["clinic.night.\(word)", ["n": "\($0)"]] }
        }
        return parts.joined(separator: "、").nonEmpty
    }
}
