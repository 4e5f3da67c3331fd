import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// What people do with their own account.
struct AccountScreens: Sendable {
    let keeping: AccountKeeping

    func enter(in screens: inout ScreenRouter) {
        screens.get("/account") { try home($0) }
        screens.post("/account/sessions") { try await endSessions($0) }
        screens.get("/account/password") { try password($0) }
        screens.post("/account/password") { try await changePassword($0) }
        screens.get("/account/codes") { try codes($0) }
        screens.post("/account/codes/start") { try await startCodes($0) }
        screens.post("/account/codes") { try await changeCodes($0) }
        screens.get("/account/recovery") { try recovery($0) }
        screens.post("/account/recovery") { try await drawRecovery($0) }
    }

    private func file(_ visit: DeskVisit) throws -> AccountFile {
        guard let file = try keeping.people.accounts.file(visit.person.session.account) else {
            throw Refusal(.notFound)
        }
        return file
    }

    private func home(_ visit: DeskVisit) throws -> Response {
        let (file, own) = (try file(visit), visit.person.session)
        let sessions = try keeping.people.sessions.sessions(of: own.account).filter { $0.isAlive(at: keeping.now) }
        return try visit.screen(
            "account/home",
            [
                "facts": AccountView.facts(file.account, try keeping.desk(of: visit.person), visit.words),
                "codesLeft": visit.words["account.home.codesLeft", ["count": String(file.recoveryCodes.count)]],
                "sessions": sessions.map { SessionView.shown($0, isOwn: $0.id == own.id, visit.words) },
                "hasOthers": sessions.count > 1,
            ])
    }

    private func endSessions(_ visit: DeskVisit) async throws -> Response {
        let own = visit.person.session
        if let id = visit.form["session"] {
            try await keeping.end(.one(id), of: own.account, by: visit)
        } else {
            try await keeping.end(.allBut(own.id), of: own.account, by: visit)
        }
        return visit.go(to: "/account", done: "sessionsEnded")
    }

    private func password(_ visit: DeskVisit, _ faults: [FieldFault] = []) throws -> Response {
        try visit.mustBeFresh()
        let form = FormView(visit.words, "account.password", faults: faults)
        let login = try file(visit).account.login.text
        return try visit.screen(
            "account/form",
            [
                "title": visit.words["account.password.title"], "action": "/account/password", "login": login,
                "deed": visit.words["account.password.deed"], "fields": NewPassword.fields(form), "back": "/account",
            ], status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// Whoever is signed in elsewhere with the old one is signed out.
    private func changePassword(_ visit: DeskVisit) async throws -> Response {
        try visit.mustBeFresh()
        let file = try file(visit)
        do {
            let password = try NewPassword.read(visit.form, of: file.account)
            let hashed = try await keeping.people.passwords.hashed(password)
            try await keeping.change("password", file.account.id, by: visit) { $0.password = hashed }
            try await keeping.end(.allBut(visit.person.session.id), of: file.account.id, by: visit)
            return visit.go(to: "/account", done: "passwordChanged")
        } catch let refusal as Refusal where refusal.code == .invalidFields {
            return try self.password(visit, refusal.errors)
        }
    }

    private func codes(_ visit: DeskVisit, _ faults: [FieldFault] = []) throws -> Response {
        try visit.mustBeFresh()
        let (file, words) = (try file(visit), visit.words)
        var page: Shown = [
            "title": words["account.codes.title"], "lead": words["account.codes.lead"], "back": "/account",
            "action": "/account/codes/start", "deed": words["account.codes.start"],
        ]
        if let secret = file.newCodeSecret {
            let form = FormView(words, "account.codes", faults: faults)
            page["action"] = "/account/codes"
            page["deed"] = words["account.codes.deed"]
            page["qr"] = CodePicture.view(secret, of: file.account, words)
            page["codeFields"] = [CodePicture.field(form)]
        }
        return try visit.screen("account/form", page, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private func startCodes(_ visit: DeskVisit) async throws -> Response {
        try visit.mustBeFresh(back: "/account/codes")
        let secret = keeping.maker.codeSecret()
        try await keeping.change("newCodes", visit.person.session.account, by: visit) { $0.newCodeSecret = secret }
        return visit.go(to: "/account/codes")
    }

    private func changeCodes(_ visit: DeskVisit) async throws -> Response {
        try visit.mustBeFresh()
        let (file, typed) = (try file(visit), visit.form["code"] ?? "")
        guard let secret = file.newCodeSecret else { return visit.go(to: "/account/codes") }
        guard let step = OneTimeCode(secret: secret, digests: .crypto).step(of: typed, at: keeping.now),
            try await keeping.people.sessions.use(step, of: file.account.id)
        else { return try codes(visit, [FieldFault(field: "code", message: AccountWords.wrongCode)]) }
        try await keeping.change("codes", file.account.id, by: visit) {
            guard $0.newCodeSecret == secret else { throw Refusal(.stale) }
            ($0.codeSecret, $0.newCodeSecret) = (secret, nil)
        }
        try await keeping.end(.allBut(visit.person.session.id), of: file.account.id, by: visit)
        return visit.go(to: "/account", done: "codesChanged")
    }

    private func recovery(_ visit: DeskVisit) throws -> Response {
        try visit.mustBeFresh()
        let left = try file(visit).recoveryCodes.count
        return try visit.screen(
            "account/form",
            [
                "title": visit.words["account.recoveryCodes.title"], "action": "/account/recovery", "back": "/account",
                "lead": visit.words["account.recoveryCodes.lead", ["count": String(left)]],
                "deed": visit.words["account.recoveryCodes.deed"],
            ])
    }

    /// Shown in the answer itself: they are nowhere afterwards.
    private func drawRecovery(_ visit: DeskVisit) async throws -> Response {
        try visit.mustBeFresh()
        let id = visit.person.session.account
        let codes = keeping.maker.recoveryCodes(of: id)
        try await keeping.change("recoveryCodes", id, by: visit) { $0.recoveryCodes = codes.kept }
        return try visit.screen(
            "account/recovery", RecoveryView.shown(codes.shown, next: "/account", visit.words))
    }
}
