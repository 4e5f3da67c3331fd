import EmergencyCards
import HTTPTypes
import Hummingbird

/// How the installation is doing, in words, with what to do about what is wrong.
struct AdminStatusScreens: Sendable {
    func show(_ visit: DeskVisit) async throws -> Response {
        let response = try await visit.forward(.get, .readiness)
        let readiness = JSONValue(try await response.body.collected()) ?? .null
        let installation = try await visit.ask(.get, .installation).json
        let dead = try await visit.ask(.get, .notices, query: [("state", "dead")]).json["notices"].elements.count
        let view = AdminStatusView(text: visit.adminText)
        return try visit.screen("admin/status", view.page(readiness, installation, deadNotices: dead), refresh: 60)
    }
}

/// What the page of the state shows.
struct AdminStatusView {
    let text: AdminText

    func page(_ readiness: JSONValue, _ installation: JSONValue, deadNotices: Int) -> Shown {
        let isReady = readiness["status"].text == "ready"
        let warnings = readiness["warnings"].elements
        return [
            "isDown": !isReady, "isWell": isReady && warnings.isEmpty, "hasWarnings": !warnings.isEmpty,
            "warnings": warnings.map(warning), "version": installation["version"].text,
            "since": text.moment(installation["startedAt"]),
            "running": text.duration(from: installation["startedAt"], to: installation["at"]),
            "files": installation["files"].elements.map { file -> Shown in
                [
                    "name": file["name"].text, "size": text.size(file["bytes"]),
                    "what": text.words.find("admin.status.file.\(stem(file["name"].text ?? ""))"),
                ]
            },
            "free": text.size(installation["freeBytes"]),
            "associations": "\(installation["associations"].elements.count)",
            "hospitals": installation["hospitals"].shown, "deadNotices": "\(deadNotices)",
            "hasDead": deadNotices > 0,
        ]
    }

    /// What is wrong, what to do, and where.
    private func warning(_ warning: JSONValue) -> Shown {
        let slug = warning["slug"].text ?? ""
        let words = text.words
        return [
            "message": warning["message"].text,
            "advice": words.find("admin.status.advice.\(slug)") ?? words["admin.status.advice.other"],
            "path": Self.places[slug],
        ]
    }

    /// Where something can be done about it on screens of the administrator.
    private static let places = [
        "notices-dead": "/admin/notices?state=dead", "notice-channel-missing": "/admin/notices?state=waiting",
        "emergency-log-in": "/admin/accounts",
    ]

    private func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }
}
