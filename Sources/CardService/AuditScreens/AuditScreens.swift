import EmergencyCards
import HTTPTypes
import Hummingbird

/// Who looked: the record, searched by card or patient, day and deed. Searching it is recorded too.
///
/// An office asks about a card or a patient of its own; the administrator reads all of it, and searches by key as well.
struct AuditScreens: Sendable {
    let path: String
    /// Whether all of the record is read here.
    let isWhole: Bool

    static let office = AuditScreens(path: "/office/audit", isWhole: false)
    static let admin = AuditScreens(path: "/admin/audit", isWhole: true)

    private var fields: [String] { ["card", "patient", "from", "to", "action"] + (isWhole ? ["key"] : []) }

    private var actions: [(action: String, words: String)] {
        isWhole ? AuditWords.everyAction : AuditWords.actions
    }

    func search(_ visit: DeskVisit) async throws -> Response {
        let asked = fields.map { ($0, visit.query($0)) }
        guard isWhole || asked.contains(where: { $0.1 != nil }) else {
            return try show(visit, asked, answer: nil, refused: nil)
        }
        let query = (asked + [("page", visit.query("page"))]).compactMap { name, value in value.map { (name, $0) } }
        do {
            let answer = try await visit.ask(.get, .audit, query: query).json
            return try show(visit, asked, answer: answer, refused: nil)
        } catch let refused as Refused where [.unprocessableContent, .notFound].contains(refused.status) {
            return try show(visit, asked, answer: nil, refused: refused)
        }
    }

    private func show(
        _ visit: DeskVisit, _ asked: [(String, String?)], answer: JSONValue?, refused: Refused?
    ) throws -> Response {
        let form = FormView(visit.words, "office.audit", refused: refused) { name in
            asked.first { $0.0 == name }?.1
        }
        let view = AuditView(text: visit.officeText)
        let records = answer?["records"].elements ?? []
        let page: Shown = [
            "path": path, "what": visit.words["\(isWhole ? "admin" : "office").audit.what"],
            "fields": [
                form.line("card"), form.line("patient"), form.line("from", type: "date"),
                form.line("to", type: "date"),
                form.filter("action", of: actions.map { (value: $0.action, text: $0.words) }),
            ] + (isWhole ? [form.line("key")] : []),
            "faults": form.otherFaults(than: Set(fields)).map { ["message": $0] as Shown },
            "isAsked": answer != nil, "hasRecords": !records.isEmpty, "records": records.map(view.record),
            "count": records.count,
            "next": answer?["next"].text.map { visit.address(path, asked + [("page", $0)]) },
            "first": visit.query("page").map { _ in visit.address(path, asked) },
        ]
        return try visit.screen("office/audit", page, message: refused?.message, status: refused?.status ?? .ok)
    }
}

/// A record of who looked, as a row shows it.
struct AuditView {
    let text: OfficeText

    func record(_ record: JSONValue) -> Shown {
        let actor = record["actor"]
        return [
            "at": text.moment(record["at"]), "summary": summary(record), "person": actor["person"].text,
            "role": text.words.find("common.role.\(actor["role"].text ?? "")") ?? actor["role"].text,
            "address": actor["address"].text,
            "version": record["version"].whole.map { text.words["office.audit.version", ["version": "\($0)"]] },
            "state": record["state"].text.map { text.words["common.state.\($0)"] },
            "isRefused": record["refused"].text != nil,
        ]
    }

    /// The record in words, without the time that stands before it already.
    private func summary(_ record: JSONValue) -> String {
        let words = record["summary"].text ?? ""
        let moment = text.moment(record["at"]) ?? ""
        return words.hasPrefix(moment + " ") ? String(words.dropFirst(moment.count + 1)) : words
    }
}
