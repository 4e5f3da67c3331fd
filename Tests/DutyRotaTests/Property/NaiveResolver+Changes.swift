import DutyRota

/// What lies over the sheets, told by playing it through from the first to the last.
extension NaiveResolver {
    /// Who holds a call at an instant, and by which override.
    func holders(_ place: Seat, _ order: Int, at time: Int64) -> [(PhysicianID, String?)] {
        let sheet = rota.holders[place.key].map { order == 1 ? $0.first : $0.second } ?? []
        var chairs = sheet.map { Chair(name: .published($0), sitter: $0, override: nil) }
        for override in laid[place.key] ?? [] where override.order.rawValue == order {
            if !chairs.contains(where: { $0.name == override.seat }) {
                if case .published = override.seat { continue }
                chairs.append(Chair(name: override.seat, sitter: nil, override: nil))
            }
            let start = override.start?.milliseconds ?? place.start
            let end = override.end?.milliseconds ?? place.end
            guard start <= time, time < end else { continue }
            for index in chairs.indices where chairs[index].name == override.seat {
                chairs[index].sitter = override.physician
                chairs[index].override = override.id
            }
        }
        var held: [(PhysicianID, String?)] = []
        for chair in chairs {
            if let sitter = chair.sitter, !held.contains(where: { $0.0 == sitter }) {
                held.append((sitter, chair.override))
            }
        }
        return held
    }

    private struct Chair {
        let name: Override.Seat
        var sitter: PhysicianID?
        var override: String?
    }

    /// Whether somebody is away on a duty date, or was said at night to be unable to come.
    func isAway(_ physician: PhysicianID, date: Day, at time: Int64) -> Bool {
        let absences = rota.changes.absences.filter { $0.physician == physician && $0.lift == nil }
        if absences.contains(where: { $0.from.number <= date.number && date.number <= $0.to.number }) { return true }
        return rota.changes.marks.contains { mark in
            guard mark.physician == physician, mark.from.milliseconds <= time else { return false }
            if let lift = mark.lift, lift.at.milliseconds <= time { return false }
            return time < mark.until.milliseconds
        }
    }
}
