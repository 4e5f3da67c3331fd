public import DutyRota

/// What operations are told, in Japanese.
public enum OperationsWords {
    public static let auditDisk = "閲覧記録がディスクに書けていません。照会には応答しています。"
    public static let diskFull = "ディスクの空きが少なくなっています。"

    public static func unpublished(_ month: Month, _ association: String) -> String {
        "\(association)の\(month.year)年\(month.month)月の当番表が公開されていません。"
    }

    public static func holidayTableEnds(_ year: Int, _ association: String) -> String {
        "\(association)の祝日表は\(year)年で終わります。内閣府の新しい表を取り込んでください。"
    }
}
