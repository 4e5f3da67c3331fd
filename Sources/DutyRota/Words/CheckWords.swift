/// What is said of a month sheet's problems.
enum CheckWords {
    /// Of a sheet on which nobody stands.
    static func emptyMonth(_ month: Month) -> String {
        "\(name(month))の当番表には、だれの名前もありません"
    }

    /// Of a time without anybody who can be called first; says who is called instead.
    static func gap(_ vacancy: Vacancy, _ book: RotaBook) -> String {
        let others =
            vacancy.callable.isEmpty
            ? "ほかの当番もいません" : "\(names(vacancy.callable, book))にすぐ電話をかけることになります"
        return "\(place(vacancy.place.key, book))（\(hours(vacancy.interval, on: vacancy.place.key.dutyDate))）"
            + ": 第一当番がいません。\(others)"
    }

    /// Of a call that fewer hold than the slot requires.
    static func short(_ vacancy: Vacancy, _ order: CallOrder, _ book: RotaBook) -> String {
        let held = vacancy.callable.isEmpty ? "だれもいません" : "\(names(vacancy.callable, book))だけです"
        return "\(place(vacancy.place.key, book))（\(hours(vacancy.interval, on: vacancy.place.key.dutyDate))）"
            + ": \(SlotWords.callOrder(order))が\(vacancy.place.required[order])人必要ですが、\(held)"
    }

    /// Of somebody who holds a call and can't be called.
    static func obstacle(
        _ kind: RotaProblem.Kind,
        _ physician: PhysicianID,
        _ place: Place.Key,
        _ order: CallOrder,
        _ book: RotaBook
    ) -> String {
        let reason =
            switch kind {
            case .noTelephone: "には電話番号がありません"
            case .inactivePhysician: inactive(physician, on: place.dutyDate, book)
            default: absent(physician, on: place.dutyDate, book)
            }
        return "\(self.place(place, book)): \(SlotWords.callOrder(order))の\(names([physician], book))\(reason)"
    }

    private static func inactive(_ physician: PhysicianID, on day: Day, _ book: RotaBook) -> String {
        guard let known = book.physicians[physician] else { return "は医師の名簿にありません" }
        let from = known.activeFrom.map { "\($0) から" } ?? ""
        let to = known.activeTo.map { "\($0) まで" } ?? ""
        return "はこの日に在籍していません（在籍は\(from)\(to)）"
    }

    private static func absent(_ physician: PhysicianID, on day: Day, _ book: RotaBook) -> String {
        guard let absence = book.absence(of: physician, on: day) else { return "は、来られないと夜間に分かりました" }
        let days =
            absence.from == absence.to
            ? CalendarWords.day(absence.from)
            : "\(CalendarWords.day(absence.from)) から \(CalendarWords.day(absence.to)) まで"
        return "は不在です（\(days)\(absence.reason.isEmpty ? "" : "、\(absence.reason)")）"
    }

    /// Of somebody who is on duty twice at once.
    static func clash(
        _ kind: RotaProblem.Kind,
        _ physician: PhysicianID,
        _ places: [Place.Key],
        _ book: RotaBook
    ) -> String {
        let names = names([physician], book)
        let both = places.map { place($0, book) }.joined(separator: "と ")
        return switch kind {
        case .samePerson: "\(both): \(names)が第一当番と第二当番を兼ねています"
        case .doubleDuty: "\(both): 同じ地区で、\(names)の当番の時間が重なっています"
        default: "\(both): 二つの地区で、\(names)の当番の時間が重なっています"
        }
    }

    /// Of more nights in a row than is agreed.
    static func nightsRunning(
        _ physician: PhysicianID,
        _ first: Day,
        _ last: Day,
        _ rules: CheckRules,
        _ book: RotaBook
    ) -> String {
        "\(names([physician], book))の夜間の当番が \(CalendarWords.day(first)) から \(CalendarWords.day(last)) まで"
            + "\(last.number - first.number + 1)夜続きます（続けてよいのは\(rules.nightsInARow)夜まで）"
    }

    /// Of a standing contact that is not always answered.
    static func standingContact(_ contact: StandingContact) -> String {
        "医師会の連絡先（\(contact.name) \(contact.telephone)）に、電話がつながらない時間があります"
    }

    /// Of something written for a place that is not there.
    static func vanished(_ row: MonthDraft.Row, _ book: RotaBook) -> String {
        let physicians = row.holders.first + row.holders.second
        let written = physicians.isEmpty ? "備考「\(row.remark)」" : names(physicians, book)
        return "\(place(row.key, book)): この枠はなくなりました。書いてある\(written)は公開されません"
    }

    /// Of a month that is not published.
    static func unpublished(_ month: Month) -> String { "\(name(month))の当番表が公開されていません" }

    /// Of a holiday table that needs a newer one soon.
    static func holidayTableEnds(_ year: Int) -> String {
        "祝日表は\(year)年で終わります。内閣府の新しい表を取り込んでください"
    }

    /// Of a month that slots, areas or holidays no longer match.
    static func publishAnew(_ month: Month) -> String {
        "\(month.year)年\(month.month)月の当番表は、公開後に変わった枠・地区・休日と合っていません。作り直して公開してください"
    }
}

extension CheckWords {
    /// Physicians by name; the identifier of whoever is not on the register.
    static func names(_ physicians: [PhysicianID], _ book: RotaBook) -> String {
        physicians.map { book.physicians[$0]?.name ?? $0.text }.joined(separator: "、")
    }

    /// A place as the office speaks of it, such as 2026-11-24（火） 平日夜間 葵区.
    static func place(_ key: Place.Key, _ book: RotaBook) -> String {
        "\(CalendarWords.day(key.dutyDate)) \(key.slot) \(AreaWords.name(key.area, areas: book.association.areas))"
    }

    /// Hours as a duty date has them, such as 17:30〜翌8:30.
    static func hours(_ interval: Range<Instant>, on day: Day) -> String {
        "\(clock(interval.lowerBound, on: day))〜\(clock(interval.upperBound, on: day))"
    }

    private static func clock(_ instant: Instant, on day: Day) -> String {
        let minutes = Int((instant.milliseconds - day.start.milliseconds) / 60_000)
        let ofDay = minutes <= 1440 ? minutes : minutes - 1440
        return "\(minutes > 1440 ? "翌" : "")\(ofDay / 60):\((ofDay % 60).padded(to: 2))"
    }

    private static func name(_ month: Month) -> String { "\(month.year)年\(month.month)月" }
}
