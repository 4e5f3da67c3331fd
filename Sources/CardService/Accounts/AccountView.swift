import DutyRota
import EmergencyCards

/// An account as pages show it.
enum AccountView {
    /// Who somebody is, line by line.
    static func facts(_ account: Account, _ desk: AccountDesk, _ words: ScreenWords) -> [Shown] {
        let lines: [(String, String?)] = [
            ("account.name", account.name), ("account.loginName", account.login.text),
            ("account.role", words["common.role.\(account.role.rawValue)"]),
            ("account.for", desk.name(of: account.scope)),
            ("account.state", words["account.states.\(account.state.rawValue)"]),
        ]
        return lines.compactMap { label, text in text.map { ["label": words[label], "text": $0] as Shown } }
    }

    /// A line of a list. `last`: the newest session.
    static func line(_ account: Account, last: Session?, _ desk: AccountDesk, at base: String, _ words: ScreenWords)
        -> Shown
    {
        [
            "name": account.name, "login": account.login.text, "role": words["common.role.\(account.role.rawValue)"],
            "for": desk.name(of: account.scope), "state": words["account.states.\(account.state.rawValue)"],
            "isActive": account.state == .active, "last": last?.startedAt.inDigits,
            "path": "\(base)/\(account.id.text)",
        ]
    }
}

/// A session as pages show it.
enum SessionView {
    static func shown(_ session: Session, isOwn: Bool, _ words: ScreenWords) -> Shown {
        [
            "id": session.id, "isOwn": isOwn, "started": session.startedAt.inDigits, "seen": session.seenAt.inDigits,
            "address": session.address, "browser": session.browser.flatMap(BrowserName.read) ?? words["common.unknown"],
            "way": words["account.ways.\(session.way.rawValue)"],
        ]
    }
}

/// What a browser calls itself, in two words.
enum BrowserName {
    private static let programs = [
        ("Edg", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]

    /// nil for one that is not known.
    static func read(_ text: String) -> String? {
        let parts = [programs, systems].compactMap { known in known.first { text.contains($0.0) }?.1 }
        return parts.isEmpty ? nil : parts.joined(separator: " / ")
    }
}

extension Instant {
    /// Day and time in Japan, such as 2026-11-24 22:03.
    fileprivate var clockDigits: String {
        let minutes = Int(millisecondOfDay / 60_000)
        return [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }

    var inDigits: String { "\(day) \(clockDigits)" }
}
