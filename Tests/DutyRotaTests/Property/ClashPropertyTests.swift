import DutyRota
import Testing

/// Whether slots can overlap, against trying every day of a season as every kind of day that it could be.
@Suite("Slots: overlapping is found, and nothing else")
struct ClashPropertyTests {
    private let areas = [
        Area(id: "east", name: "東部", addresses: []), Area(id: "west", name: "西部", addresses: []),
    ]

    @Test("Two and three slots by lot", arguments: UInt64(1)...300)
    func drawn(seed: UInt64) {
        var lot = SeededGenerator(seed: seed)
        let names = lot.pick([["甲", "乙"], ["甲", "甲"], ["甲", "乙", "丙"], ["甲", "乙", "乙"], ["甲"]], or: ["甲"])
        let slots = names.compactMap { RandomRota.slot($0, &lot, grain: 30, areas: areas) }
        let versions = Set(slots.map { "\($0.name)\($0.validFrom as Any)" })
        guard versions.count == slots.count else { return }
        #expect(RandomRota.isSound(slots, areas: areas) == !overlap(slots), "seed \(seed): \(slots)")
    }

    /// One slot on one duty date.
    private struct Turn: Equatable {
        let slot: Slot
        let date: Int
        var start: Int { date * 1440 + slot.hours.start }
        var end: Int { date * 1440 + slot.hours.end }
    }

    private func overlap(_ slots: [Slot]) -> Bool {
        for date in RandomRota.span {
            for isHoliday in [[false, false], [false, true], [true, false], [true, true]] {
                let turns = [0, 1].flatMap { later in
                    slots.filter { exists($0, among: slots, on: date + later, isHoliday: isHoliday[later]) }
                        .map { Turn(slot: $0, date: date + later) }
                }
                for (index, turn) in turns.enumerated() {
                    if turns[..<index].contains(where: { collide($0, turn) }) { return true }
                }
            }
        }
        return false
    }

    private func exists(_ slot: Slot, among slots: [Slot], on date: Int, isHoliday: Bool) -> Bool {
        let begun = slots.filter { $0.name == slot.name && ($0.validFrom?.number ?? 0) <= date }
        guard begun.contains(slot), begun.allSatisfy({ ($0.validFrom?.number ?? 0) <= (slot.validFrom?.number ?? 0) })
        else {
            return false
        }
        let type: DayType = date % 7 == 2 ? .saturday : date % 7 == 3 ? .sunday : .weekday
        return slot.dayTypes.contains(isHoliday ? .holiday : type)
    }

    private func collide(_ left: Turn, _ right: Turn) -> Bool {
        guard left.start < right.end, right.start < left.end else { return false }
        let (one, other) = (left.slot.required, right.slot.required)
        guard one.first > 0 && other.first > 0 || one.second > 0 && other.second > 0 else { return false }
        return ids(left.slot).contains { ids(right.slot).contains($0) }
    }

    private func ids(_ slot: Slot) -> [String] {
        switch slot.reach {
        case .everyArea: ["east", "west"]
        case .areas(let some): some.map(\.text)
        case .association: ["全域"]
        }
    }
}
