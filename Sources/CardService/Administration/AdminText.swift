import DutyRota
import EmergencyCards

/// How times, sizes and roles are written on the administrator's screens. Pure: it is given the catalogue, and asks for no clock.
struct AdminText: Sendable {
    let words: ScreenWords

    /// An instant in Japan: 2026-11-24 22:03. nil where there is none.
    func moment(_ value: JSONValue) -> String? {
        value.text.map { text in
            guard let instant = try? Instant(rfc3339: text) else { return text }
            return "\(instant.day) \(instant.rfc3339.dropFirst(11).prefix(5))"
        }
    }

    /// How long it has been, in the two largest units that say something: 3日4時間.
    func duration(from start: JSONValue, to end: JSONValue) -> String? {
        guard let start = instant(start), let end = instant(end), start <= end else { return nil }
        let minutes = (end.milliseconds - start.milliseconds) / 60_000
        let (days, hours) = (minutes / 1440, minutes / 60 % 24)
        let parts = days > 0 ? [(days, "days"), (hours, "hours")] : [(hours, "hours"), (minutes % 60, "minutes")]
        let said = parts.filter { $0.0 > 0 }.map { words["admin.status.\($0.1)", ["count": "\($0.0)"]] }
        return said.isEmpty ? words["admin.status.justNow"] : said.joined()
    }

    /// A size as people read it: 12 MB, 3.4 GB.
    func size(_ value: JSONValue) -> String? {
        guard case .number(let bytes) = value else { return nil }
        if bytes >= 1e9 { return "\(tenths(bytes / 1e9)) GB" }
        if bytes >= 1e6 { return "\(tenths(bytes / 1e6)) MB" }
        return "\(Int((bytes / 1e3).rounded(.up))) KB"
    }

    /// A month by era and in the western way: 令和8年12月（2026-12）.
    func month(_ value: JSONValue) -> String {
        let text = value.text ?? ""
        guard let first = Day(text + "-01") else { return text }
        let era = JapaneseDate.text(first)
        // The day of the month is left out: it is the first for every month.
        let name =
            era.hasSuffix(words["admin.text.firstDay"])
            ? String(era.dropLast(words["admin.text.firstDay"].count)) : era
        return words["admin.text.noted", ["text": name, "note": text]]
    }

    func role(_ value: JSONValue) -> String { words["common.role.\(value.text ?? "")"] }

    private func instant(_ value: JSONValue) -> Instant? { value.text.flatMap { try? Instant(rfc3339: $0) } }

    private func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension DeskVisit {
    var adminText: AdminText { AdminText(words: words) }
}
