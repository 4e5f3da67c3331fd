/// How a feed writes what it shows.
struct FeedStyle {
    let subject: DutyFeed.Subject
    let association: Association
    let physicians: [PhysicianID: Physician]

    /// The calendar's own properties, with a definition of Japan's time: a calendar without any component is none
    /// (3.6), and a month without duty must not look like a fault.
    func writeHead(changedAt: Instant?, to writer: inout ICalendarWriter) {
        writer.property("VERSION", "2.0")
        writer.property("PRODID", "-//card-dispatch//Duty rota//JA")
        writer.property("CALSCALE", "GREGORIAN")
        writer.property("METHOD", "PUBLISH")
        writer.property("NAME", text: title)
        writer.property("X-WR-CALNAME", text: title)
        writer.property("X-WR-TIMEZONE", "Asia/Tokyo")
        writer.property("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
        writer.property("X-PUBLISHED-TTL", "PT1H")
        if let changedAt { writer.property("LAST-MODIFIED", changedAt) }
        writer.component("VTIMEZONE") { writer in
            writer.property("TZID", "Asia/Tokyo")
            writer.component("STANDARD") { writer in
                writer.property("DTSTART", "19700101T000000")
                writer.property("TZOFFSETFROM", "+0900")
                writer.property("TZOFFSETTO", "+0900")
                writer.property("TZNAME", "JST")
            }
        }
    }

    /// An event. Its times are in UTC: every calendar reads them alike.
    func write(_ event: FeedEvent, to writer: inout ICalendarWriter) {
        let turn = event.turn
        writer.component("VEVENT") { writer in
            writer.property("UID", text: uid(of: turn.key))
            writer.property("SEQUENCE", String(event.sequence))
            writer.property("DTSTAMP", event.changedAt)
            writer.property("LAST-MODIFIED", event.changedAt)
            writer.property("DTSTART", turn.interval.lowerBound)
            writer.property("DTEND", turn.interval.upperBound)
            writer.property("SUMMARY", text: summary(of: event))
            writer.property("LOCATION", text: "\(association.name) \(areaName(turn.key.place.area))")
            writer.property("DESCRIPTION", text: FeedWords.description(of: turn))
            writer.property("CATEGORIES", text: FeedWords.category)
            writer.property("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
            writer.property("TRANSP", event.isCancelled ? "TRANSPARENT" : "OPAQUE")
        }
    }

    private var title: String {
        switch subject {
        case .physician(let physician): FeedWords.title(of: name(physician), association: association.name)
        case .area(let area): FeedWords.title(of: areaName(area), association: association.name)
        }
    }

    private func summary(of event: FeedEvent) -> String {
        let key = event.turn.key
        let holder: String? = if case .area = subject { name(key.call.physician) } else { nil }
        let summary = FeedWords.summary(
            key.call.order, area: areaName(key.place.area), slot: key.place.slot, holder: holder)
        return event.isCancelled ? FeedWords.cancelled(summary) : summary
    }

    private func name(_ physician: PhysicianID) -> String { physicians[physician]?.name ?? physician.text }

    private func areaName(_ area: AreaID?) -> String { AreaWords.name(area, areas: association.areas) }
}

extension FeedStyle {
    /// Plain ASCII and one for each turn of each feed: what can be read of it says date, call and which turn, the rest
    /// is told apart by a hash of the names. An area's feed has its own, because there a turn on the whole
    /// association's place may be shorter.
    func uid(of key: DutyTurn.Key) -> String {
        let feed: String = if case .area(let area) = subject { area.text } else { "" }
        let names = [association.id.text, feed, key.place.slot, key.place.area?.text ?? "", key.call.physician.text]
        let hash = FeedStyle.hash(names.joined(separator: "\n"))
        return "\(key.place.dutyDate)-\(key.call.order.rawValue)-\(key.index)-\(hash)@card-dispatch"
    }

    /// FNV-1a of 64 bits, in 16 hexadecimal digits.
    private static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
