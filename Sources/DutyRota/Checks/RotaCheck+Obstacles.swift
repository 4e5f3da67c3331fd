extension RotaCheck {
    /// Everybody who holds a call and can't be called: no telephone, no member, away.
    var obstacles: [RotaProblem] {
        let obstructed = holdings.filter {
            $0.obstacle != nil && concerns($0.place) && $0.interval.overlaps(window)
        }
        return Dictionary(grouping: obstructed, by: Obstructed.init).compactMap { obstructed, holdings in
            guard let kind = obstructed.kind else { return nil }
            return RotaProblem(
                id: RotaProblem.id(
                    kind, obstructed.place.text, "\(obstructed.order)", obstructed.physician.text),
                kind: kind,
                place: obstructed.place,
                order: obstructed.order,
                physicians: [obstructed.physician],
                interval: holdings.map(\.interval).hull,
                override: holdings.compactMap(\.override).first,
                message: CheckWords.obstacle(kind, obstructed.physician, obstructed.place, obstructed.order, book)
            )
        }
    }
}

/// Somebody who holds a call and can't be called.
private struct Obstructed: Hashable {
    let place: Place.Key
    let order: CallOrder
    let physician: PhysicianID
    private let obstacle: DutyShift.Obstacle?

    init(_ holding: Holding) {
        place = holding.place
        order = holding.order
        physician = holding.physician
        obstacle = holding.obstacle
    }

    var kind: RotaProblem.Kind? {
        switch obstacle {
        case .noTelephone: .noTelephone
        case .inactivePhysician: .inactivePhysician
        case .absent: .absent
        case nil: nil
        }
    }
}
