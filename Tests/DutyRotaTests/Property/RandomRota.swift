import DutyRota

/// A generator whose numbers are the same for the same seed (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<Element>(_ elements: [Element], or usual: Element) -> Element {
        elements.randomElement(using: &self) ?? usual
    }
}

/// A rota drawn by lot around November 2026: what both resolvers are given.
struct RandomRota {
    let areas: [Area]
    let slots: [Slot]
    /// Day numbers of the national holidays.
    let holidays: Set<Int>
    let months: [Month: (revision: Int, publishedAt: Instant)]
    let physicians: [Physician]
    let slotTelephones: [String: [Telephone]]
    let holders: [Place.Key: PerCall<[PhysicianID]>]

    static let years = 2026...2026
    /// All three months with the nights before and after.
    static let span =
        Month(year: 2026, month: 9).firstDay.number...Month(year: 2027, month: 1).firstDay.adding(2).number

    /// Every time in it is a whole multiple of `grain` minutes.
    init(seed: UInt64, grain: Int) {
        var lot = SeededGenerator(seed: seed)
        areas = (0..<Int.random(in: 1...3, using: &lot)).map {
            Area(id: AreaID("area\($0)"), name: "\($0)区", addresses: [])
        }
        let days = Array(RandomRota.span).filter { RandomRota.years.contains(Day(number: $0).parts.year) }
        holidays = Set(days.shuffled(using: &lot).prefix(12) + [Month(year: 2026, month: 1).firstDay.number])
        physicians = RandomRota.physicians(&lot, grain: grain)
        slots = RandomRota.slots(&lot, grain: grain, areas: areas)
        let hours = RandomRota.telephone("当番携帯", &lot, grain: grain)
        slotTelephones = Dictionary(slots.filter { _ in lot.chance(20) }.map { ($0.name, [hours]) }) { first, _ in first
        }
        var months: [Month: (revision: Int, publishedAt: Instant)] = [:]
        for month in 10...12 where month == 11 && !lot.chance(5) || month != 11 && lot.chance(60) {
            let revision = Int.random(in: 1...2, using: &lot)
            months[Month(year: 2026, month: month)] = (revision, Instant(milliseconds: 1_790_000_000_000))
        }
        self.months = months
        holders = RandomRota.holders(&lot, slots: slots, areas: areas, physicians: physicians)
    }

    private static func physicians(_ lot: inout SeededGenerator, grain: Int) -> [Physician] {
        let mobile = Telephone(label: "電話", number: "090-0000-0000")
        return [
            TestRota.physician("P0"), TestRota.physician("P1"), TestRota.physician("P2"), TestRota.physician("P3"),
            TestRota.physician("none", telephones: []), TestRota.physician("left", to: "2026-11-14"),
            TestRota.physician("new", from: "2026-11-11"),
            TestRota.physician("hours", telephones: [telephone("診療所", &lot, grain: grain), mobile]),
            TestRota.physician("clinic", telephones: [mobile, telephone("診療所", &lot, grain: grain)]),
        ]
    }

    private static func telephone(_ label: String, _ lot: inout SeededGenerator, grain: Int) -> Telephone {
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

    private static func slots(_ lot: inout SeededGenerator, grain: Int, areas: [Area]) -> [Slot] {
        var slots: [Slot] = []
        for number in 0..<Int.random(in: 5...16, using: &lot) {
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

    private static func holders(
        _ lot: inout SeededGenerator,
        slots: [Slot],
        areas: [Area],
        physicians: [Physician]
    ) -> [Place.Key: PerCall<[PhysicianID]>] {
        let people = physicians.map(\.id) + ["unregistered"]
        var holders: [Place.Key: PerCall<[PhysicianID]>] = [:]
        for number in RandomRota.span {
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

extension RandomRota {
    var association: Association { TestRota(areas: areas).association }

    /// The same for the real resolver.
    func book() throws -> RotaBook {
        let names = Dictionary(uniqueKeysWithValues: holidays.map { (Day(number: $0), "祝日") })
        let calendar = DayCalendar(
            national: HolidayTable(names: names),
            own: [OwnHoliday("11-13/11-15"), OwnHoliday("12-30/01-02")].compactMap(\.self)
        )
        let sheets = try months.map { month, edition in
            let places = try MonthSheet.places(of: month, slots: slots, areas: areas, calendar: calendar).map { place in
                Place(
                    key: place.key,
                    interval: place.interval,
                    required: place.required,
                    holders: holders[place.key] ?? place.holders
                )
            }
            return PublishedMonth(
                month: month,
                revision: edition.revision,
                publishedAt: edition.publishedAt,
                places: places
            )
        }
        return RotaBook(
            association: association,
            calendar: calendar,
            slots: slots,
            months: sheets,
            physicians: physicians,
            slotTelephones: slotTelephones
        )
    }
}
