import DutyRota

/// What stands on the family's sheet.
extension PrintWords {
    static let sheetTitle = "ご家族の手引き"
    static let sheetHeading = "夜間や休日に様子が変わったら"
    static let firstly = "まず、かかりつけ医か訪問看護に電話する"
    static let numberHeading = "カードの番号"
    static let wishHeading = "ご本人の希望"
    static let wishBehind = "ご本人の希望は、うしろのページに全文があります。"
    static let noWish = "（まだ書かれていません）"
    static let helps = "このカードでできること"
    static let outside = "カードの対象ではないこと"
    static let withdrawing = "気持ちが変わったら"
    static let keeping = "置き場所"
    static let keep = "冷蔵庫の扉など、家族にも救急隊にも見つけやすい所に貼ってください。"
    static let contactOfAssociation = "医師会の連絡先"
    static let codeWithAddress = "QRコードを読むと、することの案内が出ます"
    static let codeAlone = "QRコードには番号だけが入っています"

    /// How to withdraw the card; what to say to 119 is the opposite of what its colour wishes.
    static func withdraw(_ colour: Colour) -> String {
        let said =
            switch colour {
            case .green: "やっぱり病院へ行きたい"
            case .yellow: "どの病院でもよい"
            }
        return "カードはいつでも取り下げられます。かかりつけ医か医師会に伝えてください。119番の電話で「\(said)」と言うだけでも、その場から通常の119番になります。"
    }

    /// What to do at night after that, step by step.
    static func steps(_ colour: Colour, number: String?) -> [PrintedSheet.Step] {
        let name = Sentences.name(of: colour)
        let say = number.map { "「\(name)を持っています。番号は \($0) です」" } ?? "「\(name)を持っています」"
        return [
            .init(
                place: "2", title: "つながらない・迷う・急ぐときは、119に電話する",
                text: "\(say)と伝え、番号を上のかなのとおりにゆっくり読んでください。"),
            .init(place: "3", title: "聞かれたことに答える", text: "氏名・生年月日・住所と、今の様子です。\(afterwards(colour))"),
        ]
    }

    private static func afterwards(_ colour: Colour) -> String {
        switch colour {
        case .green: "消防の指令員が、かかりつけ医や医師会の当番医に順に電話します。"
        case .yellow: "救急車が向かい、できるかぎり希望の病院へ運びます。指令員は病院とかかりつけ医に連絡します。"
        }
    }

    static func uses(_ colour: Colour) -> [String] {
        let known = "119番の指令員が、ご本人の希望と連絡先をすぐ見られます。"
        switch colour {
        case .green: return [known, "かかりつけ医につながらなくても、医師会の当番医が引き受けます。"]
        case .yellow:
            return [known, "希望の病院に受け入れを頼みます。満床などのときは、救急隊がほかの病院を探します。"]
        }
    }

    static let limits = [
        "けが、窒息、予期しない急変のとき。そのまま119番で助けを求めてください。",
        "今、病院への搬送を望むとき。そう伝えれば、通常の119番になります。",
        "119番への対応は、カードがあってもなくても、いつもの基準で行われます。",
    ]

    /// By whom and when a wish was confirmed, such as 令和8年4月1日、前田 里佳 医師が確認（同席: 本人、長女）.
    static func confirmed(on day: Day?, by name: String?, with participants: [String]) -> String {
        let confirmed = [day.map(JapaneseDate.text), name.map { "\(physician($0))が確認" }].compactMap(\.self)
        let present = participants.isEmpty ? "" : "（同席: \(participants.joined(separator: "、"))）"
        return confirmed.joined(separator: "、") + present
    }
}
