/// What is said of a register of paper cards, in Japanese.
public enum ImportWords {
    static let twice = "同じ項目の列が二つあります。"
    static let notAColour = "緑か黄（グリーン・イエロー）で指定してください。"
    static let notASex = "女・男・その他 のどれかで指定してください。"
    static let notADate = "日付として読めません。2026-11-24、令和8年11月24日、S13.2.11 のように指定してください。"
    static let notAFamily = "「氏名/続柄/電話」の形で、何人かいれば「、」で区切って指定してください。"
    static let notARecipient = "消防・当番医・病院 で指定してください（「、」区切り）。"
    static let notAFlag = "はい か いいえ で指定してください。"
    static let hospitalDates = "同意日は一つ（すべての病院に共通）か、病院と同じ数だけ指定してください。"
    static let patientNumbers = "患者番号は病院と同じ数だけ指定してください。"

    static func unknownArea(_ text: String, _ names: [String]) -> String {
        "「\(text)」という地区はありません。地区: " + names.joined(separator: "、")
    }

    static func unknownHospital(_ text: String) -> String { "「\(text)」は病院の名簿にありません。" }
    static func ambiguousHospital(_ text: String, _ ids: [String]) -> String {
        "「\(text)」に当てはまる病院が複数あります: \(ids.joined(separator: "、"))。識別子で指定してください。"
    }

    /// The header of the result, and what became of a row.
    public static let result = ["行", "結果", "番号", "旧番号", "列", "指摘"]
    public static let issued = "発行"
    public static let draft = "下書き"
    public static let faulty = "誤り"
}
