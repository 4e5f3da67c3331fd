/// Everything that decides who is on duty in one association: an immutable value, so that an answer is wholly of one state of the rota.
public struct RotaBook: Sendable {
    /// Whose rota it is, with its areas.
    public let association: Association
    /// What kind of day each day is.
    public let calendar: DayCalendar
    /// Every version of every slot.
    public let slots: [Slot]
    /// What is published, at most one revision a month.
    public let months: [Month: PublishedMonth]
    /// The register, by identifier.
    public let physicians: [PhysicianID: Physician]
    /// Numbers that go with a slot rather than with a person, such as the mobile telephone that is handed over (当番携帯); by the
    /// slot's name.
    public let slotTelephones: [String: [Telephone]]

    /// The published places of each area and, under nil, of the whole association.
    private let timelines: [AreaID?: Timeline]
    /// Where an instant without a slot may turn from published to unpublished or back, ascending.
    let publicationEdges: [Instant]

    /// A book of these sheets; of several revisions of a month the highest counts.
    public init(
        association: Association,
        calendar: DayCalendar,
        slots: [Slot],
        months: [PublishedMonth],
        physicians: [Physician],
        slotTelephones: [String: [Telephone]] = [:]
    ) {
        self.association = association
        self.calendar = calendar
        self.slots = slots
        self.months = Dictionary(months.map { ($0.month, $0) }) { $0.revision > $1.revision ? $0 : $1 }
        self.physicians = Dictionary(physicians.map { ($0.id, $0) }) { first, _ in first }
        self.slotTelephones = slotTelephones
        timelines = Dictionary(grouping: self.months.values.flatMap(\.places), by: \.key.area)
            .mapValues(Timeline.init)
        publicationEdges = RotaBook.publicationEdges(of: Set(self.months.keys), slots: slots)
    }

    /// The published places that give duty to an area.
    func timelines(of area: AreaID) -> AreaTimelines {
        AreaTimelines(area: area, own: timelines[area] ?? Timeline([]), whole: timelines[nil] ?? Timeline([]))
    }

    /// Who holds a call order of a place at an instant, in the sheet's order. The one seam where changes that lie over a published
    /// sheet come in: whatever asks who holds a place asks here.
    func holders(of place: Place, order: CallOrder, at instant: Instant) -> [PhysicianID] {
        place.holders[order]
    }

    /// The beginnings and ends of the published months, and on the first day of those that follow an unpublished one, where that
    /// one's last nights begin and cease.
    private static func publicationEdges(of months: Set<Month>, slots: [Slot]) -> [Instant] {
        months.flatMap { month -> [Instant] in
            let eve = month.firstDay.adding(-1)
            let nights = months.contains(eve.month) ? [] : slots.map { $0.hours.interval(on: eve) }
            return [month.firstDay.start, month.adding(1).firstDay.start]
                + nights.flatMap { [$0.lowerBound, $0.upperBound] }
        }.sorted()
    }
}
