extension RotaBook {
    /// Who is on duty in an area at an instant.
    ///
    /// The only resolver: look-up, month view, feeds, print and checks all ask here. An area with a slot of its own at the
    /// instant is governed by it alone; only without one does the whole association's slot count. Throws where the association
    /// has no such area.
    public func duty(at instant: Instant, area: AreaID) throws(DutyFault) -> DutyAnswer {
        guard association.area(area) != nil else { throw .unknownArea }
        let timelines = timelines(of: area)
        let now = situation(at: instant, timelines)
        let next = next(after: instant, timelines)
        return DutyAnswer(
            at: instant,
            association: association.id,
            area: area,
            status: now.status,
            shifts: now.shifts,
            validUntil: now.status == .unpublished
                ? nil : change(after: instant, timelines, from: now, next: next?.start),
            next: next,
            horizon: timelines.end,
            revision: now.revision,
            publishedAt: now.publishedAt,
            warnings: now.warnings,
            standingContact: association.standingContact
        )
    }
}
