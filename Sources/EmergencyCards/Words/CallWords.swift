/// What is said of calls, in Japanese.
public enum CallWords {
    /// Characters of a note.
    public static let noteLimit = 500
    static let notAtDispatch = "通常出動に記録できるのは transportRequested と arrived だけです。"
    static let notUnderWay = "この手順で向かっている人はいません。"
    static let onlyRehearsals = "rehearsalOver で終えられるのは訓練だけです。"
    static let whileClosed = "この時刻には事案が終了していました。再開した後の時刻にしてください。"
    static let takenByAnother = "ほかの病院が受け入れることになりました。"
    static let rehearsalIsOver = "訓練の時間は終わっています。もう一度始めてください。"
    static let unknownStep = "この手順は計画にありません。"
    static let arrivalWithoutAcceptance = "到着予定（eta）を付けられるのは accepted だけです。"
    static let arrivalOutOfReach = "到着予定は今から12時間以内で指定してください。"
    public static let notATrainingCard = "訓練（rehearsal）にできるのは訓練用のカード（training）だけです。"

    static func notDuringCall(_ rules: CallRules) -> String {
        "呼び出しの始まり（startedAt）は、この事案の中で、今から\(rules.attemptMinutes)分以内にしてください。"
    }

    static func tooLateToReopen(_ rules: CallRules) -> String { "終了から\(rules.reopenHours)時間を過ぎたため、再開できません。" }

    static func state(_ state: Call.State) -> String {
        switch state {
        case .open: "対応中です。"
        case .handedOver: "引き継ぎ済みです。"
        case .closed: "終了しています。"
        }
    }
}
