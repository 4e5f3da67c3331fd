import EmergencyCards
import Foundation

/// A green card of P001, with nurse and deputy, in 葵区.
let ownGreen = "7481-6392"
/// A green card of P003 in 葵区, with a nurse.
let otherGreen = "2848-1529"
let trainingCard = "6625-5851"

extension Client {
    /// Opens a call, or joins it.
    func open(_ card: String, rehearsal: Bool = false, headers: [String: String] = [:]) async throws -> Answer {
        try await post(
            "/api/v1/calls", ["card": .string(card), "rehearsal": .flag(rehearsal)], as: .fire, headers: headers)
    }

    /// Enters what came of a step.
    func attempt(
        _ call: String, _ step: String, _ outcome: Attempt.Outcome, _ more: [String: JSONValue] = [:],
        headers: [String: String] = [:]
    ) async throws -> Answer {
        let body = more.merging(["stepId": .string(step), "outcome": .string(outcome.rawValue)]) { first, _ in first }
        return try await post("/api/v1/calls/\(call)/attempts", .object(body), as: .fire, headers: headers)
    }

    /// Enters that nobody answers, step by step, until a step of this kind is next; gives the call.
    func skip(_ call: String, to kind: PlanStep.Kind) async throws -> Answer {
        var answer = try await get("/api/v1/calls/\(call)")
        while let next = answer.next, answer.step(next)?["kind"].text != kind.rawValue {
            answer = try await attempt(call, next, .noAnswer)
        }
        return answer
    }
}

extension Answer {
    /// The call's identifier.
    var call: String { body["id"].text ?? "" }
    /// The step that is to be done next.
    var next: String? { body["next"].text }
    var sentence: String { body["sentence"].text ?? "" }

    /// The acts of the call, in their order.
    var acts: [String] { body["entries"].items.compactMap { $0["act"].text } }

    /// A step of the call's plan.
    func step(_ id: String) -> JSONValue? { body["plan"].items.first { $0["id"].text == id } }

    /// The first step of a kind.
    func step(_ kind: PlanStep.Kind) -> JSONValue? { body["plan"].items.first { $0["kind"].text == kind.rawValue } }
}
