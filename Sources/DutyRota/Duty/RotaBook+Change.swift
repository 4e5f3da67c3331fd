extension RotaBook {
    /// When the next place begins to govern the area, and who can then be called: a place that starts, or the whole association's
    /// that takes over where the area's own ends. An empty place counts: nobody comes next, and that is said.
    func next(after instant: Instant, _ timelines: AreaTimelines) -> DutyAnswer.Next? {
        var time = instant
        var governing = timelines.governing(at: instant)
        while let candidate = timelines.boundary(after: time) {
            let then = timelines.governing(at: candidate)
            if then.contains(where: { place in !governing.contains { $0.key == place.key } }) {
                let shifts = situation(at: candidate, timelines).shifts
                return DutyAnswer.Next(start: candidate, shifts: shifts.filter { $0.obstacle == nil })
            }
            (time, governing) = (candidate, then)
        }
        return nil
    }

    /// The next instant at which the answer is another one, at the latest the next start; nil where it never changes again.
    func change(
        after instant: Instant,
        _ timelines: AreaTimelines,
        from now: DutySituation,
        next: Instant?
    ) -> Instant? {
        var time = instant
        while let candidate = boundary(after: time, timelines, now.shifts), candidate != next {
            if situation(at: candidate, timelines) != now { return candidate }
            time = candidate
        }
        return next
    }

    /// The next instant at which the situation could change: a place begins or ends, so does an override of it, a telephone begins or
    /// ceases to be answered, or what is published does.
    private func boundary(after instant: Instant, _ timelines: AreaTimelines, _ shifts: [DutyShift]) -> Instant? {
        let hours = shifts.flatMap { telephones(of: $0.physician, on: $0.place) }.compactMap(\.hours?.span)
        let answered =
            hours.isEmpty
            ? []
            : (-1...1).flatMap { offset in
                hours.flatMap { span in
                    let interval = span.interval(on: instant.day.adding(offset))
                    return [interval.lowerBound, interval.upperBound].filter { $0 > instant }
                }
            }
        return
            ([
                timelines.boundary(after: instant), publicationEdges.next(after: instant), overlayEdge(after: instant),
            ].compactMap(\.self) + answered)
            .min()
    }
}
