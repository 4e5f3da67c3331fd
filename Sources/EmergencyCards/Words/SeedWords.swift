/// What is wrong with a folder of files, in Japanese.
enum SeedWords {
    static let mainNumber = "代表"
    static let nightNumber = "夜間・休日"
    static let unknownFile = "このファイルは使われません。名前を確かめてください。"
    static let missingFile = "このファイルがありません。"
    static let notJSON = "JSON として読めません。"
    static let notAnArray = "カードの配列（[…]）として読めません。"
    static let notAnOwnHoliday = "独自の休日は 12-29/01-03 または 08-13 の形で指定してください。"
    static let notANumber = "カード番号として読めません（桁数か検査数字が合いません）。"
    static let notInThisState = "この状態（state）のカードにはこの項目を付けられません。"
    static let otherAssociation = "フォルダーの医師会と違います。"
    static let numberTaken = "この番号は、ほかのカードの番号と同じか、2桁以内しか違いません。"
    static let otherPerson = "この患者の識別子は、医師会・かな・生年月日の違う別の人に使われています。"
    static let numberNeeded = "追加・変更（--merge）では番号が必要です。"
    static let secondInForce = "この患者にはほかにも有効なカードがあります。"

    static func repeatedID(_ id: String) -> String { "同じ識別子「\(id)」が二つあります。" }
    static func otherLength(_ digits: Int) -> String { "この導入先のカード番号は\(digits)桁です。" }
    static func unknownOwner(_ owner: String) -> String { "「\(owner)」という医師・病院・枠はありません。" }
    static func ambiguousOwner(_ owner: String) -> String { "「\(owner)」が医師・病院・枠のどれか決められません。" }
    static func differingHospital(_ id: String) -> String { "病院「\(id)」の行がほかのフォルダーの行と違います。" }
}
