import DutyRota

/// What is written over the lines of a packet, in Japanese.
enum PacketWords {
    static let notWritten = "（記載なし）"
    static let rehearsal = "訓練です。実在の患者ではありません。電話番号は伏せてあります。"
    static let notInForce = "このカードは今有効ではありません。連絡先だけを表示しています。"
    static let unconfirmed = "事務局が代行入力・主治医未確認のカードです。"

    static func expired(_ day: Day) -> String { "有効期限（\(JapaneseDate.text(day))）を過ぎたカードです。" }

    /// Why what a physician wrote is not shown, or to whoever reads it out what to mind.
    static func notConsented(_ reader: Packet.Reader) -> String {
        switch reader {
        case .hospital: "この病院への情報提供の同意が登録されていないため、連絡先だけを表示しています。"
        case .physician: "当番医への情報提供の同意が登録されていないため、連絡先だけを表示しています。"
        case .dispatcher: "当番医への情報提供の同意が登録されていません。かかりつけ医と副主治医のほかには、連絡先だけを伝えてください。"
        }
    }

    static func label(_ field: PacketItem.Field) -> String {
        switch field {
        case .name: "氏名"
        case .kana: "かな"
        case .birthDate: "生年月日"
        case .sex: "性別"
        case .address: "住所"
        case .doorNotes: "玄関・入り方"
        case .patientTelephones: "自宅の電話"
        case .family: "家族"
        case .diagnosis: "診断"
        case .expectedCourse: "経過と見通し"
        case .lastVisitOn: "最後の診察"
        case .foreseenSigns: "予想される症状"
        case .medication: "薬"
        case .drugsKeptAt: "薬の置き場所"
        case .devices: "医療機器"
        case .allergies: "アレルギー"
        case .infections: "感染症"
        case .wish: "本人の希望"
        case .agreements: "家族との合意"
        case .patientNumber: "貴院の患者番号"
        case .attendingPhysician: "かかりつけ医"
        case .visitingNurse: "訪問看護"
        case .deputyPhysician: "副主治医"
        case .card: "カード"
        }
    }

    /// By era and by Western year, with the age.
    static func born(_ day: Day, age: Int) -> String { "\(JapaneseDate.text(day))（\(day.parts.year)年）\(age)歳" }

    static func sex(_ sex: PatientDetails.Sex) -> String {
        switch sex {
        case .female: "女性"
        case .male: "男性"
        case .other: "その他"
        }
    }

    static func member(_ relationship: String?, _ name: String?) -> String {
        [relationship, name].compactMap(\.self).joined(separator: " ")
    }

    static func physician(_ name: String, _ organisation: String) -> String { "\(name)（\(organisation)）" }

    static func asOf(_ day: Day) -> String { "\(JapaneseDate.text(day))現在" }

    static func card(_ colour: Colour, _ number: String, _ version: Int) -> String {
        "\(Sentences.name(of: colour)) \(number) 第\(version)版"
    }

    /// A number that nobody can dial.
    static func masked(_ number: String) -> String {
        String(number.map { $0.isNumber ? "＊" : $0 })
    }
}
