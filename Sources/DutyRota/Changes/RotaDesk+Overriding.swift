extension RotaDesk {
    /// How many characters a reason may have.
    public static let reasonLimit = 200

    /// Lays a change over one call of a published place.
    ///
    /// Who is replaced must hold the call at some instant of the change, and the change lies on their seat: whoever holds that seat
    /// at its other instants is replaced too, because the last made counts. Throws every field at fault at once.
    public func overriding(_ request: OverrideRequest, id: String) throws(RotaRefusal) -> OverrideMade {
        var maker = OverrideMaker(self, request)
        let override = try maker.make(id: id)
        let faults = maker.faults + RotaDesk.reasonFaults(request.reason)
        guard let override, faults.isEmpty else { throw .invalid(faults) }
        return laid([override])
    }

    /// Lets two physicians take each other's duty: both halves are laid, or neither. `id` is the exchange's own.
    ///
    /// Throws every field of either side at fault at once.
    public func exchanging(
        _ request: ExchangeRequest,
        id: String,
        overrideIDs: (one: String, other: String)
    ) throws(RotaRefusal) -> OverrideMade {
        var faults = RotaDesk.reasonFaults(request.reason) + sideFaults(request)
        guard faults.isEmpty else { throw .invalid(faults) }
        var one = OverrideMaker(self, request.half(request.one, to: request.other.physician)) {
            RotaDesk.field($0, of: "one", takenBy: "other")
        }
        var other = OverrideMaker(self, request.half(request.other, to: request.one.physician)) {
            RotaDesk.field($0, of: "other", takenBy: "one")
        }
        let halves = [
            try one.make(id: overrideIDs.one, exchange: id), try other.make(id: overrideIDs.other, exchange: id),
        ].compactMap(\.self)
        faults += one.faults + other.faults
        guard faults.isEmpty, halves.count == 2 else { throw .invalid(faults) }
        return laid(halves)
    }

    private func laid(_ overrides: [Override]) -> OverrideMade {
        var decision = RotaDecision()
        decision.overrides = overrides
        return OverrideMade(decision, overrides, at: self, after: book.laying(overrides))
    }

    private func sideFaults(_ request: ExchangeRequest) -> [DeskFault] {
        var faults: [DeskFault] = []
        if request.one.physician == request.other.physician {
            faults.append(DeskFault(field: "other.physician", message: ChangeWords.samePhysician))
        }
        if request.one.place == request.other.place, request.one.order == request.other.order {
            faults.append(DeskFault(field: "other.slot", message: ChangeWords.sameDuty))
        }
        return faults
    }

    /// What an exchange calls a field of one of its halves: who is replaced and who comes are the physicians of the two sides.
    private static func field(_ field: OverrideMaker.Field, of side: String, takenBy other: String) -> String {
        switch field {
        case .replaces: "\(side).physician"
        case .physician: "\(other).physician"
        default: "\(side).\(field.rawValue)"
        }
    }

    /// What is wrong with the reason of a change.
    public static func reasonFaults(_ reason: String) -> [DeskFault] {
        if reason.trimmed.isEmpty { return [DeskFault(field: "reason", message: ChangeWords.reasonMissing)] }
        guard reason.count > reasonLimit else { return [] }
        return [DeskFault(field: "reason", message: ChangeWords.tooLong(reasonLimit))]
    }
}
