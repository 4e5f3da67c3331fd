import DutyRota
import EmergencyCards

/// Moves the shipped data to the day of the demonstration, so that it never runs dry: cards keep their distance from today, and months without a
/// sheet are filled with the physicians of the sheets that there are.
struct DemoSeeds {
    let today: Day
    /// The day around which the shipped data is laid.
    static let anchor = Day(year: 2026, month: 11, day: 23)

    func moved(_ book: SeedBook) -> SeedBook {
        SeedBook(folders: book.folders.map(moved))
    }

    private func moved(_ folder: SeedFolder) -> SeedFolder {
        var moved = folder
        let days = today.number - (Self.anchor ?? today).number
        moved.cards = folder.cards.map { card in
            var card = card
            card.document = card.document.moved(by: days)
            card.life = card.life.moved(by: days)
            return card
        }
        let months = (-1...2).map { today.month.adding($0) }
        moved.calendar = DayCalendar(
            national: folder.calendar.national.covering(months), own: folder.calendar.own)
        for month in months where folder.months[month] == nil {
            moved.months[month] = sheet(of: month, like: folder, calendar: moved.calendar)
        }
        return moved
    }

    /// A month in which the physicians of the shipped sheets take turns, area by area.
    private func sheet(of month: Month, like folder: SeedFolder, calendar: DayCalendar) -> [Place] {
        let places = try? MonthSheet.places(
            of: month, slots: folder.slots, areas: folder.association.areas, calendar: calendar)
        let shipped = folder.months.values.joined()
        return (places ?? []).enumerated().map { index, place in
            let holders = shipped.filter { $0.key.area == place.key.area }
                .flatMap { $0.holders.first + $0.holders.second }
            let turns = Array(Set(holders)).sorted()
            guard !turns.isEmpty else { return place }
            var held = place
            held.holders = PerCall(
                first: (0..<place.required.first).map { turns[(index + $0) % turns.count] },
                second: (0..<place.required.second).map { turns[(index + turns.count / 2 + $0) % turns.count] })
            return held
        }
    }
}

extension HolidayTable {
    /// The table with its last year's days repeated, where it does not reach as far as these months. For demonstrations only.
    fileprivate func covering(_ months: [Month]) -> HolidayTable {
        guard let last = years?.upperBound else { return self }
        var names = names
        for year in Set(months.map(\.year)) where year > last {
            for (day, name) in self.names where day.parts.year == last {
                if let moved = Day(year: year, month: day.parts.month, day: day.parts.day) { names[moved] = name }
            }
        }
        return HolidayTable(names: names)
    }
}

extension CardDocument {
    fileprivate func moved(by days: Int) -> CardDocument {
        var moved = self
        moved.wish.confirmedOn = wish.confirmedOn?.adding(days)
        moved.clinical.lastVisitOn = clinical.lastVisitOn?.adding(days)
        moved.consent.givenOn = consent.givenOn?.adding(days)
        moved.hospitals = hospitals.map {
            AgreedHospital(hospital: $0.hospital, agreedOn: $0.agreedOn?.adding(days), patientNumber: $0.patientNumber)
        }
        return moved
    }
}

extension CardLife {
    fileprivate func moved(by days: Int) -> CardLife {
        var moved = self
        moved.endedOn = endedOn?.adding(days)
        moved.issuedOn = issuedOn?.adding(days)
        moved.suspendedSince = suspendedSince?.adding(days)
        moved.validUntil = validUntil?.adding(days)
        moved.reviewedOn = reviewedOn?.adding(days)
        moved.confirmed = confirmed.map { Confirmation(by: $0.by, on: $0.on.adding(days)) }
        return moved
    }
}
