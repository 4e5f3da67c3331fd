/// What is wrong with the words of a search, in Japanese.
enum SearchWordsFaults {
    static let notATelephone = "電話番号は市外局番から、0で始まる10桁か11桁で指定してください。"
    static let notADate = "生年月日は 昭和13年2月11日、S13.2.11、1938-02-11 のように、元号か西暦を付けて指定してください。月や日がわからなければ省けます。"
    static let noTown = "住所は町名（その一部でも）から指定してください。"
    static let oneOf = "telephone、kana と birthDate、kana と area、address のどれか一組を指定してください。"
    static let birthOrArea = "kana には birthDate か area を添えてください。"

    static func notTogether(with field: String) -> String { "\(field) と一緒には指定できません。" }
}
