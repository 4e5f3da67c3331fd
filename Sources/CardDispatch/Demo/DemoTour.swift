import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation

/// What a visitor is shown: a key for each role, a card for each situation, lines to paste.
struct DemoTour {
    private let keys: [Role: String]
    private let cards: [Situation: CardNumber]
    private let association: AssociationID
    private let area: AreaID
    /// The month of now, which is published.
    private let month: Month
    private let accounts: DemoAccounts

    enum Situation: String, CaseIterable {
        case green, yellow, withdrawn, expired
    }

    /// Chooses the cards, makes the keys and enters the people.
    init(_ book: SeedBook, store: CardStore, passwords: Passwords, at now: Instant) async throws {
        let folder = book.folders.first { $0.association.id == "shizuoka" } ?? book.folders.first
        guard let folder else { throw Refusal(.notFound) }
        let cards = folder.cards
        let chosen = Situation.allCases.compactMap { situation in
            cards.first { $0.shows(situation, among: cards, on: now.day) }.map { (situation, $0) }
        }
        let samples = Dictionary(uniqueKeysWithValues: chosen)
        self.cards = samples.compactMapValues(\.number)
        association = folder.association.id
        month = now.day.month
        area = samples[.green]?.document.patient.area ?? folder.association.areas.first?.id ?? ""
        let scopes: [Role: KeyHolder.Scope?] = [
            .fire: .installation, .admin: .installation, .association: .association(folder.association.id),
            .physician: samples[.green]?.document.attendingPhysician.map { .physician($0) },
            .hospital: samples[.yellow]?.document.hospitals.first?.hospital.map { .hospital($0) },
        ]
        keys = try scopes.reduce(into: [:]) { keys, entry in
            guard let scope = entry.value else { return }
            keys[entry.key] = try store.addKey(role: entry.key, scope: scope, at: now).key
        }
        accounts = try await DemoAccounts(
            folder, scopes: scopes.compactMapValues(\.self), store: store, passwords: passwords, at: now)
    }

    /// Writes `demo.json`, readable by its owner alone, all at once.
    func write(to file: URL, port: Int) throws {
        var json = JSONWriter()
        json.object { json in
            json.member("baseURL", Self.base(port))
            json.member(
                "keys",
                object: { json in
                    for role in Role.allCases { json.member(role.key, keys[role]) }
                })
            json.member(
                "cards",
                object: { json in
                    for situation in Situation.allCases { json.member(situation.key, cards[situation]?.text) }
                })
            json.member("accounts", each: accounts.entries) {
                $0.member("role", $1.account.role.rawValue)
                $0.member("login", $1.account.login.text)
                $0.member("name", $1.account.name)
                $0.member("password", accounts.password)
                $0.member("totpSecret", $1.codeSecretText)
            }
        }
        let draft = file.appendingPathExtension("new")
        let isWritten = FileManager.default.createFile(
            atPath: draft.path, contents: Data(json.bytes + [0x0A]), attributes: [.posixPermissions: 0o600])
        guard isWritten, rename(draft.path, file.path) == 0 else { throw POSIXError(.EIO) }
    }

    /// What is printed: everything can be pasted as it is.
    func text(port: Int, folder: String) -> String {
        let base = Self.base(port)
        let fire = "curl -s -H 'Authorization: Bearer \(keys[.fire] ?? "")'"
        let lookUps = Situation.allCases.compactMap { situation in
            cards[situation].map { "# \(situation.inWords)\n\(fire) \(base)/api/v1/lookup/\($0)" }
        }
        let misread = cards[.green].map { "# 1桁読み違えた番号\n\(fire) \(base)/api/v1/lookup/\($0.misread)" }
        let duty = "# 今の当番医（\(area)）\n\(fire) '\(base)/api/v1/duty?association=\(association)&area=\(area)'"
        let office = "curl -s -H 'Authorization: Bearer \(keys[.association] ?? "")'"
        let rota = "\(base)/api/v1/associations/\(association)"
        let desk = [
            "# 医師会事務局: 30日先までに足りないもの\n\(office) '\(rota)/warnings?days=30'",
            "# 医師会事務局: 今月の当番表（印刷用）\n\(office) -o rota.html \(rota)/rota/\(month).html",
            "# 医師会事務局: 今月の当番表（Excel）\n\(office) -o rota.xlsx \(rota)/rota/\(month).xlsx",
        ]
        let night = cards[.green].map { number in
            let calls = "\(base)/api/v1/calls"
            return """
                # 事案を開始し、最初の手順に「応答なし」を記録し、次の手順を見る（変化は別の端末で見えます。止めるには Ctrl-C）
                CALL=$(\(fire) --json '{"card":"\(number)"}' \(calls) | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)
                STEP=$(\(fire) \(calls)/$CALL | grep -o '"next":"[^"]*"' | cut -d'"' -f4)
                \(fire) --json "{\\"stepId\\":\\"$STEP\\",\\"outcome\\":\\"noAnswer\\"}" \(calls)/$CALL/attempts
                \(fire) -N \(calls)/$CALL/events
                """
        }
        let clinic = "curl -s -H 'Authorization: Bearer \(keys[.physician] ?? "")'"
        let paper = cards[.green].map { number in
            let place = "\(base)/api/v1/cards/\(number)/print"
            return """
                # かかりつけ医: カードとご家族の手引きを印刷（ブラウザーで開く。.pdf も同じ）
                \(clinic) -o card.html \(place)/card-a4.html
                \(clinic) -o sheet.html \(place)/sheet.html
                """
        }
        return
            (["\(base) で動いています（データは架空のものです。場所: \(folder)。止めるには Ctrl-C）。", ""] + signIns(base)
            + ["", "プログラムから試すには:", ""] + lookUps + [misread].compactMap(\.self) + [duty] + [night].compactMap(\.self)
            + desk
            + [paper].compactMap(\.self)).joined(
                separator: "\n")
    }

    /// A log-in for each desk.
    private func signIns(_ base: String) -> [String] {
        let lines = accounts.entries.map { entry in
            let login = entry.account.login.text.padding(toLength: 10, withPad: " ", startingAt: 0)
            return
                "  \(login)  \(CommandLine.arguments.first ?? "card-dispatch") accounts code \(entry.codeSecretText)  # \(entry.account.role.inWords) \(entry.account.name)"
        }
        return [
            "画面を試すには: \(base)/login を開き、下のログイン名で入ります。パスワードはどれも \(accounts.password) です。",
            "確認コード（6桁、30秒ごとに変わります）は、行のコマンドで出ます（oathtool -b --totp 秘密 でも同じです）。",
        ] + lines
    }

    private static func base(_ port: Int) -> String { "http://127.0.0.1:\(port)" }
}

extension SeedCard {
    fileprivate func shows(_ situation: DemoTour.Situation, among cards: [SeedCard], on day: Day) -> Bool {
        let isPlain = life.state == .active && life.confirmed != nil && !document.training
        switch situation {
        case .green: return isPlain && !life.isExpired(on: day) && document.colour == .green
        case .yellow: return isPlain && !life.isExpired(on: day) && document.colour == .yellow
        case .expired: return isPlain && life.isExpired(on: day)
        case .withdrawn:
            return life.endedReason == .withdrawn
                && !cards.contains { $0.life.state.isInForce && $0.document.patient.id == document.patient.id }
        }
    }
}

extension DemoTour.Situation {
    fileprivate var key: StaticString {
        switch self {
        case .green: "green"
        case .yellow: "yellow"
        case .withdrawn: "withdrawn"
        case .expired: "expired"
        }
    }

    fileprivate var inWords: String {
        switch self {
        case .green: "グリーンカード（在宅看取り）"
        case .yellow: "イエローカード（希望病院への搬送）"
        case .withdrawn: "取り下げられたカード"
        case .expired: "有効期限を過ぎたカード"
        }
    }
}

extension Role {
    fileprivate var inWords: String {
        switch self {
        case .fire: "消防指令"
        case .association: "医師会事務局"
        case .physician: "医師"
        case .hospital: "病院"
        case .admin: "システム管理"
        }
    }

    fileprivate var key: StaticString {
        switch self {
        case .fire: "fire"
        case .association: "association"
        case .physician: "physician"
        case .hospital: "hospital"
        case .admin: "admin"
        }
    }
}

extension CardNumber {
    /// The number with its last digit read wrongly.
    fileprivate var misread: String { String(text.dropLast()) + String((value + 1) % 10) }
}
