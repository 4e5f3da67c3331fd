/// What is said of changes after publishing: why they can't be made, and what to see to once they are.
enum ChangeWords {
    static let reasonMissing = "理由を書いてください"
    static let nobodyToTakeOff = "当番から外す医師を指定してください"
    static let replacesThemselves = "代わる人と代わられる人が同じです"
    static let startTwice = "開始時刻と「枠の始めから」の両方は指定できません"
    static let endsTooEarly = "終わりが始めより後になりません（始めを省くと、進行中の枠では今からになります）"
    static let samePhysician = "交換する二人が同じ医師です"
    static let sameDuty = "交換する二つの当番が同じものです"
    static let absentAlready = "同じ期間の不在がすでに登録されています"

    static let begunAlready = "もう始まった当番です。代わりは医師会事務局に頼んでください"
    static let notPublished = "公開された当番表に、この当番はもうありません"
    static let notTheirs = "交換する当番は、頼む相手のものにしてください"
    static let askedAlready = "同じ交代をもう頼んでいます"

    /// Of a shift that somebody does not hold from its start to its end.
    static func notWholly(_ person: String) -> String { "\(person) は今、この当番の全部を持っていません" }

    /// Of a reason that is too long.
    static func tooLong(_ limit: Int) -> String { "\(limit)文字以内で書いてください" }

    /// Of somebody who isn't on the association's register.
    static func notRegistered(_ id: PhysicianID) -> String { "「\(id)」はこの医師会の名簿にありません" }

    /// Of a slot that a published day doesn't have; names those it has.
    static func noSuchSlot(_ place: Place.Key, slots: [String]) -> String {
        let names = slots.isEmpty ? "なし" : slots.joined(separator: "、")
        return "\(CalendarWords.day(place.dutyDate)) の公開された当番表に「\(place.slot)」という枠はありません。この日の枠: \(names)"
    }

    /// Of an area for which a published slot isn't; names those it is for.
    static func noSuchArea(_ place: Place.Key, of own: [AreaID?], in areas: [Area]) -> String {
        let names = own.map { AreaWords.name($0, areas: areas) + ($0.map { "（\($0)）" } ?? "") }
        return "\(CalendarWords.day(place.dutyDate)) の「\(place.slot)」の地区は次のどれかです: \(names.joined(separator: "、"))"
    }

    /// Of a time outside the slot; names the slot's hours.
    static func outside(_ slot: Range<Instant>) -> String { "枠の時間（\(interval(slot))）の中で指定してください" }

    /// Of a call on which nobody can be added; names those who hold it.
    static func mustName(_ holders: [String], in part: Range<Instant>) -> String {
        "\(interval(part)) の当番は埋まっています。誰と代わるのかを指定してください: \(holders.joined(separator: "、"))"
    }

    /// Of somebody who is to be replaced and isn't on the call; names those who are.
    static func notHolding(_ person: String, holders: [String], in part: Range<Instant>) -> String {
        let names = holders.isEmpty ? "なし" : holders.joined(separator: "、")
        return "\(person) は \(interval(part)) にこの当番に就いていません。就いている人: \(names)"
    }

    /// Of somebody who is on a call in more than one person's stead.
    static func severalSeats(_ person: String) -> String {
        "\(person) は複数の人の代わりに就いているため、どの当番を変えるのか決まりません。時間を区切るか、先に元の変更を取り消してください"
    }

    /// Of a stand-in who is on the call already.
    static func holdsAlready(_ person: String, _ order: CallOrder) -> String {
        "\(person) はその時間にすでに\(SlotWords.callOrder(order))です"
    }

    /// Of a last day before the first.
    static func endsBeforeItBegins(_ from: Day) -> String { "最初の日 \(from) より前です" }

    /// Of somebody who can't be marked because they aren't on duty.
    static func notOnDuty(_ person: String) -> String { "\(person) は今この地区の当番ではありません" }

    /// Of somebody who is marked already.
    static func unavailableAlready(_ person: String) -> String { "\(person) はすでに対応できないと登録されています" }

    /// A reason with what the physicians agreed, as it is kept.
    static func agreed(_ reason: String, by: String, on day: Day) -> String { "\(reason)（合意: \(by)、\(day)）" }

    /// The reason of an exchange that was asked for.
    static func asked(by name: String, on day: Day) -> String { "当番交換の依頼（\(name)、\(day)）" }

    /// A physician, as they are told apart.
    static func person(_ id: PhysicianID, _ physician: Physician?) -> String {
        physician.map { "\($0.name)（\(id)）" } ?? id.text
    }

    /// 2026-11-24（火） 17:30〜翌8:30.
    private static func interval(_ part: Range<Instant>) -> String {
        let day = part.lowerBound.day
        return "\(CalendarWords.day(day)) \(CheckWords.hours(part, on: day))"
    }
}
