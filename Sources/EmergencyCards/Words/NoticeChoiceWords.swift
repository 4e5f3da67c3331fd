/// What is said of where people want to be told, in Japanese.
public enum NoticeChoiceWords {
    static let fire = "消防本部"
    static let twice = "同じ宛先が二つあります。"
    public static let unknownState = "waiting, sent, dead, expired のどれかを指定してください。"
    public static let unknownRecipient =
        "physician:P001、hospital:H01、association:shizuoka、fire のどれかの形で指定してください。"

    static func cannotBeMuted(_ kinds: [String]) -> String {
        "止められる通知は次のものだけです: " + kinds.joined(separator: ", ")
    }
}
