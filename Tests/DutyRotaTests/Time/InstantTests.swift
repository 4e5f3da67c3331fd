import DutyRota
import Testing

@Suite("Instants")
struct InstantTests {
    @Test(
        "Rule 16: one instant is one instant, whatever its offset",
        arguments: [
            "2026-11-24T15:00:00Z", "2026-11-25T00:00:00+09:00", "2026-11-24T10:00:00-05:00", "2026-11-24t15:00:00z",
            "2026-11-25 00:00:00+09:00", "2026-11-24T15:00:00.000Z", "2026-11-25T05:45:00+14:45", "2026-11-24T15:00Z",
        ]
    )
    func oneInstant(text: String) throws {
        #expect(try Instant(rfc3339: text).rfc3339 == "2026-11-25T00:00:00+09:00")
    }

    @Test(
        "Rule 16: a time without an offset is refused",
        arguments: ["2026-11-24T22:00:00", "2026-11-24T22:00:00.5", "2026-11-24T22:00"])
    func withoutOffset(text: String) {
        #expect(throws: InstantFault.withoutOffset) { try Instant(rfc3339: text) }
    }

    @Test(
        "What is no time is refused",
        arguments: [
            "", "2026-11-24", "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T22:60:00Z",
            "9999-12-31T23:59:59Z",
            "2026-11-24T22:00:00+9:00", "2026-11-24T22:00:00+24:00", "2026-11-24T22:00:00Zz", "2026-11-24T22:00:00.Z",
            "2026-11-24T22:00:00 09:00", "２０２６-11-24T22:00:00Z",
        ]
    )
    func malformed(text: String) {
        #expect(throws: InstantFault.malformed) { try Instant(rfc3339: text) }
    }

    @Test("Digits past the millisecond are cut off, so the day physician still is at 17:29:59.9999")
    func cutOff() throws {
        let instant = try Instant(rfc3339: "2026-11-24T17:29:59.9999+09:00")
        #expect(instant.rfc3339 == "2026-11-24T17:29:59.999+09:00")
        #expect(try Instant(rfc3339: "2026-11-24T17:29:59.5+09:00").rfc3339 == "2026-11-24T17:29:59.500+09:00")
    }

    @Test("An instant lies on the civil day of Japan, also before 1970")
    func civilDay() throws {
        #expect(try Instant(rfc3339: "2026-11-24T14:59:59.999Z").day == day("2026-11-24"))
        #expect(try Instant(rfc3339: "2026-11-24T15:00:00Z").day == day("2026-11-25"))
        #expect(Instant(milliseconds: -9 * 3_600_000 - 1).day.description == "1969-12-31")
        #expect(Instant(milliseconds: -9 * 3_600_000).day.description == "1970-01-01")
        #expect(Instant(milliseconds: -9 * 3_600_000 - 1).millisecondOfDay == 86_399_999)
    }

    @Test("Rule 16: a night of fifteen hours is fifteen hours on every date")
    func noDaylightSaving() throws {
        let night = try #require(HourSpan(start: 1050, end: 1950))
        for number in try day("2026-01-01").number..<day("2029-01-01").number {
            let interval = night.interval(on: Day(number: number))
            #expect(interval.upperBound == interval.lowerBound.adding(milliseconds: 15 * 3_600_000))
        }
    }
}
