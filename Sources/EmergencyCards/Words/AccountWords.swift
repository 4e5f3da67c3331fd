/// What is said of accounts, in Japanese.
public enum AccountWords {
    public static let notALogin = "ログイン名は、半角の英小文字・数字・「. - _ @」で3文字から60文字にしてください。"
    public static let loginTaken = "このログイン名は使われています。閉じたアカウントのものも、もう使えません。"
    public static let nameMissing = "氏名を60文字以内で入力してください。"
    public static let roleMissing = "役割を選んでください。"
    public static let scopeMissing = "どの医師会・医師・病院の人かを選んでください。"
    public static let wrongCode = "コードが違います。アプリに今出ている6桁を入力してください。合わないときは、電話機の時刻合わせを確かめてください。"
    public static let notTheSame = "2回の入力が違います。もう一度入力してください。"
    public static let wrongPassword = "今のパスワードが違います。"

    /// Why a password is refused, and what to do.
    public static func fault(_ fault: PasswordRules.Fault) -> String {
        switch fault {
        case .tooShort: "8文字以上にしてください。"
        case .tooLong: "128文字以内にしてください。"
        case .common: "よく使われる言葉です。ほかの人が思いつかない言葉を組み合わせてください。"
        case .simple: "同じ文字の繰り返しや、キーの並びは使えません。"
        case .containsLogin: "ログイン名は入れないでください。"
        case .containsName: "氏名は入れないでください。"
        case .containsBirthDate: "生年月日は入れないでください。"
        }
    }
}
