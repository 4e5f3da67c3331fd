import EmergencyCards
import HTTPTypes
import Hummingbird

/// The keys of machines: the list, making one, revoking one.
struct AdminKeyScreens: Sendable {
    func list(_ visit: DeskVisit) async throws -> Response {
        let keys = try await visit.ask(.get, .keys).json["keys"].elements
        return try visit.screen("admin/keys", AdminKeyView(text: visit.adminText).list(keys))
    }

    /// A key opens as much as an account does: whoever makes one has just proved who they are.
    func new(_ visit: DeskVisit) async throws -> Response {
        try visit.mustBeFresh()
        return try await form(visit, refused: nil)
    }

    /// The key is shown on this answer alone: it is in no address, and no page shows it again.
    func make(_ visit: DeskVisit) async throws -> Response {
        try visit.mustBeFresh()
        do {
            let made = try await visit.ask(.post, .keys, [:], body(visit.form)).json
            let view = AdminKeyView(text: visit.adminText)
            return try visit.screen(
                "admin/keymade", view.row(made).with(["key": made["key"].text]), status: .created)
        } catch let refused as Refused where refused.status == .unprocessableContent {
            return try await form(visit, refused: refused)
        }
    }

    func askRevoke(_ visit: DeskVisit) async throws -> Response {
        let keys = try await visit.ask(.get, .keys).json["keys"].elements
        guard let key = keys.first(where: { $0["id"].text == visit.part("id") }), key["revokedAt"].text == nil else {
            throw Refusal(.notFound)
        }
        return try visit.screen("admin/keyrevoke", AdminKeyView(text: visit.adminText).row(key))
    }

    func revoke(_ visit: DeskVisit) async throws -> Response {
        _ = try await visit.ask(.post, .keyRevoke, ["id": visit.part("id")])
        return visit.go(to: "/admin/keys", done: "keyRevoked")
    }

    private func form(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let associations = try await visit.ask(.get, .installation).json["associations"].elements
        let view = AdminKeyView(text: visit.adminText)
        return try visit.screen(
            "admin/newkey", view.form(associations, visit.form, refused: refused), message: refused?.message,
            status: refused?.status ?? .ok)
    }

    /// What was chosen, as the API has it: only what belongs to the role is sent.
    private func body(_ form: FormFields) -> JSONValue {
        let role = form["role"]
        var members: [String: JSONValue] = ["role": role.map(JSONValue.string) ?? .null]
        if let role, ["association", "physician", "hospital"].contains(role) {
            members[role] = form[role].map(JSONValue.string) ?? .null
        }
        return .object(members)
    }
}

/// What the pages of keys show.
struct AdminKeyView {
    let text: AdminText

    func list(_ keys: [JSONValue]) -> Shown {
        let (inUse, old) = (keys.filter { $0["revokedAt"].text == nil }, keys.filter { $0["revokedAt"].text != nil })
        return [
            "keys": inUse.map(row), "hasKeys": !inUse.isEmpty, "revoked": old.map(row), "hasRevoked": !old.isEmpty,
            "revokedCount": "\(old.count)",
        ]
    }

    func form(_ associations: [JSONValue], _ form: FormFields, refused: Refused?) -> Shown {
        let fields = FormView(text.words, "admin.keys", refused: refused) { form.raw($0) }
        let roles = Role.allCases.map { (value: $0.rawValue, text: text.words["admin.keys.for.\($0.rawValue)"]) }
        let known = associations.map { (value: $0["id"].text ?? "", text: $0["name"].text ?? "") }
        return [
            "role": fields.choice("role", of: roles, isRequired: true),
            "others": [fields.choice("association", of: known), fields.line("physician"), fields.line("hospital")],
        ]
    }

    func row(_ key: JSONValue) -> Shown {
        let id = key["id"].text ?? ""
        return [
            "id": id, "role": text.role(key["role"]), "name": key["name"].text,
            "for": key["physician"].text ?? key["hospital"].text ?? key["association"].text,
            "createdAt": text.moment(key["createdAt"]), "revokedAt": text.moment(key["revokedAt"]),
            "path": "/admin/keys/\(id.percentEncoded)/revoke",
        ]
    }
}
