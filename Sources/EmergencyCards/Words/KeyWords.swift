/// What is wrong with a wish for a key, in Japanese.
enum KeyWords {
    static let notOfThisRole = "この役割の鍵には指定できません。"
    static let notOnTheRegister = "名簿にありません。"
}
