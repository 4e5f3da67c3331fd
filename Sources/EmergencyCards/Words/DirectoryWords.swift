import DutyRota

/// What is said of register entries, in Japanese.
enum DirectoryWords {
    /// How the whole of an association is called where an area's name stands.
    static let wholeAssociation = "全域"
    static let notAnEmail = "メールアドレスは name@example.jp の形で指定してください。"
    static let notAnID = "識別子は半角の英数字・ハイフン・下線32文字以内で指定してください。"
    static let unchangeable = "この項目は変更できません。"
    static let reservedAreaName = "「*」と「全域」は地区の名前に使えません。"
    static let reachWithAreas = "「*」と「全域」は、ほかの地区と並べられません。"
    static let notACount = "人数は0から9までの整数で指定してください。"
    static let nobodyRequired = "第一当番も第二当番も0人です。"

    /// A time of day as it is read: 17:30, 翌08:30.
    static func clock(_ minutes: Int) -> String {
        let isNextDay = minutes > 1440
        let (hour, minute) = (isNextDay ? minutes - 1440 : minutes).quotientAndRemainder(dividingBy: 60)
        return (isNextDay ? "翌" : "") + twoDigits(hour) + ":" + twoDigits(minute)
    }

    static func idTaken(_ id: String) -> String { "識別子「\(id)」はすでに使われています。" }
    static func nameTaken(_ name: String) -> String { "「\(name)」はすでにあります。別の名前にしてください。" }
    static func beforeJoining(_ first: Day) -> String { "最初の日（\(first)）より前の日は指定できません。" }

    static func clash(with other: Slot?, _ order: CallOrder, area: String?) -> String {
        let whose = "\(area ?? wholeAssociation)の\(order == .first ? "第一当番" : "第二当番")"
        guard let other else { return "翌日の同じ枠と時間が重なります（\(whose)）。" }
        return "枠「\(other.name)」と時間が重なります（\(whose)）。"
    }

    static func missingYears(_ years: [Int]) -> String {
        "今の祝日表にある年（" + years.map(String.init).joined(separator: "、") + "）がありません。新しい表を確かめてください。"
    }

    static func stillNeeded(_ area: Area, for needs: [String]) -> String {
        "地区「\(area.name)」はまだ使われています: " + needs.joined(separator: "、")
    }

    static func places(_ count: Int) -> String? { count == 0 ? nil : "公開済みの当番\(count)件" }
    static func physicians(_ count: Int) -> String? { count == 0 ? nil : "医師\(count)人" }
    static func patients(_ count: Int) -> String? { count == 0 ? nil : "患者\(count)人" }

    static func slots(_ names: [String]) -> String? {
        names.isEmpty ? nil : names.map { "枠「\($0)」" }.joined(separator: "、")
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
