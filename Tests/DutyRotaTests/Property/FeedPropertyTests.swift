import DutyRota
import Testing

/// What a subscriber sees who reads a feed after every change of a rota drawn by lot. A failure names the seed.
@Suite("Feeds over time")
struct FeedPropertyTests {
    @Test(
        "Nothing vanishes from a feed but cancelled; what changes has a higher sequence, and nothing else has",
        arguments: UInt64(1)...60
    )
    func changes(seed: UInt64) throws {
        let rota = RandomRota(seed: seed, grain: 30, size: .fewDays)
        let area = rota.areas[Int(seed) % rota.areas.count].id
        let physician = rota.physicians[Int(seed) % rota.physicians.count].id
        let subject: DutyFeed.Subject = seed % 3 == 0 ? .physician(physician) : .area(area)
        var known: [String: FeedReader.Event] = [:]
        for instant in rota.changes.instants {
            let events = try events(of: rota, subject, at: instant)
            for (uid, before) in known {
                let after = try #require(events[uid], "seed \(seed): \(before) is gone at \(instant.rfc3339)")
                #expect(
                    after == before || after.sequence > before.sequence,
                    "seed \(seed) at \(instant.rfc3339): \(before), then \(after)")
                #expect(after["DTSTAMP"] >= before["DTSTAMP"])
            }
            for (uid, after) in events where known[uid] == nil {
                #expect(after.isConfirmed, "seed \(seed): \(after) is cancelled at \(instant.rfc3339), and never was")
            }
            known = events
        }
    }

    private func events(
        of rota: RandomRota,
        _ subject: DutyFeed.Subject,
        at now: Instant
    ) throws -> [String: FeedReader.Event] {
        let (book, chronicle) = (try rota.book(at: now), try rota.chronicle(at: now))
        let feed = try DutyFeed.calendar(for: subject, book: book, chronicle: chronicle, at: now)
        let later = now.adding(milliseconds: 1)
        #expect(try DutyFeed.calendar(for: subject, book: book, chronicle: chronicle, at: later) == feed)
        let events = try FeedReader(feed).events
        #expect(Set(events.map(\.uid)).count == events.count)
        return Dictionary(events.map { ($0.uid, $0) }) { first, _ in first }
    }
}

extension RandomChanges {
    /// When something was published, entered or taken back, ascending.
    fileprivate var instants: [Instant] {
        let published = [-86_400_000, 0].map(RandomRota.publishedAt.adding)
        let entered = times(overrides) + times(absences) + times(marks)
        return Set(published + entered).filter { $0 <= RandomRota.end }.sorted()
    }

    private func times(_ entries: [some Liftable]) -> [Instant] {
        entries.map(\.madeAt) + entries.compactMap(\.lift?.at)
    }
}
