import DutyRota
import EmergencyCards
import Foundation
import HTTPTypes
import Hummingbird

/// A month is taken over from a file or from another month: first what would change, then it is done.
struct TakeOverScreens: Sendable {
    /// The largest file that is taken through a page, in bytes.
    static let fileLimit = 2 * 1024 * 1024

    func chooseFile(_ visit: DeskVisit) async throws -> Response {
        let month = try visit.month()
        return try visit.screen("rota/import", Self.page(month, visit))
    }

    /// What a file would change.
    func tryFile(_ visit: DeskVisit) async throws -> Response {
        let (month, words) = (try visit.month(), visit.rotaWords)
        guard let file = visit.form.files["file"], !file.bytes.isEmpty, file.bytes.count <= Self.fileLimit else {
            return try visit.screen(
                "rota/import", Self.page(month, visit), message: words["noFile"], status: .unprocessableContent)
        }
        let answer: APIAnswer
        do {
            answer = try await send(file.bytes, to: month, dryRun: true, visit)
        } catch let refused as Refused where refused.status.kind == .clientError {
            return try visit.screen(
                "rota/import", Self.page(month, visit).with(["problems": ChangesView.problems(refused.problem, words)]),
                message: refused.title, status: refused.status)
        }
        let view = ChangesView(answer.json, words: words)
        let page = Self.page(month, visit).with(view.shown).with([
            "isFile": true, "name": file.name, "action": "import/take", "tag": answer.tag,
            "content": Data(file.bytes).base64EncodedString(),
        ])
        return try visit.screen(
            "rota/changes", page, message: view.isFaulty ? words["faultyFile"] : nil,
            status: view.isFaulty ? .unprocessableContent : .ok)
    }

    /// Takes the file over that was shown.
    func takeFile(_ visit: DeskVisit) async throws -> Response {
        let month = try visit.month()
        guard let bytes = Data(base64Encoded: visit.form["content"] ?? "") else { throw Refusal(.malformedRequest) }
        _ = try await send(Array(bytes), to: month, ifMatch: visit.form["tag"], visit)
        return visit.go(to: "/office/rota/\(month)?view=draft", done: "rotaImported")
    }

    func chooseMonth(_ visit: DeskVisit) async throws -> Response {
        let month = try visit.month()
        let query = [("from", "\(month.adding(-12))"), ("to", "\(month.adding(-1))")]
        let months = try await visit.askRota(.get, .months, query: query).json["months"].elements
        let choices = months.reversed().filter { $0["revision"] != .null }.compactMap {
            $0["month"].text.flatMap { Month($0) }
        }
        let form = FormView(visit.words, "rota") { visit.form[$0] ?? ($0 == "from" ? choices.first?.description : nil) }
        let field = form.choice(
            "from", of: choices.map { ($0.description, visit.rotaWords.month($0)) }, isRequired: true)
        return try visit.screen(
            "rota/copy", Self.page(month, visit).with(["from": field, "hasMonths": !choices.isEmpty]))
    }

    /// What a copy would change; with `sure` it is made.
    func copy(_ visit: DeskVisit) async throws -> Response {
        let (month, words) = (try visit.month(), visit.rotaWords)
        let (parts, from) = (["month": month.description], visit.form["from"] ?? "")
        if let tag = visit.form["tag"] {
            _ = try await visit.askRota(.post, .monthCopy, parts, body: .object(["from": .string(from)]), ifMatch: tag)
            return visit.go(to: "/office/rota/\(month)?view=draft", done: "rotaCopied")
        }
        let answer = try await visit.askRota(
            .post, .monthCopy, parts, query: [("dryRun", "true")], body: .object(["from": .string(from)]))
        let page = Self.page(month, visit).with(ChangesView(answer.json, words: words).shown).with([
            "isCopy": true, "name": Month(from).map(words.month) ?? from, "action": "copy", "tag": answer.tag,
            "from": from,
        ])
        return try visit.screen("rota/changes", page)
    }

    private func send(
        _ bytes: [UInt8], to month: Month, dryRun: Bool = false, ifMatch: String? = nil, _ visit: DeskVisit
    ) async throws -> APIAnswer {
        // A workbook is an archive, and every archive begins so; whatever else is read as text.
        let isWorkbook = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        var headers: HTTPFields = [.contentType: isWorkbook ? MonthRoutes.workbook : "text/csv"]
        headers[.ifMatch] = ifMatch
        let response = try await visit.forward(
            .post, .monthImport, ["association": visit.speaksFor, "month": month.description],
            query: dryRun ? [("dryRun", "true")] : [], headers: headers, body: bytes)
        let answer = APIAnswer(
            status: response.status, headers: response.headers,
            json: JSONValue(try await response.body.collected()) ?? .null)
        guard answer.status.kind == .successful else { throw Refused(answer) }
        return answer
    }

    private static func page(_ month: Month, _ visit: DeskVisit) -> Shown {
        ["title": visit.rotaWords.month(month), "path": "/office/rota/\(month)"]
    }
}

/// What would become of a draft.
struct ChangesView {
    private let answer: JSONValue
    private let words: RotaWords

    init(_ answer: JSONValue, words: RotaWords) {
        (self.answer, self.words) = (answer, words)
    }

    var isFaulty: Bool { !answer["problems"].elements.isEmpty }

    var shown: Shown {
        let (changes, omissions) = (answer["changes"].elements, answer["omissions"].elements)
        return [
            "problems": Self.problems(answer, words), "isFaulty": isFaulty,
            "changes": changes.map { ["text": $0["message"].text] as Shown }, "changeCount": changes.count,
            "hasChanges": !changes.isEmpty, "isSame": changes.isEmpty && !isFaulty,
            "omissions": omissions.map { ["text": $0["message"].text] as Shown }, "hasOmissions": !omissions.isEmpty,
            "canTake": !changes.isEmpty && !isFaulty,
        ]
    }

    /// Rows at fault, as a spreadsheet counts.
    static func problems(_ answer: JSONValue, _ words: RotaWords) -> [Shown] {
        answer["problems"].elements.map {
            [
                "row": $0["row"].whole.map { words["rowNumber", ["row": "\($0)"]] } ?? words["wholeFile"],
                "column": $0["column"].text, "text": $0["message"].text,
            ]
        }
    }
}
