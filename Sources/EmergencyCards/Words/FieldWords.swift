/// What is wrong with a field, in Japanese.
enum FieldWords {
    static let notAnObject = "オブジェクト（{…}）で指定してください。"
    static let notAString = "文字列で指定してください。"
    static let notABoolean = "true か false で指定してください。"
    static let notAList = "配列（[…]）で指定してください。"
    static let notADate = "日付は 2026-11-24 の形で、実在する日を指定してください。"
    static let controlCharacter = "制御文字は使えません。"
    static let unknownField = "この項目はありません。項目名を確かめてください。"
    static let missing = "必須です。"
    static let notDiallable = "かけられる電話番号（0で始まる10桁か11桁）を指定してください。"
    static let notKana = "かなで指定してください。"
    static let notPostalCode = "郵便番号は 420-0853 の形で指定してください。"
    static let unknownAssociation = "この医師会は登録されていません。"
    static let unknownArea = "この地区はこの医師会にありません。"
    static let unknownAreaAnywhere = "この地区はどの医師会にもありません。"
    static let unknownPhysician = "この医師は登録されていません。"
    static let unknownHospital = "この病院は登録されていません。"
    static let unknownPatient = "この患者はこの医師会に登録されていません。"
    static let sameAsAnother = "同じかなと生年月日の患者が登録されています。別人と確かめたうえで acknowledge に possible-duplicate を入れてください。"
    static let otherPerson =
        "登録されている患者とかな・生年月日が違います。同じ人と確かめたうえで acknowledge に possible-duplicate を入れてください。"
    static let physicianLeft = "この医師は退会しています。"
    static let physicianWithoutTelephone = "この医師にはかけられる電話番号がありません。"
    static let beforeToday = "過去の日付は指定できません。"
    static let afterToday = "未来の日付は指定できません。"
    static let areaMismatch = "住所の地区と一致しません。確かめたうえで acknowledge に area-mismatch を入れてください。"

    static func notAmong(_ words: [String]) -> String { "次のどれかを指定してください: " + words.joined(separator: ", ") }
    static func tooLong(_ maximum: Int) -> String { "\(maximum)文字以内で指定してください。" }
    static func tooMany(_ maximum: Int) -> String { "\(maximum)件以内で指定してください。" }
    static func notShared(with recipients: [String]) -> String {
        "このカードには同意の提供先として " + recipients.joined(separator: ", ") + " が必要です。"
    }
}
