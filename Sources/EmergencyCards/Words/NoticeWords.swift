import DutyRota

/// What notices say, in Japanese: short, with the least that serves. No diagnosis, no patient's name: a card is named by its number.
enum NoticeWords {
    /// Of a rehearsal: said first, in subject and text.
    static func rehearsal(_ text: String) -> String { "【訓練】\(text)" }

    static func callClosed(
        _ card: CardNumber, from start: Instant, to end: Instant, came: [String], outcome: CallOutcome
    ) -> NoticeText {
        let people = came.isEmpty ? "応じた人はいません" : came.joined(separator: "、")
        return NoticeText(
            subject: "カード\(card.text) 夜間の対応が終わりました",
            text: "カード\(card.text)の夜間対応（\(time(start))〜\(end.clock)）が終わりました。\(people)。結果: \(words(outcome))。")
    }

    /// Who came, such as 当番医 山田太郎（手順4、応諾まで6分、到着まで31分）.
    static func came(_ step: PlannedStep, number: Int?, accepted: Int64, arrived: Int64?) -> String {
        let notes = [
            number.map { "手順\($0)" }, "応諾まで\(accepted)分", arrived.map { "到着まで\($0)分" },
        ].compactMap(\.self)
        return "\(role(step.kind)) \(step.name)（\(notes.joined(separator: "、"))）"
    }

    static func transportRequested(_ card: CardNumber, at instant: Instant) -> NoticeText {
        NoticeText(
            subject: "カード\(card.text) 搬送の希望",
            text: "カード\(card.text): \(time(instant))、本人か家族が病院への搬送を希望しました。通常の119番として対応しています。")
    }

    /// `page`: where the hospital reads what it needs, and answers.
    static func patientComing(_ card: CardNumber, at instant: Instant, page: String, code: String) -> NoticeText {
        NoticeText(
            subject: "イエローカード\(card.text) 受け入れのお願い",
            text: "イエローカード\(card.text)の患者の受け入れをお願いします（\(time(instant))）。内容と返事: \(page) 暗証番号 \(code)")
    }

    static func callWithoutAnswer(_ card: CardNumber, from start: Instant, tried: Int) -> NoticeText {
        NoticeText(
            subject: "カード\(card.text) 呼び出しに応じた医師がいません",
            text: "カード\(card.text): \(time(start))からの夜間の呼び出しに、だれも応じていません（連絡した先 \(tried)件）。")
    }

    /// The dispatcher's own words stay at the desk.
    static func physicianUnavailable(_ physician: String, area: String, until end: Instant) -> NoticeText {
        NoticeText(
            subject: "当番医に連絡がつきません（\(area)）",
            text: "\(area)の当番医 \(physician) に連絡がつかないと登録されました（\(time(end))まで）。代わりの当番を確かめてください。")
    }

    static func urgentChange(_ association: String, _ changes: [ShiftChange], areas: [Area], names: Names) -> NoticeText
    {
        NoticeText(
            subject: "24時間以内の当番が変わりました（\(association)）",
            text: "\(association)の当番が変わりました。" + listed(changes.map { sentence($0, areas, names) }))
    }

    static func shiftChanged(_ changes: [ShiftChange], areas: [Area]) -> NoticeText {
        NoticeText(
            subject: "当番が変わりました",
            text: "あなたの当番が変わりました。"
                + listed(changes.map { "\($0.isGained ? "追加" : "取消") \(shift($0, areas))" }) + "。")
    }

    static func shiftTomorrow(_ date: Day, _ shifts: [ShiftChange], areas: [Area]) -> NoticeText {
        NoticeText(
            subject: "\(day(date))の当番",
            text: "あなたの当番です。" + listed(shifts.map { shift($0, areas) }) + "。都合がつかないときは医師会へ連絡してください。")
    }

    static func gapAhead(_ association: String, count: Int, first: Day) -> NoticeText {
        NoticeText(
            subject: "当番医のいない時間があります（\(association)）",
            text: "\(association): 第一当番のいない時間が\(count)件あります。最初は\(day(first))です。当番表を確かめてください。")
    }

    static func unpublishedAhead(_ association: String, first: Day) -> NoticeText {
        NoticeText(
            subject: "公開されていない当番表があります（\(association)）",
            text: "\(association): \(day(first))からの当番表が公開されていません。公開するまで、この間の当番医は誰にも示されません。")
    }

    /// Somebody asks somebody to take their duty, for another or for nothing.
    static func swapAsked(_ swap: Swap, by name: String, to other: String, areas: [Area]) -> NoticeText {
        NoticeText(
            subject: "当番の交代の依頼",
            text: "\(name) から \(other) へ、当番の交代の依頼です。\(terms(swap, areas))。返事があるまで、当番は変わりません。「当番・不在・交代」の画面で返事をしてください。")
    }

    static func swapAnswered(_ swap: Swap, by name: String, to other: String, areas: [Area]) -> NoticeText {
        let (subject, words) =
            switch swap.answer {
            case .accepted: ("当番の交代が決まりました", "\(other) が引き受けました。当番表に反映されています")
            case .declined: ("当番の交代は断られました", "\(other) は引き受けられません。当番は変わっていません")
            case .withdrawn, .pending: ("当番の交代の依頼は取り消されました", "\(name) が取り消しました。当番は変わっていません")
            }
        return NoticeText(subject: subject, text: "\(terms(swap, areas)): \(words)。")
    }

    /// Sent by somebody who tries out whether an address is reached.
    static let trial = NoticeText(subject: "通知の試験", text: "通知の試験です。この宛先に夜間の通知が届きます。")
}

extension NoticeWords {
    /// The name of a physician on a register.
    typealias Names = (PhysicianID) -> String

    /// 葵区 11/24（火）平日夜間 17:30〜翌8:30 第一: 山田太郎（追加）.
    private static func sentence(_ change: ShiftChange, _ areas: [Area], _ names: Names) -> String {
        "\(shift(change, areas)): \(names(change.turn.physician))（\(change.isGained ? "追加" : "取消")）"
    }

    private static func shift(_ change: ShiftChange, _ areas: [Area]) -> String {
        let (place, interval) = (change.turn.place, change.interval)
        let area = place.area.map { id in areas.first { $0.id == id }?.name ?? id.text } ?? "全域"
        let hours =
            "\(clock(interval.lowerBound, of: place.dutyDate))〜\(clock(interval.upperBound, of: place.dutyDate))"
        return "\(day(place.dutyDate))\(area) \(place.slot) \(hours) \(change.turn.order == .first ? "第一" : "第二")"
    }

    /// 12/5（土）東部 土曜 第一 ↔ 12/12（土）東部 土曜 第一.
    private static func terms(_ swap: Swap, _ areas: [Area]) -> String {
        func side(_ side: ExchangeRequest.Side) -> String {
            let area = side.place.area.map { id in areas.first { $0.id == id }?.name ?? id.text } ?? "全域"
            return "\(day(side.place.dutyDate))\(area) \(side.place.slot) \(side.order == .first ? "第一" : "第二")"
        }
        return side(swap.one) + (swap.other.map { " ↔ \(side($0))" } ?? "（代わりに入る）")
    }

    /// The first three; of more, how many.
    private static func listed(_ lines: [String]) -> String {
        lines.prefix(3).joined(separator: "、") + (lines.count > 3 ? "、ほか\(lines.count - 3)件" : "")
    }

    private static func role(_ kind: PlanStep.Kind) -> String {
        switch kind {
        case .attendingPhysician: "主治医"
        case .visitingNurse: "訪問看護"
        case .deputyPhysician: "副主治医"
        case .dutyPhysician: "当番医"
        case .hospital: "病院"
        case .standingContact: "医師会の連絡先"
        case .ordinaryDispatch: "救急隊"
        }
    }

    private static func words(_ outcome: CallOutcome) -> String {
        switch outcome {
        case .deathCertified: "医師が死亡を確認"
        case .caredForAtHome: "自宅で対応"
        case .advisedByTelephone: "電話での助言"
        case .takenToNamedHospital: "カードの病院へ搬送"
        case .takenElsewhere: "ほかの病院へ搬送"
        case .nobodyReached: "だれにもつながらず、通常の出動"
        case .cancelled: "取り消し"
        case .rehearsalOver: "訓練の終わり"
        }
    }

    /// 11/24（火）.
    private static func day(_ day: Day) -> String {
        let weekday = ["日", "月", "火", "水", "木", "金", "土"][day.weekday]
        return "\(day.parts.month)/\(day.parts.day)（\(weekday)）"
    }

    /// 11/24 22:03.
    private static func time(_ instant: Instant) -> String {
        "\(instant.day.parts.month)/\(instant.day.parts.day) \(instant.clock)"
    }

    /// 17:30 or 翌8:30; the end of the day itself is 24:00.
    private static func clock(_ instant: Instant, of date: Day) -> String {
        let minutes = (instant.milliseconds - date.start.milliseconds) / 60_000
        return (minutes > 1440 ? "翌" : "") + clock(minutes: minutes > 1440 ? minutes - 1440 : minutes)
    }

    private static func clock(minutes: Int64) -> String {
        "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
    }
}
