import DutyRota
import EmergencyCards
import Foundation

@testable import CardStore

extension NightYear {
    /// Somebody stands in, at once or for a shift to come; or takes nobody's place.
    func override() async throws {
        let areas = ["aoi", "suruga"].map { AreaID($0) }
        let later = time.now.adding(milliseconds: .random(in: 0...20 * 3_600_000, using: &random))
        let when = chance(60) ? time.now : later
        guard time.now >= latest, let area = pick(areas), let place = pick(ledger.duty.running(area, at: when)) else {
            return
        }
        let order = pick(CallOrder.allCases) ?? .first
        guard let held = ledger.duty.holder(of: place, order, at: when),
            !ledger.duty.standIns.contains(where: { $0.place == place.key && $0.order == order })
        else { return }
        serial += 1
        let stand = chance(85) ? PhysicianID(String(format: "P%03d", Int.random(in: 30...45, using: &random))) : nil
        let request = OverrideRequest(place: place.key, order: order, replaces: held, physician: stand, reason: "急用")
        let (id, now) = ("O\(serial)", time.now)
        do {
            let made = try await store.change("shizuoka", draftOf: nil, by: "office", at: now) { desk in
                try desk.overriding(request, id: id)
            }
            for override in made.decision.overrides {
                let start = max(override.start ?? place.interval.lowerBound, place.interval.lowerBound)
                let interval = start..<(override.end ?? place.interval.upperBound)
                ledger.duty.standIns.append(
                    NightDuty.StandIn(place: place.key, order: order, physician: stand, interval: interval))
            }
        } catch is RotaRefusal { return }
        try await watch()
    }

    /// The fire department finds that somebody can't come, or that they can after all; a hospital is full.
    func mark() async throws {
        guard time.now >= latest, let area = pick(["aoi", "suruga"].map { AreaID($0) }),
            let place = pick(ledger.duty.running(area, at: time.now)),
            let physician = ledger.duty.holder(of: place, .first, at: time.now)
        else { return }
        serial += 1
        let id = "U\(serial)"
        let book = try store.registers().books["shizuoka"]
        let until = time.now.adding(milliseconds: .random(in: 60_000...7_200_000, using: &random))
        let isFull = chance(40)
        let desk: any NightDesk = store
        let made = try? await desk.change(by: "fire", at: time.now) { _, now in
            var decision = NightDecision()
            if isFull {
                decision.marks.fullHospitals = [
                    FullHospital(id: id, hospital: "H01", from: now, until: until, reason: "満床", madeBy: "H")
                ]
            } else {
                let request = UnavailabilityRequest(physician: physician, area: area, reason: "急病")
                decision.marks.unavailabilities = [try book?.unavailability(request, id: id, at: now, by: "fire")]
                    .compactMap(\.self)
            }
            return decision
        }
        for mark in made?.marks.unavailabilities ?? [] {
            ledger.duty.away.append(NightDuty.Away(physician: mark.physician, interval: mark.from..<mark.until))
        }
        try await watch()
    }

    /// Most calls are closed in the morning, some are forgotten; then the next night that is played.
    func nextNight(about instant: Instant) async throws {
        for id in open where chance(80) {
            guard let subject = ledger.subjects[id], let card = sameCard(subject.card) else { continue }
            let desk = try desk(card, "甲")
            try await change(id) { CallDecision(entries: try desk.closing(.caredForAtHome, note: nil, $0)) }
        }
        let night = instant.day.start.adding(milliseconds: 22 * 3_600_000)
        time.now = max(night, time.now)
        latest = max(latest, time.now)
        try await watch()
    }

    /// What the daemon does at once when something has changed, and every so often: it asks of each open call what has become of its plan.
    func watch() async throws {
        for id in open {
            guard let subject = ledger.subjects[id], let card = sameCard(subject.card) else { continue }
            let desk = try desk(card, "甲")
            try await change(id) { CallDecision(entries: desk.refreshing($0)) }
        }
    }
}
