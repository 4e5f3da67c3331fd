import DutyRota

/// What stands on a printed card, in Japanese.
///
/// None of it tells anybody to leave something undone: paper says whom to call and what to say; the fire department's protocol decides.
public enum PrintWords {
    static let old = "旧版"
    static let draft = "下書き"
    static let training = "訓練用"
    static let blank = "（未記入）"
    static let patient = "氏名"
    static let contacts = "まず電話するところ"
    static let noNumberYet = "番号は発行のときに入ります"
    static let noTelephone = "電話番号の登録がありません"
    static let attendingPhysician = "かかりつけ医"
    static let visitingNurse = "訪問看護"
    static let deputyPhysician = "副主治医"
    static let hospital = "希望の病院"
    static let association = "医師会"
    static let unconfirmed = "事務局が代行入力・主治医未確認"
    static let emergency = "119"
    static let sayIt = "に電話して"
    static let readIt = "と番号を伝えてください"
    static let always = "けが・窒息・予期しない急変や、搬送を望むときも119番へ。出動はいつもどおりです。"
    static let replaced = "新しい版を受け取ったら、古い版は捨ててください。"
    static let sameNumber = "番号は版が変わっても同じです。"
    static let cut = "外側の線で切り、真ん中で折って貼り合わせてください。倍率100%（実際のサイズ）で印刷します。"
    static let more = "ほかの連絡先は、ご家族の手引きにあります。"
    static let noSuchVersion = "この版はありません。"
    public static let notAVersion = "版は1以上の整数で指定してください。"
    public static let notAForm = "形式は card、card-a4、sheet に .html か .pdf を付けたものです。"

    /// A page's title in a browser's tab; it names nobody.
    static func title(_ colour: Colour, _ number: String?) -> String {
        [Sentences.name(of: colour), number].compactMap(\.self).joined(separator: " ")
    }

    /// What a card is for, in a few words.
    static func purpose(_ colour: Colour) -> String {
        switch colour {
        case .green: "在宅での看取り支援"
        case .yellow: "希望する病院への搬送"
        }
    }

    /// What to say on the telephone.
    static func spoken(_ colour: Colour) -> String { "「\(Sentences.name(of: colour))を持っています」" }

    static func physician(_ name: String) -> String { "\(name) 医師" }

    /// Such as 希望の病院1; alone, without a number.
    static func hospital(_ place: Int, of count: Int) -> String { count == 1 ? hospital : "\(hospital)\(place)" }

    /// Such as 第3版 令和8年11月24日発行. A draft is not issued yet.
    static func version(_ number: Int, on day: Day, isDraft: Bool) -> String {
        "第\(number)版 \(JapaneseDate.text(day))\(isDraft ? "作成" : "発行")"
    }

    static func printed(on day: Day) -> String { "印刷 \(JapaneseDate.text(day))" }

    static func valid(until day: Day?, isExpired: Bool) -> String? {
        day.map { "有効期限 \(JapaneseDate.text($0))\(isExpired ? "（過ぎています）" : "")" }
    }

    /// Where to ask whether a paper is the latest.
    static func current(_ association: String, _ telephone: String? = nil) -> String {
        "今の版かどうかは、かかりつけ医か\(association)\(telephone.map { "（\($0)）" } ?? "")にお尋ねください。"
    }

    /// What stands on top of paper that does not count.
    static func marked(_ print: CardPrint) -> [String] {
        [
            print.isOld ? "旧版（第\(print.card.version)版）です。今の版は第\(print.latest)版です。" : nil,
            print.isDraft ? "下書きです。発行されるまで使えません。" : nil,
            print.card.document.training ? "訓練用です。実在の患者ではありません。" : nil,
        ].compactMap(\.self)
    }

    /// A number's label with the hours in which it is answered, such as 診療所（平日 9:00–17:00）; without hours at some time, it is answered
    /// at all of them.
    static func label(_ label: String, _ times: [TelephoneHours?]) -> String {
        let kept = times.compactMap(\.self).map(hours)
        return kept.count < times.count ? label : "\(label)（\(kept.joined(separator: "、"))）"
    }

    private static func hours(_ hours: TelephoneHours) -> String {
        let days = DayType.allCases.filter(hours.dayTypes.contains).map(dayType).joined(separator: "・")
        let isAllDay = hours.span.end - hours.span.start == 1440 && hours.span.start == 0
        return [days.isEmpty ? nil : days, isAllDay ? nil : "\(clock(hours.span.start))–\(clock(hours.span.end))"]
            .compactMap(\.self).joined(separator: " ")
    }

    private static func dayType(_ type: DayType) -> String {
        switch type {
        case .weekday: "平日"
        case .saturday: "土曜"
        case .sunday: "日曜"
        case .holiday: "祝日"
        }
    }

    private static func clock(_ minutes: Int) -> String {
        let (isNextDay, rest) = (minutes > 1440, minutes > 1440 ? minutes - 1440 : minutes)
        return "\(isNextDay ? "翌" : "")\(rest / 60):\(rest % 60 < 10 ? "0" : "")\(rest % 60)"
    }
}
