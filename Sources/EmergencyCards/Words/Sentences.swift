import DutyRota

/// The Japanese sentences that a dispatcher reads, one for each situation.
///
/// For a card in force each says the same three things: dispatch by the usual criteria and telephone in parallel; injury, choking and the
/// unforeseen lie outside the card; and if patient or family now want transport, it is an ordinary 119 call. None tells a crew
/// what to do about resuscitation: what the patient wished is shown as a quotation, and the fire department's protocol decides.
public enum Sentences {
    static let ordinaryDispatch = "通常の119番対応"
    static let attendingPhysician = "かかりつけ医"
    static let visitingNurse = "訪問看護ステーション"
    static let dutyPhysician = "医師会当番医"
    static let mainNumber = "電話"
    private static let actAsUsual = "通常の119番として対応してください。"
    private static let alwaysSaid =
        "出動は通常の基準で行い、並行して下の順に電話してください。けが・窒息・予期しない急変はカードの対象外です。"
        + "本人や家族が今搬送を望むときは、通常の119番として対応してください。"

    /// The sentence for a number that leads to a card. `said` is the colour that was said, where it is another one.
    static func sentence(
        for found: FoundCard, said: Colour?, flags: [CardFlag] = [], openCall: OpenCall? = nil, on day: Day
    ) -> String {
        let card = found.answering
        if found.read.isErased, found.read.number == card.number { return erased(found.read.endedReason) }
        let parts = [
            said.map { mismatch(said: $0, read: found.read.colour) },
            card.document.training ? "訓練用のカードです。" : nil,
            found.read.number == card.number ? nil : otherNumber(found),
            openCall == nil ? nil : "この方については対応中の事案があります。",
            flags.isEmpty ? nil : flags.map(flag).joined(),
            state(of: card, on: day),
            card.life.state.isInForce ? alwaysSaid : actAsUsual,
        ]
        return parts.compactMap(\.self).joined()
    }

    /// The sentence for a number that was never issued.
    public static let unknown =
        "この番号のカードはありません。番号をもう一度聞き取り、電話番号・氏名（かな）と生年月日でも探してください。"
        + "見つからなければ" + actAsUsual

    /// The sentence where the register of cards cannot be read.
    public static let unavailable = "カードの登録を読めません。通常の119番として対応し、医師会の緊急連絡窓口に電話してください。"

    /// The sentence for what cannot be a card number.
    public static func malformed(_ reading: NumberReading, length: NumberLength) -> String {
        let fault =
            if reading.digits.count != length.rawValue {
                "番号は\(length.rawValue)桁です（\(reading.digits.count)桁入力されました）。"
            } else if reading.digits.first == 0 {
                "0で始まる番号はありません。"
            } else if reading.hasForeignText {
                "番号に数字以外の文字があります。"
            } else {
                "番号に読み違いか打ち違いがあります（検査数字が合いません）。"
            }
        return fault + "もう一度聞き取ってください。候補があっても読み上げず、氏名と生年月日を尋ねて照合してください。"
            + "わからなければ" + actAsUsual
    }

    /// A colour in words.
    public static func name(of colour: Colour) -> String {
        switch colour {
        case .green: "グリーンカード"
        case .yellow: "イエローカード"
        }
    }

    /// An old paper whose patient is on the register no more.
    private static func erased(_ reason: EndedReason?) -> String {
        "保存期間（\(Retention.years)年）を過ぎて登録を消去した、\(ending(reason))です。氏名・連絡先は残っていません。" + actAsUsual
    }

    /// What an earlier call left: whoever reads it asks, and takes nothing for granted.
    private static func flag(_ flag: CardFlag) -> String {
        let day = JapaneseDate.text(flag.at.day)
        return switch flag.kind {
        case .deathCertified:
            "前の事案（\(day)）で医師がこの方の死亡を確認し、かかりつけ医の手続きを待っています。番号と氏名・生年月日を確かめてください。"
        case .transportRequested: "前の事案（\(day)）で搬送の希望がありました。今の希望を尋ねてください。"
        }
    }

    private static func mismatch(said: Colour, read: Colour) -> String {
        "「\(name(of: said))」と入力されましたが、この番号は\(name(of: read))です。番号と氏名・生年月日を確かめてください。"
    }

    private static func otherNumber(_ found: FoundCard) -> String {
        let card = found.answering
        return "入力された番号 \(found.read.number) は\(ending(found.read.endedReason))です。"
            + (card.life.state.isInForce ? "この方の今のカードは \(card.number) です。" : "この方の最後のカードは \(card.number) です。")
    }

    private static func ending(_ reason: EndedReason?) -> String {
        switch reason {
        case .withdrawn: "以前のカード（取り下げ）"
        case .superseded: "以前のカード（差し替え済み）"
        case .deceased: "以前のカード（死亡により終了）"
        case .moved: "以前のカード（転居により終了）"
        case nil: "下書きのカード"
        }
    }

    private static func state(of card: Card, on day: Day) -> String {
        switch card.life.state {
        case .draft: "まだ発行されていない下書きのカードです。"
        case .active, .suspended: inForce(card, on: day)
        case .ended: ended(card.life.endedReason)
        }
    }

    private static func inForce(_ card: Card, on day: Day) -> String {
        let life = card.life
        let name = name(of: card.document.colour)
        let expiry = life.validUntil.flatMap { life.isExpired(on: day) ? $0 : nil }
        let parts = [
            expiry.map { "有効期限（\(JapaneseDate.text($0))）を過ぎた\(name)です。期限後も登録された希望と連絡先を表示しています。" }
                ?? "有効な\(name)です。",
            life.suspendedSince.map { "入院中と登録（\(JapaneseDate.text($0))から）。自宅にいるならこの計画です。" },
            card.isUnconfirmed ? "事務局が代行入力・主治医未確認です。" : nil,
            life.isReviewOverdue(on: day, colour: card.document.colour) ? "3か月ごとの見直しが済んでいません。" : nil,
        ]
        return parts.compactMap(\.self).joined()
    }

    private static func ended(_ reason: EndedReason?) -> String {
        switch reason {
        case .withdrawn: "取り下げられています。"
        case .superseded: "差し替えられたカードで、今有効なカードはありません。"
        case .deceased: "死亡により終了したカードです。番号と氏名・生年月日を確かめてください。"
        case .moved: "転居により終了したカードです。"
        case nil: "終了したカードです。"
        }
    }
}
