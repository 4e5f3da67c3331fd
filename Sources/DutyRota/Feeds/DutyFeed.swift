/// Duty as a calendar to which people subscribe (RFC 5545, 7986). For physicians and offices: dispatch never depends on
/// it. No instances.
///
/// An event is one physician's unbroken turn on one call of a place. What the register or the office says in confidence
/// stays outside: no number to call, no reason, no remark.
public enum DutyFeed {
    /// Whose duty it is.
    public enum Subject: Hashable, Sendable {
        /// Whatever a physician holds, in every area, over the whole of it.
        case physician(PhysicianID)
        /// Everybody whom the answers for an area name: the holders of its own places, and those of the whole
        /// association's for as long as they count for the area.
        case area(AreaID)
    }

    /// How many days a duty date stays in the feed.
    public static let daysBack = 62

    /// The feed as it is at an instant.
    ///
    /// The book is the one of that instant, with its absences, the lifted ones included. The chronicle must reach from
    /// the month of ``daysBack`` days before to the last published one: it says what the feed has told before. The
    /// bytes depend on the state of the rota and on the date alone, so that an unchanged feed can be told by them.
    /// Throws where the association has no such area.
    public static func calendar(
        for subject: Subject,
        book: RotaBook,
        chronicle: RotaChronicle,
        at now: Instant
    ) throws(DutyFault) -> [UInt8] {
        if case .area(let area) = subject, book.association.area(area) == nil { throw .unknownArea }
        let events = try FeedHistory(subject: subject, book: book, chronicle: chronicle, at: now).events()
        let style = FeedStyle(subject: subject, association: book.association, physicians: book.physicians)
        var writer = ICalendarWriter()
        writer.component("VCALENDAR") { writer in
            style.writeHead(changedAt: events.map(\.changedAt).max(), to: &writer)
            for event in events { style.write(event, to: &writer) }
        }
        return writer.bytes
    }
}
