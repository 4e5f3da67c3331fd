public import DutyRota

extension EvidenceWords {
    public static let record = "カードの照会"
    public static let installation = "番号の確認と検索（全医師会の合計）"
    public static let calls = "事案"
    public static let times = "時間（中央値／9割が収まる値）"
    public static let steps = "手順ごとの結果"
    public static let stepColumns = ["手順", "呼び出し", "応答", "引き受け", "最初に引き受け", "最初に引き受けた割合"]
    public static let opened = "開かれた事案"
    public static let notClosed = "終了していない事案"
    public static let nobody = "誰にもつながらなかった事案"
    public static let transport = "搬送の希望に変わった事案"
    public static let planChanged = "途中で計画が変わった事案"
    public static let overdue = "到着が遅れた事案"
    public static let toAccept = "引き受けまで"
    public static let toArrive = "到着まで"
    public static let toHospital = "病院の受け入れまで"
    public static let attempts = "1件あたりの呼び出し"
    public static let notes = [
        "訓練は含みません。照会は消防の閲覧記録から、事案は事案の記録から数えています。応答は相手が出た呼び出し、引き受けは来る・受け入れると答えた事案の数です。",
        "時間は\(Spread.fewest)件以上のときだけ示します。個人は特定されませんが、件数の少ない月を医師会の外へ示すときは、数か月分をまとめてください。",
    ]

    /// Such as 令和8年11月 夜間対応の集計.
    public static func title(_ month: Month) -> String {
        "\(JapaneseDate.text(month.firstDay).replacing("月1日", with: "月")) 夜間対応の集計"
    }

    public static func madeAt(_ instant: Instant) -> String { "\(JapaneseDate.text(instant.day)) \(instant.clock)現在" }

    /// The month in one sentence.
    public static func summary(_ evidence: Evidence) -> String {
        let calls = evidence.calls
        return
            "照会\(evidence.count(.lookUp))件、事案\(calls.calls)件。引き受けあり\(calls.answered)件、誰にもつながらず\(calls.nobody)件。"
    }

    public static func measure(_ measure: Tally.Measure) -> String {
        switch measure {
        case .lookUp: "消防による照会"
        case .lookUpByHospital: "病院による照会"
        case .gapMet: "照会時に当番医が不在"
        case .expiredRead: "有効期限切れ"
        case .unconfirmedRead: "主治医未確認"
        case .didYouMeanOpened: "候補から開いたカード"
        case .didYouMeanShown: "読み違いの候補を表示"
        case .notFound: "見つからなかった番号"
        case .search: "番号なしの検索"
        case .searchWithoutHit: "該当なしの検索"
        }
    }

    /// A kind of what was counted; a word of a later version as it is.
    public static func label(_ label: String) -> String { labels[label] ?? label }

    private static let labels = [
        "active": "有効", "suspended": "入院中", "ended": "終了", "draft": "下書き", "gap": "当番の空き", "unpublished": "当番表が未公開",
        "unknown-card": "発行されていない番号", "malformed-number": "番号として読めない", "telephone": "電話番号", "address": "住所",
        "kana+birthDate": "氏名と生年月日", "kana+area": "氏名と地区",
        "unavailable": "台帳を読めない", "not-in-force": "有効でないカード", "not-yours": "対象外",
    ]

    public static func colour(_ colour: Colour) -> String { colour == .green ? "グリーン" : "イエロー" }

    public static func outcome(_ outcome: CallOutcome) -> String {
        switch outcome {
        case .deathCertified: "死亡診断"
        case .caredForAtHome: "在宅で対応"
        case .advisedByTelephone: "電話で助言"
        case .takenToNamedHospital: "カードの病院へ搬送"
        case .takenElsewhere: "他の病院へ搬送"
        case .nobodyReached: "つながらず通常出動"
        case .cancelled: "取り消し"
        case .rehearsalOver: "訓練終了"
        }
    }

    public static func step(_ step: CallStep) -> String {
        switch step {
        case .attendingPhysician: "かかりつけ医"
        case .visitingNurse: "訪問看護"
        case .deputyPhysician: "副主治医"
        case .dutyFirst: "当番医（第一）"
        case .dutySecond: "当番医（第二）"
        case .standingContact: "常時の連絡先"
        case .hospital1: "病院（第一）"
        case .hospital2: "病院（第二）"
        case .hospitalLater: "病院（第三以降）"
        }
    }

    /// Such as 4分／12分（31件）; too few: their count alone.
    public static func minutes(_ seconds: Spread) -> String {
        guard let median = seconds.median, let ninety = seconds.ninety else { return "–（\(seconds.count)件）" }
        return "\(whole(median))分／\(whole(ninety))分（\(seconds.count)件）"
    }

    /// Such as 2回／4回.
    public static func times(_ attempts: Spread) -> String {
        guard let median = attempts.median, let ninety = attempts.ninety else { return "–（\(attempts.count)件）" }
        return "\(median)回／\(ninety)回（\(attempts.count)件）"
    }

    /// Minutes that have begun.
    private static func whole(_ seconds: Int) -> Int { (seconds + 59) / 60 }
}
