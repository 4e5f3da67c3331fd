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

    private func shift(of id: PhysicianID, in place: Place, order: CallOrder, at instant: Instant) -> DutyShift {
        let known = physicians[id]
        let telephones = telephones(of: known, on: place.key)
        let isActive = known?.isActive(on: place.key.dutyDate) ?? false
        return DutyShift(
            callOrder: order,
            physician: known ?? .unregistered(id, association: association.id),
            telephones: telephones.ordered(at: instant, calendar: calendar),
            place: place.key,
            interval: place.interval,
            origin: .published,
            obstacle: isActive ? (telephones.isEmpty ? .noTelephone : nil) : .inactivePhysician
        )
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
