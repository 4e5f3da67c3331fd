/// What came of laying something over a published sheet, or of taking it back.
public struct OverrideMade: Hashable, Sendable, RotaDecided {
    /// What is to be written.
    public let decision: RotaDecision
    /// The overrides that were made, or those that were lifted.
    public let overrides: [Override]
    /// Whether who is on duty changes now or within 24 hours.
    public let isUrgent: Bool
    /// Whether only hours that are over are concerned: what the rota says of them is corrected.
    public let isCorrection: Bool
    /// What somebody should see to, of the hours that are not over.
    public let warnings: [RotaProblem]
}

extension OverrideMade {
    /// The outcome of a change of these overrides, which makes `after` of the desk's book.
    init(_ decision: RotaDecision, _ overrides: [Override], at desk: RotaDesk, after: RotaBook) {
        let changed = overrides.compactMap { override in
            desk.book.place(override.place).map { place in
                (place: place, interval: override.interval(within: place.interval))
            }
        }.filter { !$0.interval.isEmpty }
        self.init(
            decision: decision,
            overrides: overrides,
            isUrgent: changed.contains { desk.isUrgent($0.interval) },
            isCorrection: changed.allSatisfy { $0.interval.upperBound <= desk.now } && !changed.isEmpty,
            warnings: changed.flatMap { desk.warnings(of: $0.place, changed: $0.interval, after: after) }.unique
        )
    }
}

extension RotaDesk {
    /// Whether a stretch of duty touches the next 24 hours, so that whoever it concerns must be told at once.
    func isUrgent(_ interval: Range<Instant>) -> Bool {
        interval.overlaps(now..<now.adding(milliseconds: Instant.perDay))
    }
}
