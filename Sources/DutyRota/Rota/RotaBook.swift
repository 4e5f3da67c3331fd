/// Everything that decides who is on duty in one association: an immutable value, so that an answer is wholly of one state of the rota.
public struct RotaBook: Sendable {
    /// Whose rota it is, with its areas.
    public let association: Association
    /// What kind of day each day is.
    public let calendar: DayCalendar
    /// Every version of every slot.
    public let slots: [Slot]
    /// What is published, at most one revision a month.
    public private(set) var months: [Month: PublishedMonth]
    /// The register, by identifier.
    public let physicians: [PhysicianID: Physician]
    /// Numbers that go with a slot rather than with a person, such as the mobile telephone that is handed over (当番携帯); by the
    /// slot's name.
    public let slotTelephones: [String: [Telephone]]
    /// What lies over the published sheets; those that have been lifted count no more.
    public let overrides: [Override]
    /// Days on which physicians can't be called.
    public let absences: [Absence]
    /// What the fire department said at night.
    public private(set) var unavailabilities: [Unavailability]

    /// The overrides, ready for questions.
    private let overlay: Overlay
    /// The absences that stand, by physician.
    private let absent: [PhysicianID: [Absence]]
    /// The published places of each area and, under nil, of the whole association.
    private var timelines: [AreaID?: Timeline]
    /// Where an instant without a slot may turn from published to unpublished or back, ascending.
    private(set) var publicationEdges: [Instant]

    /// A book of these sheets; of several revisions of a month the highest counts.
    public init(
        association: Association,
        calendar: DayCalendar,
        slots: [Slot],
        months: [PublishedMonth],
        physicians: [Physician],
        slotTelephones: [String: [Telephone]] = [:],
        overrides: [Override] = [],
        absences: [Absence] = [],
        unavailabilities: [Unavailability] = []
    ) {
        self.association = association
        self.calendar = calendar
        self.slots = slots
        self.months = Dictionary(months.map { ($0.month, $0) }) { $0.revision > $1.revision ? $0 : $1 }
        self.physicians = Dictionary(physicians.map { ($0.id, $0) }) { first, _ in first }
        self.slotTelephones = slotTelephones
        self.overrides = overrides
        self.absences = absences
        self.unavailabilities = unavailabilities
        overlay = Overlay(overrides)
        absent = Dictionary(grouping: absences.filter { $0.lift == nil }, by: \.physician)
        timelines = RotaBook.timelines(of: self.months)
        publicationEdges = RotaBook.publicationEdges(of: Set(self.months.keys), slots: slots)
    }

    /// The book as it would be with a further sheet, or another one for its month.
    public func publishing(_ sheet: PublishedMonth) -> RotaBook {
        var book = self
        book.months[sheet.month] = sheet
        book.timelines = RotaBook.timelines(of: book.months)
        book.publicationEdges = RotaBook.publicationEdges(of: Set(book.months.keys), slots: slots)
        return book
    }

    /// The book with what the fire department has said at night.
    public func marking(_ unavailabilities: [Unavailability]) -> RotaBook {
        var book = self
        book.unavailabilities = unavailabilities
        return book
    }

    /// The published places that give duty to an area.
    func timelines(of area: AreaID) -> AreaTimelines {
        AreaTimelines(area: area, own: timelines[area] ?? Timeline([]), whole: timelines[nil] ?? Timeline([]))
    }

    /// Who holds a call of a place at an instant: the sheet with what lies over it. The one seam where changes of a published sheet come
    /// in: whatever asks who holds a place asks here.
    func holders(of place: Place, order: CallOrder, at instant: Instant) -> [Holder] {
        overlay.holders(of: place, order: order, at: instant)
    }

    /// Why a physician can't be called on a day for an absence; nil: they are not away.
    public func absence(of physician: PhysicianID, on day: Day) -> Absence? {
        absent[physician]?.first { $0.covers(day) }
    }

    /// Whether the fire department found that a physician can't come now.
    func isUnavailable(_ physician: PhysicianID, at instant: Instant) -> Bool {
        unavailabilities.contains { $0.physician == physician && $0.interval.contains(instant) }
    }

    /// The next instant at which a change that lies over the sheets begins or ends.
    func overlayEdge(after instant: Instant) -> Instant? {
        let marks = unavailabilities.flatMap { [$0.interval.lowerBound, $0.interval.upperBound] }
        return ([overlay.edges.next(after: instant)] + marks.filter { $0 > instant }).compactMap(\.self).min()
    }

    private static func timelines(of months: [Month: PublishedMonth]) -> [AreaID?: Timeline] {
        Dictionary(grouping: months.values.flatMap(\.places), by: \.key.area).mapValues(Timeline.init)
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
