/// A stretch of time during which an area's duty is one and the same.
public struct DutyStretch: Hashable, Sendable {
    /// Half-open.
    public let interval: Range<Instant>
    /// Whether somebody is on duty.
    public let status: DutyAnswer.Status
    /// As in an answer: everybody whom the sheet and what lies over it name, those who can't be called included.
    public let shifts: [DutyShift]
    /// What the reader of an answer would be told.
    public let warnings: [DutyAnswer.Warning]
}

extension RotaBook {
    /// The duty of an area over a range of time, without a hole: what is told of a range (month view, print, checks) comes from the
    /// resolver, as every answer does. Throws where the association has no such area.
    public func stretches(of area: AreaID, in range: Range<Instant>) throws(DutyFault) -> [DutyStretch] {
        guard association.area(area) != nil else { throw .unknownArea }
        let timelines = timelines(of: area)
        var stretches: [DutyStretch] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let now = situation(at: start, timelines)
            let change = change(after: start, timelines, from: now, next: nil)
            let end = min(change ?? range.upperBound, range.upperBound)
            stretches.append(
                DutyStretch(interval: start..<end, status: now.status, shifts: now.shifts, warnings: now.warnings))
            start = end
        }
        return stretches
    }
}
