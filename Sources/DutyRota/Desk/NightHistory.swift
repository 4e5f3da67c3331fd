/// Something that happened to one night's duty of an area.
public struct NightEvent: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, Sendable {
        /// A revision named those who hold a call, or others than the one before.
        case planned
        /// A revision no longer had the place.
        case placeRemoved
        /// An override was lifted.
        case overrideLifted
        /// An override was made.
        case overrideMade
        /// The fire department found that somebody can't come.
        case unavailable
        /// That was taken back.
        case unavailableLifted
    }

    /// When it was entered.
    public let at: Instant
    /// Who entered it.
    public let by: String
    /// What happened.
    public let kind: Kind
    /// The row of the month sheet; nil: it concerns whatever the physician holds.
    public let place: Place.Key?
    /// Which call of it; nil: all.
    public let order: CallOrder?
    /// Whom it concerns: those who were planned; who was replaced, then by whom.
    public let physicians: [PhysicianID]
    /// Whether it was entered when the duty was over: it changes what is read later, not who was called.
    public let isCorrection: Bool
    /// Japanese: what happened, without when and by whom.
    public let message: String
}

/// How one night's duty of an area came to be what it was. No instances.
public enum NightHistory {
    /// The months of which the chronicle should be: those in which the other half of an exchange of that night can be expected.
    public static func months(around dutyDate: Day) -> ClosedRange<Month> {
        dutyDate.month.adding(-3)...dutyDate.month.adding(3)
    }

    /// All that was ever entered about the places of a duty date, the area's own and the whole association's, in the order of time.
    ///
    /// The chronicle must hold the date's month; of an exchange the other half is named where the chronicle holds it.
    public static func of(
        dutyDate: Day,
        area: AreaID,
        chronicle: RotaChronicle,
        book: RotaBook
    ) -> [NightEvent] {
        let night = Night(dutyDate: dutyDate, area: area, chronicle: chronicle, book: book)
        let events = night.planned + night.overridden + night.unavailable
        return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}

/// One night of an area, with all that was entered about it.
struct Night {
    let dutyDate: Day
    let area: AreaID
    let chronicle: RotaChronicle
    let book: RotaBook

    /// The revisions of the month, the first one first.
    var revisions: [RotaChronicle.Revision] {
        chronicle.revisions.filter { $0.sheet.month == dutyDate.month }.sorted { $0.sheet.revision < $1.sheet.revision }
    }

    /// The overrides that were laid on the night, in the order in which they were made.
    var overrides: [Override] {
        chronicle.overrides.filter { concerns($0.place) }.sorted { ($0.madeAt, $0.id) < ($1.madeAt, $1.id) }
    }

    /// Whether a place is the night's.
    func concerns(_ place: Place.Key) -> Bool {
        place.dutyDate == dutyDate && (place.area == area || place.area == nil)
    }

    /// A place as it was published at an instant, or failing that ever.
    func place(_ key: Place.Key, at instant: Instant) -> Place? {
        let published = revisions.compactMap { revision in
            revision.sheet.places.first { $0.key == key }.map { (at: revision.sheet.publishedAt, place: $0) }
        }
        return (published.last { $0.at <= instant } ?? published.last)?.place
    }
}
