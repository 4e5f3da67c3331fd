import DutyRota

/// What stands on the pages that a link leads to, in Japanese.
public enum LinkWords {
    static let rehearsal = "訓練　これは訓練です"
    static let hospital = "病院"
    static let entrance = "夜間の入口"
    static let telephone = "電話"
    static let patientNumber = "患者番号"
    static let address = "住所"
    static let hospitalAccepted = "受け入れます"
    static let hospitalAsked = "受け入れを問い合わせています。まだ返答がありません。"
    static let noHospital = "受け入れを問い合わせている病院は、今ありません。通常の選定で対応してください。"
    static let declinedHidden = "受け入れられないと返答済みのため、患者さんの情報は表示していません。"
    static let notAccepted = "この手順の医師は、まだ引き受けていません。"
    static let onlyYellow = "このリンクはイエローカードの事案だけで作れます。"
    static let notAHospital = "この手順は病院ではありません。"

    public static func title(_ kind: NightLink.Kind, isRehearsal: Bool) -> String {
        (isRehearsal ? "【訓練】" : "") + heading(kind)
    }

    static func heading(_ kind: NightLink.Kind) -> String {
        switch kind {
        case .physician: "往診する医師のためのページ"
        case .hospital: "受け入れる病院のためのページ"
        case .crew: "搬送先"
        }
    }

    static func closed(at instant: Instant, hours: Int64) -> String {
        "この事案は\(instant.clock)に終了しました。このページは終了から\(hours)時間で見られなくなります。"
    }

    /// What the one who reads the page has said, and when.
    static func said(_ link: NightLink, in call: Call, _ acceptance: Acceptance?) -> [String] {
        guard link.kind != .crew else { return [] }
        let read = call.entries.first { $0.act == .acknowledged(step: link.step) }
        let declined = call.lastOutcome(at: link.step) == .declined
        return [
            read.map { "確認済み（\($0.at.clock)）" },
            acceptance.map { said($0, link.kind) }, declined ? "受け入れられないと返答済み" : nil,
        ].compactMap(\.self)
    }

    private static func said(_ acceptance: Acceptance, _ kind: NightLink.Kind) -> String {
        if kind == .hospital { return "受け入れると返答済み（\(acceptance.at.clock)）" }
        if let arrivedAt = acceptance.arrivedAt { return "到着済み（\(arrivedAt.clock)）" }
        return acceptance.isAssumed
            ? "到着予定はまだ伝えていません" : "到着予定 \(acceptance.arrivesAt.clock)"
    }
}
