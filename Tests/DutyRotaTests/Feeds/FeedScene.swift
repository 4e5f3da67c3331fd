import DutyRota
import Testing

/// A small rota with what has happened to it, as its feeds are read at some instant.
struct FeedScene {
    var rota = TestRota()
    /// Revisions before the rota's own.
    var earlier: [PublishedMonth] = []
    var overrides: [Override] = []
    var absences: [Absence] = []
    var marks: [Unavailability] = []

    /// One night of November with A and C.
    init(rows: [String] = ["2026-11-24 平日夜間 東部 A C"]) {
        rota.rows = rows
    }

    /// The feed at an instant, of what had been entered by then.
    func bytes(_ subject: DutyFeed.Subject, at local: String = "2026-11-30T12:00:00") throws -> [UInt8] {
        let now = try DutyRotaTests.at(local)
        let book = try rota.book()
        let sheets = earlier + book.months.values.sorted { $0.month < $1.month }
        return try DutyFeed.calendar(
            for: subject,
            book: RotaBook(
                association: book.association, calendar: book.calendar, slots: book.slots,
                months: Array(book.months.values), physicians: rota.physicians, overrides: known(overrides, at: now),
                absences: known(absences, at: now), unavailabilities: known(marks, at: now)),
            chronicle: RotaChronicle(
                revisions: sheets.map { RotaChronicle.Revision(sheet: $0, by: "office", acknowledged: []) },
                overrides: known(overrides, at: now), unavailabilities: known(marks, at: now)),
            at: now
        )
    }

    private func known<Entry: Liftable>(_ entries: [Entry], at instant: Instant) -> [Entry] {
        entries.filter { $0.madeAt <= instant }.map { $0.asKnown(at: instant) }
    }

    func feed(_ subject: DutyFeed.Subject, at local: String = "2026-11-30T12:00:00") throws -> FeedReader {
        try FeedReader(bytes(subject, at: local))
    }

    func events(_ subject: DutyFeed.Subject, at local: String = "2026-11-30T12:00:00") throws -> [FeedReader.Event] {
        try feed(subject, at: local).events
    }

    /// Lays an override on somebody's seat of the night of 11-24 in the east.
    mutating func lay(
        on published: PhysicianID,
        _ physician: PhysicianID?,
        order: CallOrder = .first,
        from start: String? = nil,
        to end: String? = nil,
        madeAt: String = "2026-11-20T10:00:00"
    ) throws {
        overrides.append(
            Override(
                id: "O\(overrides.count)",
                place: Place.Key(dutyDate: try day("2026-11-24"), slot: "平日夜間", area: "east"), order: order,
                seat: .published(published), replaces: published, start: try start.map(at), end: try end.map(at),
                physician: physician, reason: "秘密の理由", madeAt: try at(madeAt), madeBy: "office"))
    }
}

extension FeedReader.Event {
    /// Heading and times in one line, such as `当番（第一）東部 平日夜間 24日17:30-25日08:30`.
    var line: String {
        let times = [start, end].compactMap(\.self).map { instant in
            let text = Array(instant.rfc3339)
            return String(text[8..<10]) + "日" + String(text[11..<16])
        }
        return "\(self["SUMMARY"]) \(times.joined(separator: "-"))"
    }
}
