import DutyRota

extension RandomRota {
    /// Every instant, in milliseconds, at which something could change: ascending, from before the first duty date
    /// until all is over.
    var times: [Int64] {
        let around = (dates.lowerBound - 2)...(dates.upperBound + 3)
        let firsts = [11, 12, 13].map { Month(year: 2026, month: $0).firstDay.number }
        let telephones = (physicians.flatMap(\.telephones) + slotTelephones.values.flatMap(\.self)).compactMap(\.hours)
        var times = firsts.map { Day(number: $0).start } + around.map { Day(number: $0).start }
        for span in slots.map(\.hours) {
            times += (around + firsts.map { $0 - 1 }).flatMap { [span.start, span.end].map(Day(number: $0).at) }
        }
        for span in telephones.map(\.span) {
            times += around.flatMap { [span.start, span.end].map(Day(number: $0).at) }
        }
        times += changes.overrides.flatMap { [$0.start, $0.end].compactMap(\.self) }
        times += changes.marks.flatMap { [$0.from, $0.until, $0.lift?.at].compactMap(\.self) }
        let start = Day(number: around.lowerBound).start
        return Set(times).filter { start <= $0 }.map(\.milliseconds).sorted()
    }
}
