public import DutyRota

/// What operations are told, in Japanese.
public enum OperationsWords {
    public static let auditDisk = "閲覧記録がディスクに書けていません。照会には応答しています。"
    public static let nightDesk = "夜間の申し出（当番医の連絡不能・満床）を読み書きできません（desk.sqlite）。照会には応答しています。"
    public static let diskFull = "ディスクの空きが少なくなっています。"

    public static func deadNotices(_ count: Int) -> String {
        "届かなかった通知が\(count)件あります。宛先を確かめて送り直してください（card-dispatch notices list --state dead）。"
    }

    public static func emergencies(_ count: Int) -> String {
        "確認コードなしの緊急ログインが\(count)件、点検されていません。"
    }

    public static func stuckNotices(_ count: Int) -> String {
        "送る手段が設定されていない通知が\(count)件待っています（--mail-from、--webhook）。"
    }

    public static func noRecipient(_ office: String) -> String { "\(office): 通知の宛先が登録されていません。" }

    /// What a rota lacks, such as 静岡市静岡医師会: 第一当番のいない枠があります（3件、最初は2026-12-05（土））。
    public static func rotaProblem(
        _ kind: RotaProblem.Kind, count: Int, first: Day?, _ association: String
    ) -> String {
        let place = first.map { "、最初は\(CalendarWords.day($0))" } ?? ""
        return "\(association): \(problem(kind))（\(count)件\(place)）。"
    }

    private static func problem(_ kind: RotaProblem.Kind) -> String {
        switch kind {
        case .emptyMonth: "当番医が一人もいない月があります"
        case .gap: "第一当番のいない時間があります"
        case .short: "人数の足りない枠があります"
        case .samePerson: "第一当番と第二当番が同じ医師の枠があります"
        case .doubleDuty: "同じ医師の当番が重なっています"
        case .twoAreas: "同じ医師が同時に二つの地区の当番です"
        case .noTelephone: "電話番号のない当番医がいます"
        case .inactivePhysician: "会員でない当番医がいます"
        case .absent: "不在の当番医がいます"
        case .nightsRunning: "夜間の当番が続きすぎる医師がいます"
        case .standingContactHours: "常時の連絡先が終日は応答しません"
        case .overriddenCell: "変更された枠に交代が残っています"
        case .vanishedPlace: "なくなった枠に当番医が書かれています"
        case .unpublished: "当番表の公開されていない月があります"
        case .publishedMeanwhile: "下書きの後に公開された版があります"
        case .publishAnew: "公開後に変わった枠・地区・休日と合わない当番表があります。公開し直してください"
        case .holidayTableEnds: "祝日表が半年以内に終わります。内閣府の新しい表を取り込んでください"
        }
    }
}
