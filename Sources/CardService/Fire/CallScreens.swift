import DutyRota
import EmergencyCards
import Hummingbird

/// A call from its opening to its end, as two dispatchers see it at once.
struct CallScreens: Sendable {
    /// Seconds after which a browser without scripts asks again.
    private static let refresh = 15

    /// Opens a call from a card, or comes into the one that is open.
    func open(_ visit: DeskVisit) async throws -> Response {
        let body: [String: JSONValue] = [
            "card": .string(visit.form["card"] ?? ""), "via": .string(visit.form["via"] ?? "number"),
            "rehearsal": .flag(visit.form["rehearsal"] != nil),
        ]
        let answer = try await visit.ask(.post, .calls, [:], .object(body), once: visit.form["once"])
        return visit.go(to: "/fire/calls/\(answer.json["id"].text ?? "")")
    }

    func show(_ visit: DeskVisit) async throws -> Response {
        try await page(visit, try await visit.ask(.get, .call, ["id": visit.part("id")]).json)
    }

    /// The API's events, as they are.
    func events(_ visit: DeskVisit) async throws -> Response {
        try await visit.forward(.get, .callEvents, ["id": visit.part("id")])
    }

    /// What can be read aloud to a physician, line by line.
    func packet(_ visit: DeskVisit) async throws -> Response {
        let id = visit.part("id")
        let packet = try await visit.ask(.get, .callPacket, ["id": id]).json
        var page = PacketView(packet).shown
        page["call"] = id
        return try visit.screen(
            "fire/packet", page, drill: packet["rehearsal"] == .flag(true) ? visit.words["fire.drill"] : nil)
    }

    /// Enters what came of a step.
    func attempt(_ visit: DeskVisit) async throws -> Response {
        let outcome = visit.form["outcome"] ?? ""
        var body = ["stepId": visit.form["step"], "outcome": outcome, "note": visit.form["note"]].strings
        if let text = visit.form["arrival"], outcome == Attempt.Outcome.accepted.rawValue {
            guard let time = ArrivalTime.read(text, at: visit.desk.clock.now()) else {
                return try await again(
                    visit, visit.words["fire.call.notATime", ["text": text]], status: .unprocessableContent)
            }
            body["eta"] = .string(time.rfc3339)
        }
        return try await act(visit, .callAttempts, .object(body), done: "logged", once: visit.form["once"])
    }

    func ring(_ visit: DeskVisit) async throws -> Response {
        try await act(visit, .callRing, .object(["stepId": visit.form["step"]].strings), done: nil)
    }

    func handOver(_ visit: DeskVisit) async throws -> Response {
        try await act(visit, .callHandOver, .object(["note": visit.form["note"]].strings), done: "handedOver")
    }

    func close(_ visit: DeskVisit) async throws -> Response {
        let body = ["outcome": visit.form["outcome"] ?? "", "note": visit.form["note"]].strings
        return try await act(visit, .callClose, .object(body), done: "callClosed")
    }

    func reopen(_ visit: DeskVisit) async throws -> Response {
        try await act(visit, .callReopen, .object(["reason": visit.form["reason"] ?? ""].strings), done: "callReopened")
    }

    /// Gives a link with its code anew.
    func link(_ visit: DeskVisit) async throws -> Response {
        let body = ["kind": visit.form["kind"] ?? "", "stepId": visit.form["step"]].strings
        return try await act(visit, .callLinks, .object(body), done: "linkMade")
    }

    /// Does something on the call, and shows what has become of it. A refusal shows the call as it is now, with why nothing was entered.
    private func act(
        _ visit: DeskVisit, _ route: Route, _ body: JSONValue, done: String?, once: String? = nil
    ) async throws -> Response {
        let id = visit.part("id")
        do {
            _ = try await visit.ask(.post, route, ["id": id], body, once: once)
            let part = visit.form["part"].map { _ in "?part=1" } ?? ""
            return visit.go(to: "/fire/calls/\(id.percentEncoded)" + part, done: done)
        } catch let refused as Refused where refused.code != .unknownCall {
            let call = refused.problem["call"]
            let changed = call["changes"].elements.last?["sentence"].text
            let reasons = [refused.title, changed].compactMap(\.self) + refused.faults.map(\.message)
            return try await again(
                visit, reasons.joined(separator: " "), status: refused.status, call: call.members == nil ? nil : call)
        }
    }

    private func again(
        _ visit: DeskVisit, _ message: String, status: HTTPResponse.Status, call: JSONValue? = nil
    ) async throws -> Response {
        let present =
            if let call { call } else { try await visit.ask(.get, .call, ["id": visit.part("id")]).json }
        return try await page(visit, present, alert: message, status: status)
    }

    /// The whole page, or the part of it that lives, which a script puts in its place.
    private func page(
        _ visit: DeskVisit, _ call: JSONValue, alert: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let isRehearsal = call["rehearsal"] == .flag(true)
        var part = CallPart(
            call, links: try await links(visit, call), chosen: visit.query("step"),
            at: visit.desk.clock.now(), words: visit.words
        ).shown
        part["alert"] = alert
        let isWriting = visit.query("write") != nil
        part["isWriting"] = isWriting
        if visit.query("part") != nil || visit.form["part"] != nil {
            return try visit.screen("fire/live", ["call": part], status: status)
        }
        var page = try await card(of: call, visit)
        page["call"] = part
        return try visit.screen(
            "fire/call", page, status: status,
            refresh: isWriting || alert != nil || call["state"].text == "closed" ? nil : Self.refresh,
            drill: isRehearsal ? visit.words["fire.drill"] : nil)
    }

    /// What the card says of the patient. A call is shown also where the card cannot be read.
    private func card(of call: JSONValue, _ visit: DeskVisit) async throws -> Shown {
        let number = call["card"].text ?? ""
        do {
            let answer = try await visit.ask(.get, .lookUp, ["number": number]).json
            let isRehearsal = call["rehearsal"] == .flag(true)
            var page = CardView(answer, words: visit.words, isOnCall: true, isRehearsal: isRehearsal).shown
            page["marks"] = MarksView(answer, words: visit.words).shown(backTo: "call", visit.part("id"))
            return page
        } catch let refused as Refused {
            return ["number": number, "sentence": refused.problem["sentence"].text ?? refused.title]
        }
    }

    /// The links that are spoken; looked for only where there may be any, since being shown them is recorded.
    private func links(_ visit: DeskVisit, _ call: JSONValue) async throws -> [JSONValue] {
        guard call["state"].text != "closed", call["colour"].text == "yellow" || !call["acceptances"].elements.isEmpty
        else { return [] }
        return try await visit.ask(.get, .callLinks, ["id": visit.part("id")]).json["links"].elements
    }
}

extension [String: String?] {
    /// As members of a JSON object, those without a text left out.
    var strings: [String: JSONValue] { compactMapValues { $0.map(JSONValue.string) } }
}
