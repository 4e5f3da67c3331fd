/// Two slots that would put two physicians on the same call of the same area at once.
public struct SlotClash: Hashable, Sendable {
    /// Index of the slot that stands first.
    public let earlier: Int
    /// Index of the other; the same where a slot reaches into its own next day.
    public let later: Int
    /// For which call.
    public let order: CallOrder
    /// nil: the whole association.
    public let area: AreaID?
}

extension Array where Element == Slot {
    /// Every pair that overlaps, once, with the first call order and area for which it does. Overlapping is refused rather than
    /// resolved: of two physicians called for one call at once, neither knows who goes.
    public func clashes(areas: [Area]) -> [SlotClash] {
        let dates = map(validity)
        return indices.flatMap { later in
            indices[...later].compactMap { earlier in
                let (one, other) = (self[earlier], self[later])
                guard let order = CallOrder.allCases.first(where: { one.required[$0] > 0 && other.required[$0] > 0 }),
                    let area = one.reach.commonArea(with: other.reach, of: areas),
                    one.meets(other, daysLater: 1, dates[earlier], dates[later])
                        || other.meets(one, daysLater: 1, dates[later], dates[earlier])
                        || earlier != later && one.meets(other, daysLater: 0, dates[earlier], dates[later])
                else { return nil }
                return SlotClash(earlier: earlier, later: later, order: order, area: area)
            }
        }
    }

    /// The duty dates, as day numbers, on which a version of a slot is the valid one.
    private func validity(of slot: Slot) -> Range<Int> {
        let ends = filter { $0.name == slot.name }.compactMap(\.validFrom?.number)
        let start = slot.validFrom?.number ?? -unlimited
        return start..<(ends.filter { $0 > start }.min() ?? unlimited)
    }
}

extension Slot {
    /// Whether the slot on some duty date overlaps `other` on the duty date `days` later.
    fileprivate func meets(_ other: Slot, daysLater days: Int, _ dates: Range<Int>, _ otherDates: Range<Int>) -> Bool {
        let shift = days * 1440
        guard hours.start < other.hours.end + shift, other.hours.start + shift < hours.end else { return false }
        let first = max(dates.lowerBound, otherDates.lowerBound - days)
        let end = min(dates.upperBound, otherDates.upperBound - days)
        // After a week the same successions come again.
        return (first..<max(first, min(end, first + 7))).contains { number in
            let date = Day(number: number)
            let types = dayTypes.intersection(DayType.possible(on: date))
            let otherTypes = other.dayTypes.intersection(DayType.possible(on: date.adding(days)))
            return days == 0 ? !types.isDisjoint(with: otherTypes) : !types.isEmpty && !otherTypes.isEmpty
        }
    }
}

extension Slot.Reach {
    /// An area for which both slots have a place: some area, nil for the whole association, nothing where there is none.
    fileprivate func commonArea(with other: Slot.Reach, of areas: [Area]) -> AreaID?? {
        places(of: areas).first { other.places(of: areas).contains($0) }
    }
}

extension DayType {
    /// The types that a day can have by its day of the week: any day can be a holiday.
    fileprivate static func possible(on day: Day) -> Set<DayType> { [.byWeekday(day), .holiday] }
}

/// More days than any rota knows.
private let unlimited = 10_000_000
