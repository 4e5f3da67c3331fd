import EmergencyCards
import HTTPTypes
import Hummingbird

/// Where the association, or one of its physicians, is told, and of what not.
struct OfficeNoticeScreens: Sendable {
    enum Kind: Sendable {
        case association, physician
    }

    let kind: Kind

    /// How many addresses a form has.
    private static let addresses = 5

    func form(_ visit: DeskVisit) async throws -> Response {
        let answer = try await visit.ask(.get, .noticeRecipient, ["recipient": recipient(visit)]).json
        return try show(OfficeEdit.State(values: OfficeSheet.notices.values(answer)), answer, visit)
    }

    func choose(_ visit: DeskVisit) async throws -> Response {
        let parts = ["recipient": recipient(visit)]
        var state = OfficeEdit.State(values: OfficeSheet.notices.values(of: visit.form))
        do {
            _ = try await visit.ask(.put, .noticeRecipient, parts, OfficeSheet.notices.document(state.values))
        } catch let refused as Refused where refused.isAboutForm {
            state.refused = refused
            let answer = try await visit.ask(.get, .noticeRecipient, parts).json
            return try show(state, answer, visit)
        }
        return visit.go(to: path(visit), done: "saved")
    }

    private func recipient(_ visit: DeskVisit) -> String {
        switch kind {
        case .association: "association:\(visit.speaksFor)"
        case .physician: "physician:\(visit.part("physician"))"
        }
    }

    private func path(_ visit: DeskVisit) -> String {
        switch kind {
        case .association: "/office/registers/notices"
        case .physician: "/office/registers/physicians/\(visit.part("physician").percentEncoded)/notices"
        }
    }

    private func show(_ state: OfficeEdit.State, _ answer: JSONValue, _ visit: DeskVisit) throws -> Response {
        let view = OfficeFormView(.notices, state, visit.words)
        let channels = ["email", "sms", "fax"].map { (value: $0, text: visit.words["office.notices.channel.\($0)"]) }
        let rows = (0..<Self.addresses).map { index -> Shown in
            let name = "addresses[\(index)]"
            return [
                "legend": visit.words["office.notices.legend", ["place": "\(index + 1)"]],
                "fields": [view.form.choice("\(name).channel", of: channels), view.form.line("\(name).target")],
            ]
        }
        let kinds = Notice.Kind.allCases.filter(\.canBeMuted).map {
            (value: $0.rawValue, text: visit.words["office.noticeKind.\($0.rawValue)"])
        }
        let named = Set((0..<Self.addresses).flatMap { ["addresses[\($0)].channel", "addresses[\($0)].target"] })
        let page = view.frame(
            named: named,
            [
                "name": answer["name"].text, "action": path(visit), "rows": rows,
                "muted": view.boxes("muted", of: kinds),
                "back": kind == .association
                    ? "/office/registers" : "/office/registers/physicians/\(visit.part("physician").percentEncoded)",
                "told": answer["told"].elements.map { address -> Shown in
                    [
                        "channel": visit.words["office.notices.channel.\(address["channel"].text ?? "")"],
                        "target": address["target"].text,
                    ]
                },
            ])
        return try visit.screen("office/notices", page, message: state.refused?.message, status: state.status)
    }
}

extension OfficeSheet {
    static let notices = OfficeSheet(catalogue: "office.notices") { json in
        json["addresses"].elements.enumerated().reduce(into: Values.ticks("muted", json["muted"])) { values, row in
            values["addresses[\(row.offset)].channel"] = row.element["channel"].text
            values["addresses[\(row.offset)].target"] = row.element["target"].text
        }
    } document: { values in
        let rows = (0..<5).map { "addresses[\($0)]" }.filter { name in
            values["\(name).channel"] != nil || values["\(name).target"] != nil
        }
        return .object([
            "addresses": .array(
                rows.map {
                    .object(["channel": values.json("\($0).channel"), "target": values.json("\($0).target")])
                }),
            "muted": .array(values.ticked("muted").map(JSONValue.string)),
        ])
    }
}
