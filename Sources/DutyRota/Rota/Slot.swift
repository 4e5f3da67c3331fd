import Foundation

/// Which of the physicians on duty is called first.
public enum CallOrder: Int, CaseIterable, Comparable, Sendable {
    /// Called first; without one there is a gap.
    case first = 1
    /// Called when the first does not answer.
    case second = 2

    /// In the order of calling.
    public static func < (left: CallOrder, right: CallOrder) -> Bool { left.rawValue < right.rawValue }
}

/// One value for each call order.
public struct PerCall<Value: Hashable & Sendable>: Hashable, Sendable {
    /// For the first call.
    public var first: Value
    /// For the second call.
    public var second: Value

    /// A value for each.
    public init(first: Value, second: Value) {
        self.first = first
        self.second = second
    }

    /// The value for a call order.
    public subscript(order: CallOrder) -> Value {
        get { order == .first ? first : second }
        set { if order == .first { first = newValue } else { second = newValue } }
    }
}

/// Hours in which there is duty (枠), on some kinds of day. A slot says when and how many, a month sheet says who.
public struct Slot: Hashable, Sendable {
    /// For whom the slot is.
    public enum Reach: Hashable, Sendable {
        /// One place in each area of the association (`*`).
        case everyArea
        /// One place in each of these areas.
        case areas([AreaID])
        /// One place for the whole association (全域); it counts where an area has no slot of its own.
        case association
    }

    /// As month sheets name it (枠); all versions of a slot bear one name. In one Unicode form (NFC), however it was typed: two forms are equal
    /// here and two names to a database.
    public let name: String
    /// The kinds of day on which the slot exists.
    public let dayTypes: Set<DayType>
    /// For whom it is.
    public let reach: Reach
    /// In Japanese local time, counted from the duty date.
    public let hours: HourSpan
    /// How many physicians each call order needs.
    public let required: PerCall<Int>
    /// The first duty date on which the slot is as it says here; it ends where a later version of the same name begins. nil: since ever.
    public let validFrom: Day?

    /// A version of a slot.
    public init(
        name: String,
        dayTypes: Set<DayType>,
        reach: Reach,
        hours: HourSpan,
        required: PerCall<Int>,
        validFrom: Day? = nil
    ) {
        self.name = name.precomposedStringWithCanonicalMapping
        self.dayTypes = dayTypes
        self.reach = reach
        self.hours = hours
        self.required = required
        self.validFrom = validFrom
    }
}

extension Slot.Reach {
    /// The areas for which the slot has a place each, nil standing for the whole association.
    func places(of areas: [Area]) -> [AreaID?] {
        switch self {
        case .everyArea: areas.map(\.id)
        case .areas(let some): some
        case .association: [nil]
        }
    }

    /// Whether the slot gives duty to an area, be it through the whole association.
    func includes(_ area: AreaID) -> Bool {
        switch self {
        case .everyArea, .association: true
        case .areas(let some): some.contains(area)
        }
    }
}

extension Sequence where Element == Slot {
    /// Of each slot the version that is valid on a duty date, in the file's order.
    public func valid(on date: Day) -> [Slot] {
        let begun = filter { $0.validFrom.map { $0 <= date } ?? true }
        return begun.filter { slot in !begun.contains { $0.name == slot.name && $0.supersedes(slot) } }
    }
}

extension Slot {
    /// Whether this version begins later than another.
    fileprivate func supersedes(_ other: Slot) -> Bool {
        guard let validFrom else { return false }
        return other.validFrom.map { $0 < validFrom } ?? true
    }
}
