import DutyRota
import Testing

/// RFC 5545, line by line.
@Suite("Feeds: how they are written")
struct FeedFormatTests {
    private let east = DutyFeed.Subject.area("east")

    @Test("The calendar says what it is, and is one even without an event")
    func head() throws {
        let feed = try FeedScene(rows: []).feed(east)
        let expected = [
            "VERSION": "2.0", "PRODID": "-//card-dispatch//Duty rota//JA", "CALSCALE": "GREGORIAN", "METHOD": "PUBLISH",
            "NAME": "東部の当番（試験医師会）", "X-WR-CALNAME": "東部の当番（試験医師会）", "X-WR-TIMEZONE": "Asia/Tokyo",
            "REFRESH-INTERVAL;VALUE=DURATION": "PT1H", "X-PUBLISHED-TTL": "PT1H",
        ]
        #expect(feed.head == expected)
        #expect(feed.events.isEmpty)
        #expect(feed.physical.contains(Array("TZID:Asia/Tokyo".utf8)))
    }

    @Test(
        "Every line ends with CRLF and has at most 75 octets, no character being cut",
        arguments: ["a", "é", "当", "𠮷"],
        [1, 6, 7, 8, 9, 10, 11, 12, 28, 29, 30, 31, 47, 48, 49, 50, 102, 103, 104, 105, 150]
    )
    func folding(letter: String, length: Int) throws {
        var scene = FeedScene()
        let name = String(repeating: letter, count: length)
        scene.rota.physicians = [TestRota.physician("A", name: name)]
        let feed = try scene.feed(east)
        #expect(feed.physical.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
        #expect(feed.events.map { $0["SUMMARY"] } == ["当番（第一）東部 平日夜間 \(name)"])
    }

    @Test("A folded line is full but for a character, and a letter keeps its marks")
    func foldedLines() throws {
        var scene = FeedScene()
        scene.rota.physicians = [TestRota.physician("A", name: String(repeating: "か\u{3099}", count: 30))]
        let lines = try scene.feed(east).physical
        let start = try #require(lines.firstIndex { $0.starts(with: Array("SUMMARY".utf8)) })
        let folded = lines[start...].prefix { $0.first == 32 || $0.starts(with: Array("SUMMARY".utf8)) }
        #expect(folded.map(\.count) == [70, 73, 73, 13])
        #expect(folded.dropFirst().allSatisfy { $0.starts(with: Array(" か\u{3099}".utf8)) })
    }

    @Test("A letter with more marks than fit on a line is folded between them")
    func longLetter() throws {
        var scene = FeedScene()
        let name = "e" + String(repeating: "\u{301}", count: 100)
        scene.rota.physicians = [TestRota.physician("A", name: name)]
        let feed = try scene.feed(east)
        #expect(feed.physical.allSatisfy { $0.count <= 75 })
        #expect(feed.events.map { Array($0["SUMMARY"].utf8.suffix(201)) } == [Array(name.utf8)])
    }

    @Test(
        "What means something in a calendar is escaped, whatever follows it; other control characters are left out",
        arguments: [
            ("鈴木, 一郎", "鈴木\\, 一郎", "鈴木, 一郎"), ("a;b", "a\\;b", "a;b"), ("a\\b", "a\\\\b", "a\\b"),
            ("a\nb", "a\\nb", "a\nb"), ("a\r\nb\rc", "a\\nb\\nc", "a\nb\nc"), (",\u{301}", "\\,\u{301}", ",\u{301}"),
            ("a\u{0}\u{7f}b", "ab", "ab"), ("a:b\"c\"", "a:b\"c\"", "a:b\"c\""),
            ("\n END:VEVENT", "\\n END:VEVENT", "\n END:VEVENT"),
        ]
    )
    func escaping(name: String, written: String, read: String) throws {
        var scene = FeedScene()
        scene.rota.physicians = [TestRota.physician("A", name: name)]
        let feed = try scene.feed(east)
        #expect(feed.physical.contains(Array("SUMMARY:当番（第一）東部 平日夜間 \(written)".utf8)))
        #expect(feed.events.map { $0["SUMMARY"] } == ["当番（第一）東部 平日夜間 \(read)"])
    }

    @Test("An event says where, of which duty date and whole slot, and nothing in confidence")
    func content() throws {
        var scene = FeedScene()
        try scene.lay(on: "A", "B", from: "2026-11-24T23:00:00")
        let event = try #require(try scene.events(.physician("B")).first)
        let expected = [
            "SUMMARY": "当番（第一）東部 平日夜間", "LOCATION": "試験医師会 東部",
            "DESCRIPTION": "当番日: 2026-11-24（火）\n枠: 平日夜間 17:30〜翌8:30", "CATEGORIES": "当番", "TRANSP": "OPAQUE",
            "STATUS": "CONFIRMED", "DTSTAMP": "20261120T010000Z", "LAST-MODIFIED": "20261120T010000Z",
        ]
        #expect(event.properties.filter { expected[$0.key] != nil } == expected)
        let text = String(decoding: try scene.bytes(east), as: UTF8.self)
        for secret in ["090-", "054-", "秘密", "office"] { #expect(!text.contains(secret)) }
    }

    @Test("Identifiers are plain ASCII, one for each event, another in each feed, and stay the same")
    func identifiers() throws {
        let scene = FeedScene(rows: ["2026-11-24 平日夜間 東部 A,B A", "2026-11-24 平日夜間 西部 A B"])
        let area = try scene.events(east).map(\.uid)
        let physician = try scene.events(.physician("A")).map(\.uid)
        #expect(area.count == 3)
        #expect(physician.count == 3)
        #expect(Set(area + physician).count == 6)
        #expect(area.allSatisfy { $0.hasSuffix("@card-dispatch") && $0.utf8.allSatisfy { (33...126).contains($0) } })
        #expect(physician.sorted().first == "2026-11-24-1-0-8245e4f017889d31@card-dispatch")
    }

    @Test("The same state gives the same bytes, whatever the time of day")
    func stable() throws {
        let scene = FeedScene()
        #expect(try scene.bytes(east, at: "2026-11-30T00:00:00") == scene.bytes(east, at: "2026-11-30T23:59:59.999"))
    }

    @Test(
        "A duty date is in the feed for 62 days",
        arguments: [("2027-01-25T23:59:59.999", 2), ("2027-01-26T00:00:00", 0)])
    func window(local: String, count: Int) throws {
        #expect(try FeedScene().events(east, at: local).count == count)
    }

    @Test("An area that there is not has no feed, and a physician without duty an empty one")
    func unknown() throws {
        let scene = FeedScene()
        #expect(throws: DutyFault.unknownArea) { try scene.bytes(.area("north")) }
        #expect(try scene.events(.physician("B")).isEmpty)
    }
}
