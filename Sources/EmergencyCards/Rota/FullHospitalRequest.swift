public import DutyRota

/// That a hospital is to be listed as taking nobody.
public struct FullHospitalRequest: Hashable, Sendable {
    /// How many hours ahead it can be said; whoever is full for longer says so again.
    public static let longestHours = 72

    public let until: Instant
    /// Why; needed, up to ``RotaDesk/reasonLimit`` characters.
    public let reason: String

    public init(until: Instant, reason: String) {
        self.until = until
        self.reason = reason
    }

    /// Reads until when a hospital takes nobody; nil, with faults, where a member is at fault.
    public static func read(_ reader: inout ObjectReader) -> FullHospitalRequest? {
        let until = reader.required("until") { $0.instant($1) }
        let reason = reader.reason()
        guard let until, let reason else { return nil }
        return FullHospitalRequest(until: until, reason: reason)
    }

    /// The mark that says so from `now` on. Throws every field at fault at once.
    public func mark(
        hospital: HospitalID, id: String, at now: Instant, by actor: String
    ) throws(RotaRefusal) -> FullHospital {
        let faults = RotaDesk.reasonFaults(reason) + untilFaults(at: now)
        guard faults.isEmpty else { throw .invalid(faults) }
        return FullHospital(id: id, hospital: hospital, from: now, until: until, reason: reason, madeBy: actor)
    }

    private func untilFaults(at now: Instant) -> [DeskFault] {
        let latest = now.adding(milliseconds: Int64(Self.longestHours) * 3_600_000)
        if until <= now { return [DeskFault(field: "until", message: RotaWords.fullInThePast)] }
        guard until > latest else { return [] }
        return [DeskFault(field: "until", message: RotaWords.fullTooLong(hours: Self.longestHours))]
    }
}
