import DutyRota

/// What is said of look-ups afterwards, in Japanese: the card's number and when, never a name.
public enum EvidenceWords {
    public static let notAFormat = "形式は .json、.csv、.html のどれかです。"
    static let lookedUpSubject = "カードの照会がありました"
    static let openedSubject = "病院がカードを照会しました"

    /// Such as カード 1234-5676 が11月24日22:03に消防で照会されました（計2回）。対応の記録（事案）はありません。
    static func lookedUp(_ card: CardNumber, times: Int, firstAt: Instant) -> String {
        "カード \(card.text) が\(moment(firstAt))に消防で照会されました\(times > 1 ? "（計\(times)回）" : "")。対応の記録（事案）は開かれていません。"
    }

    static func opened(_ card: CardNumber, by hospital: String?, at instant: Instant) -> String {
        "カード \(card.text) を\(moment(instant))に\(hospital ?? "病院")が番号で照会しました。"
    }

    /// Such as 11月24日22:03.
    static func moment(_ instant: Instant) -> String {
        let (_, month, day) = instant.day.parts
        return "\(month)月\(day)日\(instant.clock)"
    }
}
