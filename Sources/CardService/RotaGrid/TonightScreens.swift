import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// Who is on duty at this minute and can't come: said, and taken back.
struct TonightScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response { try await show(visit, refused: nil) }

    func say(_ visit: DeskVisit) async throws -> Response {
        let chosen = (visit.form["who"] ?? "").split(separator: "|", maxSplits: 1).map(String.init)
        do {
            _ = try await visit.askRota(
                .post, .unavailabilities,
                body: .object([
                    "physician": .string(chosen.last ?? ""), "area": .string(chosen.first ?? ""),
                    "reason": .string(visit.form["reason"] ?? ""),
                ]))
        } catch let refused as Refused where refused.status.kind == .clientError {
            return try await show(visit, refused: refused)
        }
        return visit.go(to: "/office/rota/tonight", done: "rotaUnavailable")
    }

    func lift(_ visit: DeskVisit) async throws -> Response {
        _ = try await visit.askRota(
            .delete, .unavailability, ["id": visit.part("id")], query: [("reason", visit.form["reason"] ?? "")])
        return visit.go(to: "/office/rota/tonight", done: "rotaAvailable")
    }

    private func show(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let words = visit.rotaWords
        let areas = try await visit.areas()
        let people = try await visit.physicians()
        var duties: [Shown] = []
        for area in areas.list {
            let duty = try await visit.ask(
                .get, .duty, query: [("association", visit.speaksFor), ("area", area.id)])
            duties.append(Self.duty(duty.json, area: area, chosen: visit.form["who"], words))
        }
        let marks = try await visit.askRota(.get, .unavailabilities).json["unavailable"].elements
        let form = FormView(visit.words, "rota", refused: refused) { visit.form[$0] }
        let page: Shown = [
            "duties": duties, "canSay": duties.contains { !(($0["physicians"] as? [Shown]) ?? []).isEmpty },
            "reason": form.line("reason", isRequired: true),
            "faults": (refused?.faults ?? []).filter { $0.field != "reason" }.map { ["message": $0.message] as Shown },
            "marks": marks.filter { $0["lift"] == .null }.map { mark -> Shown in
                [
                    "id": mark["id"].text, "name": people.name(mark["physician"].text ?? ""),
                    "area": areas.name(mark["area"].text), "reason": mark["reason"].text,
                    "until": words["until", ["when": words.moment(mark["until"].text ?? "")]],
                    "usual": words["usual.available"],
                ]
            },
        ]
        return try visit.screen("rota/tonight", page, message: refused?.title, status: refused?.status ?? .ok)
    }

    static func duty(_ duty: JSONValue, area: (id: String, name: String), chosen: String?, _ words: RotaWords) -> Shown
    {
        let physicians = duty["physicians"].elements.map { physician -> Shown in
            let value = "\(area.id)|\(physician["id"].text ?? "")"
            return [
                "value": value, "name": physician["name"].text, "isChosen": value == chosen,
                "call": words.call(physician["callOrder"].whole ?? 1), "slot": physician["shift"]["slot"].text,
                "until": words["until", ["when": words.moment(physician["shift"]["end"].text ?? "")]],
            ]
        }
        return [
            "area": area.name, "physicians": physicians,
            "nobody": physicians.isEmpty ? words["duty.\(duty["status"].text ?? "gap")"] : nil,
        ]
    }
}
