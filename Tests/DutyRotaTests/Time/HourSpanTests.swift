import DutyRota
import Testing

@Suite("Hours")
struct HourSpanTests {
    @Test(
        "Rule 19: hours are read, past midnight with 翌 or counted on",
        arguments: [
            ("17:30", "翌08:30", 1050, 1950), ("17:30", "翌8:30", 1050, 1950), ("17:30", "翌日8:30", 1050, 1950),
            ("17:30", "32:30", 1050, 1950), ("17:30", "24:00", 1050, 1440), ("17:30", "翌0:00", 1050, 1440),
            ("17:30", "２５：００", 1050, 1500), ("8:30", "翌8:30", 510, 1950), ("0:00", "24:00", 0, 1440),
            (" 9:00 ", "　12:00　", 540, 720), ("17:30:00", "32:30:00", 1050, 1950), ("25:00", "翌8:30", 1500, 1950),
            ("0:00", "48:00", 0, 2880), ("0:00", "翌24:00", 0, 2880),
        ]
    )
    func read(start: String, end: String, first: Int, last: Int) throws {
        let span = try HourSpan.read(start: start, end: end).get()
        #expect(span.start == first)
        #expect(span.end == last)
    }

    @Test(
        "Rule 19: an end that is not after its start is refused, with what would be right",
        arguments: [("17:30", "17:30"), ("20:00", "18:00"), ("翌8:30", "翌8:30"), ("翌8:30", "9:00")]
    )
    func endsTooEarly(start: String, end: String) {
        #expect(throws: HourFault.self) { try HourSpan.read(start: start, end: end).get() }
        guard case .failure(let fault) = HourSpan.read(start: start, end: end) else { return }
        #expect(fault.side == .end)
        #expect(fault.message.contains("「翌\(end)」") == !end.hasPrefix("翌"))
        #expect(!fault.message.contains("翌翌"))
    }

    @Test(
        "What is no time is refused on its side",
        arguments: [
            "", "8", "8:3", "8:60", "830", "8:30:15", "48:01", "翌24:01", "翌翌8:30", "8時", "-1:00", "８：3０分", "1:00:",
        ]
    )
    func notATime(text: String) {
        for (start, end, side) in [(text, "翌8:30", HourFault.Side.start), ("0:00", text, .end)] {
            guard case .failure(let fault) = HourSpan.read(start: start, end: end) else {
                Issue.record("read \(start)–\(end)")
                continue
            }
            #expect(fault.side == side)
            #expect(fault.message.contains("「\(text)」"))
        }
    }

    @Test("Hours outside two days or without length are none", arguments: [(-1, 10), (10, 10), (10, 9), (0, 2881)])
    func notASpan(start: Int, end: Int) {
        #expect(HourSpan(start: start, end: end) == nil)
    }
}
