/// The columns of a register of paper cards: a name in Japanese or the field of the card document that it fills.
public struct CardColumn: Sendable {
    /// In Japanese, as the template has it.
    public let name: String
    /// Its path in the card document; where it stands for a list, that list's.
    public let field: String
    /// What a card in the template says; nobody lives there.
    public let example: String

    private init(_ name: String, _ field: String, _ example: String) {
        self.name = name
        self.field = field
        self.example = example
    }

    /// What an earlier register called the card. It is kept nowhere, but stands in the result beside the new number.
    static let oldNumber = "oldNumber"

    /// Every column, in the template's order.
    public static let all: [CardColumn] = [
        CardColumn("旧番号", oldNumber, "K-0012"), CardColumn("色", "colour", "緑"),
        CardColumn("氏名", "patient.name", "見本　花"), CardColumn("かな", "patient.kana", "みほん　はな"),
        CardColumn("生年月日", "patient.birthDate", "昭和13年2月11日"), CardColumn("性別", "patient.sex", "女"),
        CardColumn("郵便番号", "patient.postalCode", "420-0000"), CardColumn("住所", "patient.address", "静岡市葵区見本町0-0"),
        CardColumn("地区", "patient.area", "葵区"), CardColumn("玄関・鍵", "patient.doorNotes", "呼び鈴のあと勝手口へ"),
        CardColumn("電話", "patient.telephones", "054-000-0000"),
        CardColumn("家族", "family", "見本　太郎/長男/090-0000-0000、見本　次郎/次男/090-0000-0001"),
        CardColumn("かかりつけ医", "attendingPhysician", "P001"), CardColumn("副主治医", "deputyPhysician", ""),
        CardColumn("訪問看護", "visitingNurse.name", "見本訪問看護ステーション"),
        CardColumn("訪問看護電話", "visitingNurse.telephone", "054-000-0001"),
        CardColumn("希望", "wish.text", "最期まで家で過ごしたい。"), CardColumn("確認日", "wish.confirmedOn", "R8.4.1"),
        CardColumn("確認医", "wish.confirmedBy", "P001"), CardColumn("同席者", "wish.participants", "本人、長男"),
        CardColumn("話し合い", "wish.agreements", ""), CardColumn("診断名", "clinical.diagnosis", "慢性心不全"),
        CardColumn("経過の見込み", "clinical.expectedCourse", ""), CardColumn("予想される症状", "clinical.foreseenSigns", ""),
        CardColumn("最終訪問日", "clinical.lastVisitOn", ""), CardColumn("薬", "clinical.medication", ""),
        CardColumn("薬の場所", "clinical.drugsKeptAt", ""), CardColumn("医療機器", "clinical.devices", ""),
        CardColumn("アレルギー", "clinical.allergies", ""), CardColumn("感染症", "clinical.infections", ""),
        CardColumn("病院", "hospitals", ""), CardColumn("病院同意日", "hospitals.agreedOn", ""),
        CardColumn("患者番号", "hospitals.patientNumber", ""), CardColumn("同意者", "consent.givenBy", "見本　花"),
        CardColumn("同意者続柄", "consent.relationship", "本人"), CardColumn("同意日", "consent.givenOn", "2026/4/1"),
        CardColumn("同意の提供先", "consent.sharedWith", "消防、当番医"), CardColumn("有効期限", "validUntil", ""),
        CardColumn("訓練", "training", ""),
    ]

    /// The header with an example below it.
    public static let template: [[String]] = [all.map(\.name), all.map(\.example)]

    /// The column in which a field of the document is at fault: its own, or that of what it is part of.
    static func column(of field: String) -> CardColumn? {
        var path = field.replacing(#/\[\d+\]/#, with: "")
        while true {
            if let column = all.first(where: { $0.field == path }) { return column }
            guard let dot = path.lastIndex(of: ".") else { return nil }
            path = String(path[..<dot])
        }
    }
}
