/// What is said of a card where an act is refused, in Japanese.
enum CardWords {
    static let cannotChange = "変更できません。"
    static let changedOnCardInForce = "この患者には有効なカードがあります。患者の項目はそのカードで変更してください。"
    static let beforeWish = "希望を確認した日より前の日付は指定できません。"
    static let beforeIssue = "発行日より前の日付は指定できません。"
    static let beforeBirth = "生年月日より前の日付は指定できません。"
    static let onlyByFax = "事務局が確認を記録できるのは署名済みのファックスだけです（\"means\": \"fax\"）。"
    static let ownWord = "医師自身の確認に fax は指定できません。"
    static let onlyByPhysician =
        "主治医が確認し、取り下げ・差し替えで終わったカードを事務局だけで戻すことはできません。主治医が戻すか、署名済みのファックスを \"means\": \"fax\" と \"on\" で記録してください。"
    static let deceased = "この患者は死亡として登録されています。誤りなら、終了したカードを先に戻してください（reopen）。"
    static let samePhysician = "引き継ぐ医師と同じです。"
    static let otherAssociation = "この医師会の医師を指定してください。"

    /// Where a card stands, in words.
    static func state(of life: CardLife) -> String {
        switch (life.state, life.endedReason) {
        case (.draft, _): "下書きです。"
        case (.active, _): "有効です。"
        case (.suspended, _): "入院中と登録されています。"
        case (.ended, .withdrawn?): "取り下げられています。"
        case (.ended, .superseded?): "差し替えられています。"
        case (.ended, .deceased?): "死亡により終了しています。"
        case (.ended, .moved?): "転居により終了しています。"
        case (.ended, nil): "終了しています。"
        }
    }
}
