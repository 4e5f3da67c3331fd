import DutyRota

/// What the record of who looked says to a patient who asks, in Japanese.
public enum AuditWords {
    public static let cardOrPatient = "card か patient のどちらかを指定してください。"
    public static let notANumber = "カード番号として読めません。"
    public static let notAnAction = "この操作はありません。"

    /// A record in one line, such as 2026-11-24 22:03 消防指令（キー K1、担当 山田）がカードを照会.
    public static func summary(_ entry: AuditEntry, _ query: AuditQuery) -> String {
        let who = [
            "キー \(entry.actor.key)", entry.actor.person.map { "担当 \($0)" }, entry.actor.address,
        ].compactMap(\.self).joined(separator: "、")
        let notes = [
            entry.details.member("rehearsal") == .flag(true) ? "訓練" : nil,
            entry.details.member("via").text == "didYouMean" ? "候補から選択" : nil,
            entry.refused.map { "拒否: \($0)" },
        ].compactMap(\.self).joined(separator: "、")
        return "\(entry.at.day) \(entry.at.alignedClock) \(role(entry.actor))（\(who)）が\(deed(entry, query))"
            + (notes.isEmpty ? "" : "（\(notes)）")
    }

    private static func role(_ actor: AuditRecord.Actor) -> String {
        if actor.key == "command" { return "管理者のコマンド" }
        if actor.key == "link" { return "事案のページの利用者" }
        return switch Role(rawValue: actor.role) {
        case .fire: "消防指令"
        case .association: "医師会事務局"
        case .physician: "医師"
        case .hospital: "病院"
        case .admin: "管理者"
        case nil: actor.role
        }
    }

    private static func deed(_ entry: AuditEntry, _ query: AuditQuery) -> String {
        let places = Set(entry.naming(query))
        guard entry.action == AuditRecord.Action.lookup.rawValue, query.isAboutSomebody else {
            return deeds[entry.action] ?? "「\(entry.action)」を記録"
        }
        if places.contains("card") || places.contains("read") || places.contains("asked") { return "カードを照会" }
        if places.contains("sameHousehold") { return "同じ世帯のカードとして表示" }
        return "番号の読み違いの候補として表示"
    }

    /// What can be done with a card, for whoever searches the record by it, in the order in which it is looked for.
    public static var actions: [(action: String, words: String)] {
        let wanted: [AuditRecord.Action] = [
            .lookup, .search, .cardRead, .cardPrint, .patientRead, .cardList, .patientList, .cardIssue, .cardChange,
            .cardConfirm, .cardRenew, .cardReview, .cardVisit, .cardSuspend, .cardResume, .cardReissue, .cardWithdraw,
            .cardClose, .cardReopen, .cardHandOver, .callOpen, .callAttempt, .callClose, .callRead, .callList,
            .linkOpened, .linkRefused, .linkAnswer, .packetRead, .morningRead, .auditRead, .export, .import,
        ]
        return wanted.compactMap { action in deeds[action.rawValue].map { (action.rawValue, $0) } }
    }

    /// Everything that the record can hold: first what can be done with a card, then the rest by its words.
    public static var everyAction: [(action: String, words: String)] {
        let known = Set(actions.map(\.action))
        let rest = deeds.filter { !known.contains($0.key) }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        return actions + rest.map { (action: $0.key, words: $0.value) }
    }

    /// By action; those of the rota and the registers concern no card.
    private static let deeds = [
        "lookup": "カードを照会", "duty": "当番医を照会", "cardRead": "カードを閲覧", "cardIssue": "カードを登録", "cardWithdraw": "カードを取り下げ",
        "cardChange": "カードの内容を変更", "cardConfirm": "カードを確認", "cardRenew": "カードを更新", "cardReview": "カードを見直し",
        "cardSuspend": "カードを入院中に変更", "cardResume": "カードの入院中を解除", "cardReissue": "カードを再発行", "cardClose": "カードを終了",
        "cardReopen": "カードの終了を取り消し", "cardVisit": "訪問を記録", "cardHandOver": "主治医を変更", "cardPrint": "カードを印刷",
        "cardList": "カードの一覧に表示", "patientList": "医師の患者の一覧に表示", "search": "検索の結果に表示", "morningRead": "朝の一覧に表示",
        "auditRead": "閲覧記録を確認",
        "auditExport": "閲覧記録を書き出し", "export": "医師会の記録を書き出し", "import": "ファイルから登録", "patientRead": "患者の登録を閲覧",
        "callOpen": "事案を開始", "callRing": "事案で電話を呼び出し", "callAttempt": "事案で電話の結果を記録", "callHandOver": "事案を引き継ぎ",
        "callClose": "事案を終了", "callReopen": "事案を再開", "callRead": "事案を閲覧", "callList": "事案の一覧に表示",
        "erase": "カードを消去", "linkOpened": "コードで事案のページを表示", "linkRefused": "コードの入力を試みて拒否", "linkRead": "事案のページを閲覧",
        "linkAnswer": "事案のページから返答",
        "linkMade": "事案のページの番号とコードを発行", "linkList": "事案のページの番号とコードを確認", "packetRead": "医師に伝える内容を表示",
        "load": "ファイルから登録", "noticeList": "通知の一覧を閲覧", "noticeChoice": "通知の宛先を変更", "noticeResend": "通知を再送",
        "noticeTest": "通知を試験", "logIn": "ログイン", "logInEmergency": "確認コードなしで緊急ログイン", "logInRefused": "ログインを試みて拒否",
        "logOut": "ログアウト", "accountChange": "アカウントを変更", "sessionEnd": "ログイン中の端末を終了", "accountProof": "本人をもう一度確認",
        "emergencyReview": "緊急ログインを点検",
        "keyAdd": "機器の鍵を作成", "keyRevoke": "機器の鍵を取り消し",
        "done": "変更を完了", "refused": "変更を試みて拒否",
    ]
}
