/// What is said of requests that change a rota, and of marks at night.
enum RotaWords {
    /// What stands for the whole of an association where an area is asked for.
    static let wholeAssociation = "全域"
    static let notACallOrder = "1（第一当番）か 2（第二当番）で指定してください。"
    static let fullInThePast = "今より後の時刻を指定してください。"

    static func fullTooLong(hours: Int) -> String { "今から\(hours)時間以内の時刻を指定してください。" }
}
