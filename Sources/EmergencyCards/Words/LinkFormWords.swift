/// What stands on the forms of a link's page, in Japanese: a value of its own, so that a page holds no words.
public struct LinkFormWords: Hashable, Sendable {
    public let codeTitle = "コードの入力"
    public let codeHeading = "消防指令から伝えられたコードを入力してください"
    public let codeLabel = "コード（数字6桁）"
    public let open = "開く"
    public let codeHint = "番号とコードは、電話で指令員に確かめられます。"
    public let acknowledge = "確認しました"
    public let arrivalHeading = "到着予定"
    public let clockLabel = "時刻で指定"
    public let setClock = "この時刻に到着予定"
    public let arrived = "到着しました"
    public let turnBack = "行けなくなりました"
    public let turnBackHeading = "行けなくなったことを消防指令に伝えます"
    public let turnBackText = "伝えると、このページは閉じ、指令員が次の医師に電話します。"
    public let turnBackConfirm = "行けなくなったと伝える"
    public let turnedBack = "伝えました"
    public let turnedBackText = "指令員が次の医師に電話します。このページは閉じてください。"
    public let back = "戻る"
    public let accept = "受け入れます"
    public let acceptLabel = "到着の見込み（わかれば）"
    public let declineHeading = "受け入れられないとき"
    public let decline = "受け入れられません"
    public let reasonLabel = "理由"
    public let fullHeading = "満床のとき"
    public let fullLabel = "いつまで"
    public let full = "満床と伝える"
    public let saidHeading = "伝えたこと"

    public init() {}

    /// One of the times of arrival that can be given with one touch.
    public static func arrival(in minutes: Int) -> String { "\(minutes)分後" }

    public static let wrongCode = "番号かコードが違います。電話で指令員に確かめてください。"
    public static let sixDigits = "コードは数字6桁です。"
    public static let oldForm = "このページは古くなっていました。もう一度押してください。"
    public static let reasonMissing = "理由を入力してください。"
    public static let notAClock = "時刻を入力してください。"
    public static let notNow = "この事案の今の状態ではできません。"
}
