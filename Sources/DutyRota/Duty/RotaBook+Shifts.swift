extension RotaBook {
    /// Everybody who holds one of the places, by call order and within it in the sheet's order.
    func shifts(of places: [Place], at instant: Instant) -> [DutyShift] {
        CallOrder.allCases.flatMap { order in
            places.flatMap { place in
                holders(of: place, order: order, at: instant).map {
                    shift(of: $0, in: place, order: order, at: instant)
                }
            }
        }
    }

    private func shift(of holder: Holder, in place: Place, order: CallOrder, at instant: Instant) -> DutyShift {
        let known = physicians[holder.physician]
        let telephones = telephones(of: known, on: place.key)
        return DutyShift(
            callOrder: order,
            physician: known ?? .unregistered(holder.physician, association: association.id),
            telephones: telephones.ordered(at: instant, calendar: calendar),
            place: place.key,
            interval: place.interval,
            origin: holder.override.map(DutyShift.Origin.override) ?? .published,
            obstacle: obstacle(known, telephones, on: place.key.dutyDate, at: instant)
        )
    }

    /// Why somebody who holds a place is passed over. Membership and absence are judged by the duty date.
    private func obstacle(
        _ physician: Physician?,
        _ telephones: [Telephone],
        on dutyDate: Day,
        at instant: Instant
    ) -> DutyShift.Obstacle? {
        guard let physician, physician.isActive(on: dutyDate) else { return .inactivePhysician }
        if absence(of: physician.id, on: dutyDate) != nil || isUnavailable(physician.id, at: instant) { return .absent }
        return telephones.isEmpty ? .noTelephone : nil
    }

    /// Every number under which a physician can be called during a place: the slot's, then the physician's own.
    func telephones(of physician: Physician?, on place: Place.Key) -> [Telephone] {
        (slotTelephones[place.slot] ?? []) + (physician?.telephones ?? [])
    }
}

extension Physician {
    /// Somebody whom a sheet names and the register does not have.
    fileprivate static func unregistered(_ id: PhysicianID, association: AssociationID) -> Physician {
        Physician(id: id, association: association, name: id.text, kana: "", organisation: "")
    }
}
