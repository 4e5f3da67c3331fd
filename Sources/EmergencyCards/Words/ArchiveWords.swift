/// What is wrong with the files of a history, in Japanese.
public enum ArchiveWords {
    public static let historyMissing = "history/ のあるフォルダーと、ないフォルダーを一度には読み込めません。"
    public static let onlyIntoEmpty = "history/ のあるフォルダーは、空のデータベースにだけ読み込めます（--merge は使えません）。"
    public static let unknownFormat = "この history の形式（format）は読めません。書き出した版の card-dispatch で読み込んでください。"
    public static let missingFile = "このファイルがありません。"
    public static let unknownFile = "このファイルは history のあるフォルダーでは使われません。"
    public static let unreadableManifest = "export.json として読めません。"
    public static let notLines = "行ごとの JSON の配列（[、1行に1件、]）として読めません。"
    public static let notAnObject = "JSON のオブジェクトとして読めません（または同じ項目が二度あります）。"
    public static let missing = "必須です。"
    public static let unknownMember = "この項目はありません。"
    public static let notInText = "文字列で指定してください。"
    public static let notANumber = "整数で指定してください。"
    public static let notAFlag = "true か false で指定してください。"
    public static let notAnInstant = "時刻は 2026-11-24T22:03:07+09:00 の形で指定してください。"
    public static let notACardNumber = "カード番号として読めません（桁数か検査数字が合いません）。"
    public static let otherLength = "この導入先のカード番号と桁数が違います。"
    public static let notATable = "文字列の配列で指定してください。"
    public static let notACard = "カードの版として読めません。"
    public static let otherAssociation = "フォルダーの医師会と違います。"
    public static let unknownNumber = "この番号は history/numbers.json にありません。"
    public static let unknownPatient = "この患者は history/patients.json にありません。"
    public static let noVersion = "このカードの版が history/card-versions.json にありません。"
    public static let numberTaken = "この番号は、ほかのカードの番号と同じか、2桁以内しか違いません。"
    public static let refersToNothing = "ほかの行にないものを指しています。"
    public static let repeated = "同じものが二つあります。"
    public static let outOfOrder = "版が1から順に続いていません。"
    public static let impossible = "この値は登録できません。"
    public static let differingFolder = "ほかのフォルダーの同じ行と違います（一度に書き出したフォルダーだけを一緒に読み込めます）。"
    public static let contradiction = "history の内容と食い違います（書き出したあとで変えられています）。"

    public static func count(_ seen: Int, _ told: Int) -> String {
        "export.json によれば\(told)件ですが、\(seen)件あります。行が失われたか、加えられています。"
    }

    public static func version(_ seen: Int, _ due: Int) -> String {
        "版 \(due) のはずのところに版 \(seen) があります。"
    }
}
