extension RotaDesk {
    /// Takes an override back, or both halves of an exchange, by the identifier of the override, of the exchange or of either half.
    ///
    /// What lay beneath shows again, at the hours that are over too. Throws where no such override stands.
    public func lifting(_ id: String, reason: String) throws(RotaRefusal) -> OverrideMade {
        let standing = book.overrides.filter { $0.lift == nil }
        guard let named = standing.first(where: { $0.id == id || $0.exchange == id }) else { throw .unknown(id) }
        let faults = RotaDesk.reasonFaults(reason)
        guard faults.isEmpty else { throw .invalid(faults) }
        let lift = Lift(at: now, by: actor, reason: reason)
        let lifted = standing.filter { $0.id == named.id || $0.isHalf(of: named.exchange) }.map { override in
            var lifted = override
            lifted.lift = lift
            return lifted
        }
        var decision = RotaDecision()
        for override in lifted { decision.lifts[override.id] = lift }
        return OverrideMade(decision, lifted, at: self, after: book.lifting(lifted))
    }
}

extension Override {
    /// Whether it is one half of an exchange.
    fileprivate func isHalf(of exchange: String?) -> Bool { exchange != nil && self.exchange == exchange }
}
