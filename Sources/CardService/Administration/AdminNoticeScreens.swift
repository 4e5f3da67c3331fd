import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// What became of notices: the list with its filters, and sending one anew.
struct AdminNoticeScreens: Sendable {
    private static let fields = ["state", "recipient"]

    func list(_ visit: DeskVisit) async throws -> Response {
        try await show(visit, refused: nil)
    }

    func resend(_ visit: DeskVisit) async throws -> Response {
        let body: JSONValue = .object(["anyway": .flag(visit.form["anyway"] != nil)])
        do {
            _ = try await visit.ask(.post, .noticeResend, ["id": visit.part("id")], body)
            return visit.go(to: "/admin/notices", done: "noticeResent")
        } catch let refused as Refused where [.notFound, .conflict].contains(refused.status) {
            return try await show(visit, refused: refused)
        }
    }

    private func show(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let asked = Self.fields.compactMap { name in visit.query(name).map { (name, $0) } }
        let page = visit.query("page").map { [("page", $0)] } ?? []
        let (answer, fault) = try await found(visit, asked + page)
        let view = AdminNoticeView(text: visit.adminText, now: visit.desk.clock.now())
        let why = refused ?? fault
        return try visit.screen(
            "admin/notices", view.page(answer, asked: asked, refused: fault), message: why?.message,
            status: why?.status ?? .ok)
    }

    /// The notices that were asked for; none where the question was at fault.
    private func found(_ visit: DeskVisit, _ query: [(String, String)]) async throws -> (JSONValue, Refused?) {
        do {
            return (try await visit.ask(.get, .notices, query: query).json, nil)
        } catch let refused as Refused where refused.status == .unprocessableContent {
            return (.null, refused)
        }
    }
}

/// What the page of the notices shows.
struct AdminNoticeView {
    let text: AdminText
    let now: Instant

    func page(_ answer: JSONValue, asked: [(String, String)], refused: Refused?) -> Shown {
        let form = FormView(text.words, "admin.notices", refused: refused) { name in
            asked.first { $0.0 == name }?.1
        }
        let states = DeliveryProgress.State.allCases.map {
            (value: $0.rawValue, text: text.words["admin.notices.state.\($0.rawValue)"])
        }
        let notices = answer["notices"].elements
        return [
            "fields": [form.choice("state", of: states), form.line("recipient")],
            "notices": notices.map(row), "hasNotices": !notices.isEmpty,
            "next": answer["next"].text.map { address(asked + [("page", $0)]) },
        ]
    }

    private func row(_ notice: JSONValue) -> Shown {
        let (id, state) = (notice["id"].text ?? "", notice["state"].text ?? "")
        let isOver = notice["usefulUntil"].text.flatMap { try? Instant(rfc3339: $0) }.map { $0 <= now } ?? false
        let name = notice["recipientName"].text ?? notice["recipient"].text
        return [
            "id": id, "madeAt": text.moment(notice["madeAt"]),
            "kind": text.words["admin.notices.kind.\(notice["kind"].text ?? "")"],
            "subject": notice["subject"].text, "name": name, "target": notice["target"].text,
            "channel": text.words["admin.notices.channel.\(notice["channel"].text ?? "")"],
            "state": text.words["admin.notices.state.\(state)"], "isDead": state == "dead",
            "tries": notice["tries"].shown, "fault": notice["fault"].text,
            "settledAt": text.moment(notice["settledAt"]), "nextAt": text.moment(notice["nextAt"]),
            "isDrill": notice["rehearsal"] == .flag(true),
            "resend": ["dead", "expired"].contains(state)
                ? ["path": "/admin/notices/\(id.percentEncoded)/resend", "isOver": isOver, "to": name] as Shown : nil,
        ]
    }

    private func address(_ query: [(String, String)]) -> String {
        "/admin/notices?" + query.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
    }
}
