import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// Publishing a month: what is wrong with it is read, acknowledged by name, and then it is in force.
struct PublishScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response { try await show(visit, message: nil) }

    func publish(_ visit: DeskVisit) async throws -> Response {
        let month = try visit.month()
        let wish = PublishForm(visit.form)
        do {
            _ = try await visit.askRota(
                .post, .monthPublish, ["month": month.description], body: wish.document,
                ifMatch: "\"draft-\(visit.form["version"] ?? "")\"")
        } catch let refused as Refused where refused.status.kind == .clientError {
            let known = visit.words.find("rota.refused.\(refused.code.map { "\($0)" } ?? "")")
            return try await show(visit, message: known ?? refused.title, refused: refused)
        }
        return visit.go(to: "/office/rota/\(month)?view=published", done: "rotaPublished")
    }

    private func show(_ visit: DeskVisit, message: String?, refused: Refused? = nil) async throws -> Response {
        let (month, words) = (try visit.month(), visit.rotaWords)
        let checks = try await visit.askRota(.get, .monthChecks, ["month": month.description])
        let problems = checks.json["problems"].elements
        let view = PublishView(
            problems: problems, wish: PublishForm(visit.form), isRefused: refused != nil, words: words)
        let page: Shown = [
            "title": words.month(month), "path": "/office/rota/\(month)", "version": checks.json["version"].whole,
            "groups": view.groups, "questions": view.questions, "hasQuestions": !view.questions.isEmpty,
            "count": view.count, "hasProblems": view.count > 0,
            "faults": (refused?.faults ?? []).map { ["message": $0.message] as Shown },
        ]
        return try visit.screen("rota/publish", page, message: message, status: refused?.status ?? .ok)
    }
}

/// What was ticked.
struct PublishForm {
    let acknowledged: [String]
    /// `keep` or `lift`, by override.
    let answers: [String: String]

    init(_ form: FormFields) {
        acknowledged = form.names.filter { $0.hasPrefix("ack.") }.compactMap { form[$0] }
        let prefix = "override."
        answers = form.names.filter { $0.hasPrefix(prefix) }.reduce(into: [:]) {
            $0[String($1.dropFirst(prefix.count))] = form[$1]
        }
    }

    var document: JSONValue {
        func named(_ answer: String) -> JSONValue {
            .array(answers.filter { $0.value == answer }.map(\.key).sorted().map(JSONValue.string))
        }
        return .object([
            "acknowledge": .array(acknowledged.map(JSONValue.string)), "keep": named("keep"), "lift": named("lift"),
        ])
    }
}

/// The problems of a month, to be acknowledged one by one.
struct PublishView {
    let problems: [JSONValue]
    let wish: PublishForm
    /// Whether it was tried already: what is still open is marked.
    let isRefused: Bool
    let words: RotaWords

    private static let question = "overriddenCell"

    /// How many must be ticked.
    var count: Int { problems.count { $0["kind"].text != Self.question } }

    /// Problems of one kind together, the loudest first.
    var groups: [Shown] {
        let ticked = Set(wish.acknowledged)
        let listed = problems.filter { $0["kind"].text != Self.question }
        let kinds = listed.compactMap { $0["kind"].text }.reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return kinds.map { kind in
            [
                "title": words["kind.\(kind)"],
                "items": listed.enumerated().filter { $0.element["kind"].text == kind }.map { index, problem -> Shown in
                    let id = problem["id"].text ?? ""
                    return [
                        "field": "ack.\(index)", "id": id, "message": problem["message"].text,
                        "isTicked": ticked.contains(id),
                        "open": isRefused && !ticked.contains(id) ? words["stillOpen"] : nil,
                    ]
                },
            ]
        }
    }

    /// Overrides on cells that the new sheet changes: each is kept or lifted.
    var questions: [Shown] {
        problems.filter { $0["kind"].text == Self.question }.compactMap { problem in
            guard let id = problem["override"].text else { return nil }
            return [
                "id": id, "message": problem["message"].text, "isKept": wish.answers[id] == "keep",
                "isLifted": wish.answers[id] == "lift",
                "open": isRefused && wish.answers[id] == nil ? words["stillOpen"] : nil,
            ]
        }
    }
}
