import DutyRota

extension RandomRota {
    static func physicians(_ lot: inout SeededGenerator, grain: Int) -> [Physician] {
        let mobile = Telephone(label: "電話", number: "090-0000-0000")
        return [
            TestRota.physician("P0"), TestRota.physician("P1"), TestRota.physician("P2"), TestRota.physician("P3"),
            TestRota.physician("none", telephones: []), TestRota.physician("left", to: "2026-11-14"),
            TestRota.physician("new", from: "2026-11-11"),
            TestRota.physician("hours", telephones: [telephone("診療所", &lot, grain: grain), mobile]),
            TestRota.physician("clinic", telephones: [mobile, telephone("診療所", &lot, grain: grain)]),
        ]
    }

    static func telephone(_ label: String, _ lot: inout SeededGenerator, grain: Int) -> Telephone {
        let hours = hours(&lot, grain: grain, upTo: 1440).map {
            TelephoneHours(dayTypes: Set(DayType.allCases.filter { _ in lot.chance(50) }), span: $0)
        }
        return Telephone(label: label, number: "054-000-0000", hours: hours)
    }

    private static func hours(_ lot: inout SeededGenerator, grain: Int, upTo longest: Int) -> HourSpan? {
        let start = Int.random(in: 0..<(1500 / grain), using: &lot) * grain
        let length = lot.chance(15) ? 1440 : Int.random(in: 1...(longest / grain), using: &lot) * grain
        return HourSpan(start: start, end: min(start + length, 2880))
    }

    static func slots(
        _ lot: inout SeededGenerator,
        grain: Int,
        areas: [Area],
        count: ClosedRange<Int>
    ) -> [Slot] {
        var slots: [Slot] = []
        for number in 0..<Int.random(in: count, using: &lot) {
            let name = number > 0 && lot.chance(20) ? "枠\(number - 1)" : "枠\(number)"
            if let slot = slot(name, &lot, grain: grain, areas: areas), isSound(slots + [slot], areas: areas) {
                slots.append(slot)
            }
        }
        return slots
    }

    /// A slot by lot, nil where the lot gives none that can be written down.
    static func slot(_ name: String, _ lot: inout SeededGenerator, grain: Int, areas: [Area]) -> Slot? {
        let isAll = lot.chance(30)
        let types = Set(DayType.allCases.filter { _ in isAll || lot.chance(50) })
        let some = areas.map(\.id).filter { _ in lot.chance(60) }
        let first = lot.pick([0, 1, 1, 1, 2], or: 1)
        guard !types.isEmpty, let hours = hours(&lot, grain: grain, upTo: 960) else { return nil }
        return Slot(
            name: name,
            dayTypes: types,
            reach: lot.pick([.everyArea, .association, some.isEmpty ? .everyArea : .areas(some)], or: .everyArea),
            hours: hours,
            required: PerCall(first: first, second: first == 0 ? 1 : lot.pick([0, 1, 1, 2], or: 1)),
            validFrom: lot.chance(30) ? Day(number: Int.random(in: RandomRota.span, using: &lot)) : nil
        )
    }

    /// Whether the office could have written these slots: no two with one name from one day on, none that overlap.
    static func isSound(_ slots: [Slot], areas: [Area]) -> Bool {
        var faults: [TableFault] = []
        let file = "name,dayTypes,areas,start,end,first,second,validFrom\n" + slots.map(row).joined(separator: "\n")
        let read = Slot.read(slots: Array(file.utf8), file: "slots.csv", areas: areas, faults: &faults)
        return read == slots && faults.isEmpty
    }

    private static func row(_ slot: Slot) -> String {
        let reach =
            switch slot.reach {
            case .everyArea: "*"
            case .association: "全域"
            case .areas(let some): some.map(\.text).joined(separator: " ")
            }
        let hours = [slot.hours.start, slot.hours.end].map { "\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" }
        return [
            slot.name, slot.dayTypes.map(\.rawValue).joined(separator: " "), reach, hours[0], hours[1],
            "\(slot.required.first)", "\(slot.required.second)", slot.validFrom?.description ?? "",
        ].joined(separator: ",")
    }

    static func holders(
        _ lot: inout SeededGenerator,
        slots: [Slot],
        areas: [Area],
        physicians: [Physician],
        on dates: ClosedRange<Int>
    ) -> [Place.Key: PerCall<[PhysicianID]>] {
        let people = physicians.map(\.id) + ["unregistered"]
        var holders: [Place.Key: PerCall<[PhysicianID]>] = [:]
        for number in dates {
            for slot in Set(slots.map(\.name)).sorted() {
                for area in areas.map({ Optional($0.id) }) + [nil] {
                    let key = Place.Key(dutyDate: Day(number: number), slot: slot, area: area)
                    let drawn = people.shuffled(using: &lot)
                    holders[key] = PerCall(
                        first: Array(drawn.prefix(lot.pick([0, 1, 1, 1, 2], or: 1))),
                        second: Array(drawn.suffix(lot.pick([0, 1, 1, 2, 10], or: 1)))
                    )
                }
            }
        }
        return holders
    }
}
