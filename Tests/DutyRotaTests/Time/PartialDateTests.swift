import DutyRota
import Testing

@Suite("Birth dates as they are spoken")
struct PartialDateTests {
    @Test(
        "Every era, in every writing",
        arguments: [
            ("1938-02-11", "1938-02-11"), ("1938/2/11", "1938-02-11"), ("1938年2月11日", "1938-02-11"),
            ("西暦1938年2月11日", "1938-02-11"),
            ("19380211", "1938-02-11"), ("一九三八年二月十一日", "1938-02-11"), ("千九百三十八年二月十一日", "1938-02-11"),
            ("1938 2 11", "1938-02-11"),
            ("昭和13年2月11日", "1938-02-11"), ("昭和１３年２月１１日生まれ", "1938-02-11"), ("昭和十三年二月十一日", "1938-02-11"),
            ("昭和一三年二月一一日生", "1938-02-11"),
            ("S13.2.11", "1938-02-11"), ("s13/2/11", "1938-02-11"), ("Ｓ１３－２－１１", "1938-02-11"),
            ("昭13.2.11", "1938-02-11"), ("S130211", "1938-02-11"),
            ("㍼13年2月11日", "1938-02-11"), ("しょうわ13ねん2がつ11にち", "1938-02-11"), ("昭和 13 年 2 月 11 日", "1938-02-11"),
            ("明治45年7月29日", "1912-07-29"), ("M45.7.29", "1912-07-29"), ("大正15年12月24日", "1926-12-24"),
            ("T15.12.24", "1926-12-24"), ("大正元年8月1日", "1912-08-01"),
            ("昭和元年12月25日", "1926-12-25"), ("平成元年1月8日", "1989-01-08"), ("H1.1.8", "1989-01-08"),
            ("令和元年5月1日", "2019-05-01"), ("R1.5.1", "2019-05-01"),
            ("㋿2年3月4日", "2020-03-04"), ("昭和二十年九月一日", "1945-09-01"), ("昭和三十年十月二十日", "1955-10-20"),
            ("たいしょう9ねん4月1日", "1920-04-01"),
        ])
    func whole(_ text: String, day: String) throws {
        #expect(PartialDate.read(text)?.whole == Day(day))
    }

    @Test(
        "Both readings of a year of change are one year, and an era may run past its end",
        arguments: [
            ("昭和64年1月7日", "1989-01-07"), ("平成元年1月7日", "1989-01-07"), ("昭和64年5月1日", "1989-05-01"),
            ("大正15年12月26日", "1926-12-26"), ("昭和元年3月1日", "1926-03-01"),
            ("明治45年9月1日", "1912-09-01"), ("大正元年3月1日", "1912-03-01"), ("昭和65年4月1日", "1990-04-01"),
            ("平成31年5月1日", "2019-05-01"), ("令和元年4月1日", "2019-04-01"),
            ("明治5年3月3日", "1872-03-03"), ("大正20年1月1日", "1931-01-01"), ("平成32年1月1日", "2020-01-01"),
        ])
    func change(_ text: String, day: String) {
        #expect(PartialDate.read(text)?.whole == Day(day))
    }

    @Test(
        "Month or day may be unknown",
        arguments: [
            ("昭和13年2月", 1938, 2, nil), ("昭和13年", 1938, nil, nil), ("S13.2.?", 1938, 2, nil),
            ("S13.?.11", 1938, nil, 11), ("昭和13年2月不明", 1938, 2, nil),
            ("昭和13年不明", 1938, nil, nil), ("1938", 1938, nil, nil), ("1938年", 1938, nil, nil), ("1938-02", 1938, 2, nil),
            ("193802", 1938, 2, nil),
            ("S13", 1938, nil, nil), ("S1302", 1938, 2, nil), ("1938-02-00", 1938, 2, nil), ("昭和64年", 1989, nil, nil),
            ("大正元年", 1912, nil, nil), ("S13.2.x", 1938, 2, nil),
            ("昭和十三年", 1938, nil, nil),
        ] as [(String, Int, Int?, Int?)])
    func part(_ text: String, year: Int, month: Int?, day: Int?) {
        #expect(PartialDate.read(text) == PartialDate(year: year, month: month, day: day))
        #expect(PartialDate.read(text)?.whole == nil)
    }

    @Test(
        "Anything else is no date",
        arguments: [
            "", "13年2月11日", "2月11日", "昭和", "昭和13年13月1日", "昭和13年2月30日", "1938-02-29", "昭和13年2月11日12", "山田", "S132",
            "S13021", "130211", "13-2-11", "昭和113年",
            "昭和13月2年", "昭和13年2日11月", "0000-01-01", "S0.1.1", "九千億年", "昭和十十年",
        ])
    func neither(_ text: String) {
        #expect(PartialDate.read(text) == nil)
    }

    @Test("The days that a date can be, and no others")
    func days() throws {
        let month = try #require(PartialDate(year: 1940, month: 2))
        #expect(month.days == Day.sample("1940-02-01")...Day.sample("1940-02-29"))
        let year = try #require(PartialDate(year: 1940))
        #expect(year.days == Day.sample("1940-01-01")...Day.sample("1940-12-31"))
        let monthUnknown = try #require(PartialDate(year: 1940, day: 31))
        #expect(
            monthUnknown.days.lowerBound.number...monthUnknown.days.upperBound.number == year.days.lowerBound
                .number...year.days.upperBound.number)
        #expect(
            (year.days.lowerBound.number...year.days.upperBound.number).count { monthUnknown.contains(Day(number: $0)) }
                == 7)
        #expect(!monthUnknown.contains(.sample("1941-01-31")))
    }

    @Test(
        "One thing misheard",
        arguments: [
            ("昭和13年2月11日", "1938-02-12", true), ("昭和13年2月11日", "1938-02-21", true), ("昭和13年2月11日", "1943-02-11", true),
            ("昭和13年2月11日", "1924-02-11", true),
            ("1938-02-11", "1939-02-11", true), ("1938-02-11", "1983-02-11", true), ("1938-02-12", "1938-02-21", true),
            ("大正13年2月11日", "1938-02-11", true),
            ("昭和13年2月11日", "1938-02-11", false), ("昭和13年2月11日", "1939-02-12", false),
            ("昭和13年2月11日", "1938-11-02", false), ("昭和13年2月", "1938-03-01", false),
            ("昭和64年1月1日", "1990-01-01", true),
        ])
    func slip(_ said: String, _ born: String, isSlip: Bool) throws {
        #expect(try #require(PartialDate.read(said)).isSlip(of: .sample(born)) == isSlip)
    }
}

extension Day {
    fileprivate static func sample(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
}
