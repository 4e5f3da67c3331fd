import EmergencyCards

extension Desk {
    /// A screen that stands in the bar at the top.
    struct Place: Sendable {
        let path: String
        /// Its name in the catalogue.
        let word: String

        init(_ path: String, _ word: String) {
            self.path = path
            self.word = "nav.\(word)"
        }
    }

    /// Where a role begins; the first of its places.
    static func home(of role: Role) -> String { places(of: role).first?.path ?? "/account" }

    /// What stands in the bar of a role.
    static func places(of role: Role) -> [Place] {
        switch role {
        case .fire: [Place("/fire", "lookUp"), Place("/fire/calls", "openCalls"), Place("/fire/duty", "duty")]
        case .physician:
            [Place("/clinic", "cards"), Place("/clinic/night", "night"), Place("/clinic/shifts", "shifts")]
        case .association:
            [
                Place("/office", "today"), Place("/office/rota", "rota"), Place("/office/cards", "cards"),
                Place("/office/registers", "registers"), Place("/office/evidence", "evidence"),
                Place("/office/audit", "audit"), Place("/office/accounts", "accounts"),
            ]
        case .hospital: [Place("/hospital", "hospitalCards")]
        case .admin:
            [
                Place("/admin", "status"), Place("/admin/accounts", "accounts"), Place("/admin/keys", "keys"),
                Place("/admin/associations", "associations"), Place("/admin/notices", "notices"),
                Place("/admin/audit", "audit"),
            ]
        }
    }
}
