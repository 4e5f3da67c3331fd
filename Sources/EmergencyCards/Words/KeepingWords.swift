import DutyRota

/// What is said of cards that somebody must look after, in Japanese.
public enum KeepingWords {
    public static let notAState = "state に指定できるのは draft、active、suspended、ended です。"
    public static let notAReason =
        "reason に指定できるのは次のどれかです: " + DueReason.allCases.map(\.rawValue).joined(separator: ", ")
    public static let notAPage = "page には前の答えの next をそのまま指定してください。"
    public static let notAnAgreement = "agreement に指定できるのは old です。"
    public static let notADayCount = "days は 1 から 400 までの整数です。"
    public static let reasonWithState = "reason を指定すると、state は指定できません。"

    /// A reason in a few words.
    public static func name(of reason: DueReason) -> String {
        switch reason {
        case .physicianLeft: "かかりつけ医・副主治医の退会または電話番号なし"
        case .hospitalLeft: "参加をやめた病院"
        case .agreementMissing: "病院の承諾がない"
        case .deathCertified: "死亡診断済み"
        case .transportRequested: "搬送の希望があった"
        case .renewalDue: "有効期限"
        case .reviewOverdue: "見直しの期限切れ"
        case .unconfirmed: "主治医未確認"
        case .suspendedLong: "長い入院"
        case .agreementOld: "古い病院の承諾"
        case .reviewDue: "見直しの時期"
        case .draftLeft: "置かれたままの下書き"
        }
    }

    /// What is the matter with a card, such as 有効期限が12日後（2026年12月6日）に終わります。
    public static func message(_ entry: DueEntry) -> String {
        let day = entry.since.map(JapaneseDate.text) ?? ""
        let days = entry.days ?? 0
        switch entry.reason {
        case .physicianLeft: return physician(entry)
        case .hospitalLeft: return "カードの病院は、もう参加していません。"
        case .agreementMissing: return "病院が承諾した日が登録されていません。"
        case .deathCertified: return "\(day)の事案で死亡診断済みです。カードの終了を登録してください。"
        case .transportRequested: return "\(day)の事案で搬送の希望がありました。今後の希望を確認し、カードを更新してください。"
        case .renewalDue where days > 0: return "有効期限（\(day)）を\(days)日過ぎています。"
        case .renewalDue: return days == 0 ? "有効期限は今日までです。" : "有効期限が\(-days)日後（\(day)）に終わります。"
        case .reviewOverdue: return "3か月ごとの見直しの期限（\(day)）を\(days)日過ぎています。"
        case .unconfirmed: return "事務局の代行入力が\(day)から主治医の確認を待っています（\(days)日）。"
        case .suspendedLong: return "入院の登録が\(day)から\(days)日続いています。"
        case .agreementOld: return "病院の承諾（\(day)）から1年を過ぎています。"
        case .reviewDue: return days == 0 ? "見直しの期限は今日です。" : "見直しの期限は\(-days)日後（\(day)）です。"
        case .draftLeft: return "下書きが\(day)から置かれたままです（\(days)日）。"
        }
    }

    private static func physician(_ entry: DueEntry) -> String {
        let who = entry.physician?.role == .deputy ? "副主治医" : "かかりつけ医"
        guard entry.physician?.fault == .left else { return "\(who)に電話番号がありません。" }
        return "\(who)は退会しています" + (entry.since.map { "（\(JapaneseDate.text($0))まで）。" } ?? "。")
    }

    /// What operations are told: how many cards lack what tonight's plan needs.
    public static func breaksPlan(_ reason: DueReason, cards: Int, _ association: String) -> String {
        "\(association): \(name(of: reason))（\(cards)件のカード）。"
    }
}
