import DutyRota
import EmergencyCards

/// How dates, hours and months of the rota are written on the office's screens.
struct RotaWords: Sendable {
    let words: ScreenWords

    subscript(name: String) -> String { words["rota.\(name)"] }

    subscript(name: String, values: [String: String]) -> String { words["rota.\(name)", values] }

    /// 令和8年12月（2026年12月）.
    func month(_ month: Month) -> String {
        // The first day's text ends with the day, which is always 1.
        let era = JapaneseDate.text(month.firstDay).dropLast(2)
        return self["monthName", ["era": String(era), "year": "\(month.year)", "month": "\(month.month)"]]
    }

    /// 12月1日（火）; what is no date stays as it is.
    func day(_ iso: String) -> String {
        guard let day = Day(iso) else { return iso }
        let parts = day.parts
        return self["dayName", ["month": "\(parts.month)", "day": "\(parts.day)", "weekday": weekday(day)]]
    }

    /// 令和8年12月1日（火）.
    func fullDay(_ iso: String) -> String {
        guard let day = Day(iso) else { return iso }
        return self["fullDayName", ["day": JapaneseDate.text(day), "iso": iso, "weekday": weekday(day)]]
    }

    func weekday(_ day: Day) -> String { self["weekday.\(day.weekday)"] }

    /// 17:30〜翌8:30, as a duty date has it.
    func hours(_ start: String, _ end: String, of date: String) -> String {
        self["hours", ["start": clock(start, of: date), "end": clock(end, of: date)]]
    }

    /// 12月1日（火）20:05.
    func moment(_ instant: String) -> String { day(String(instant.prefix(10))) + clock(instant, of: "") }

    /// Which call: 第一当番.
    func call(_ order: Int) -> String { self[order == 2 ? "column.second" : "column.first"] }

    private func clock(_ instant: String, of date: String) -> String {
        let time = String(instant.dropFirst(11).prefix(5))
        let text = time.hasPrefix("0") ? String(time.dropFirst()) : time
        return date.isEmpty || instant.hasPrefix(date) ? text : self["nextDay", ["time": text]]
    }
}

/// An association's areas, by identifier and name.
struct RotaAreas: Sendable {
    let list: [(id: String, name: String)]
    private let whole: String

    init(_ association: JSONValue, words: ScreenWords) {
        list = association["areas"].elements.map { ($0["id"].text ?? "", $0["name"].text ?? "") }
        whole = words["rota.whole"]
    }

    /// An area's name; nil: the whole association.
    func name(_ id: String?) -> String {
        guard let id else { return whole }
        return list.first { $0.id == id }?.name ?? id
    }
}

/// The register as the rota's screens need it.
struct RotaPeople: Sendable {
    struct One: Sendable {
        let id: String
        let name: String
        let kana: String
        /// What a sheet has for them.
        let written: String
        let isActive: Bool
    }

    let list: [One]
    private let byID: [String: One]

    init(_ entries: [JSONValue]) {
        list = entries.map {
            let name = $0["name"].text ?? ""
            return One(
                id: $0["id"].text ?? "", name: name, kana: $0["kana"].text ?? "", written: $0["written"].text ?? name,
                isActive: $0["active"] != .flag(false))
        }.sorted { ($0.kana, $0.id) < ($1.kana, $1.id) }
        byID = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    }

    /// A name; the identifier of whoever is not on the register.
    func name(_ id: String) -> String { byID[id]?.name ?? id }

    /// What a sheet has for them.
    func written(_ id: String) -> String { byID[id]?.written ?? id }

    /// To be chosen from: kana first, as one looks for a name.
    var choices: [(value: String, text: String)] {
        list.filter(\.isActive).map { ($0.id, "\($0.kana)  \($0.name) (\($0.id))") }
    }
}
