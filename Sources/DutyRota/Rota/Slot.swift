/// Which of the physicians on duty is called first.
public enum CallOrder: Int, CaseIterable, Comparable, Sendable {
    case first = 1
    case second = 2

    public static func < (left: CallOrder, right: CallOrder) -> Bool { left.rawValue < right.rawValue }
}

/// One value for each call order.
public struct PerCall<Value: Hashable & Sendable>: Hashable, Sendable {
    public var first: Value
    public var second: Value

    public init(first: Value, second: Value) {
        self.first = first
        self.second = second
    }

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

    public let name: String
    public let dayTypes: Set<DayType>
    public let reach: Reach
    public let hours: HourSpan
    /// How many physicians each call order needs.
    public let required: PerCall<Int>
    /// The first duty date on which the slot is as it says here; it ends where a later version of the same name begins. nil: since ever.
    public let validFrom: Day?

    public init(
        name: String, dayTypes: Set<DayType>, reach: Reach, hours: HourSpan, required: PerCall<Int>,
        validFrom: Day? = nil
    ) {
        self.name = name
        self.dayTypes = dayTypes
        self.reach = reach
        self.hours = hours
        self.required = required
        self.validFrom = validFrom
    }
}

extension Sequence where Element == Slot {
    /// The version of each slot that is valid on a duty date, in the order in which their names first appear.
    func valid(on date: Day) -> [Slot] {
        let begun = filter { $0.validFrom.map { $0 <= date } ?? true }
        return begun.filter { slot in
            !begun.contains { $0.name == slot.name && Slot.begins($0, after: slot) }
        }
    }
}

extension Slot {
    /// Whether `left` is the later version.
    fileprivate static func begins(_ left: Slot, after right: Slot) -> Bool {
        guard let later = left.validFrom else { return false }
        return right.validFrom.map { $0 < later } ?? true
    }
}
