import DutyRota
import EmergencyCards

/// What a form of a link's page says, by the last part of its address.
enum LinkAct: String, CaseIterable {
    case acknowledge, arrival, arrived, accept, decline, full

    /// Whether whoever has such a link can say so.
    func isOf(_ kind: NightLink.Kind) -> Bool {
        switch (self, kind) {
        case (_, .crew): false
        case (.acknowledge, _), (.decline, _): true
        case (.arrival, _), (.arrived, _): kind == .physician
        case (.accept, _), (.full, _): kind == .hospital
        }
    }

    /// What the form says. Throws `invalidFields` with what is to be said on the page.
    func answer(_ form: FormFields, _ kind: NightLink.Kind, at now: Instant) throws -> LinkAnswer {
        switch self {
        case .acknowledge: return .acknowledged
        case .arrived: return .arrived
        case .accept:
            let time = try form["clock"].map { try Self.time(LinkTimes.next($0, from: now)) }
            return .accepted(arrivesAt: time)
        case .arrival:
            if let minutes = form["minutes"] {
                return .arrival(try Self.time(LinkTimes.arrival(inMinutes: minutes, from: now)))
            }
            return .arrival(try Self.time(LinkTimes.next(form["clock"] ?? "", from: now)))
        case .decline: return .declined(reason: kind == .hospital ? try Self.reason(form) : nil)
        case .full: return .declined(reason: try Self.reason(form))
        }
    }

    /// Until when a hospital takes nobody, and why. Throws `invalidFields`.
    func fullness(_ form: FormFields, at now: Instant) throws -> FullHospitalRequest {
        let until = try Self.time(LinkTimes.next(form["clock"] ?? "", from: now))
        guard until > now else { throw Self.fault("clock", LinkFormWords.notAClock) }
        return FullHospitalRequest(until: until, reason: try Self.reason(form))
    }

    private static func time(_ time: Instant?) throws -> Instant {
        guard let time else { throw fault("clock", LinkFormWords.notAClock) }
        return time
    }

    private static func reason(_ form: FormFields) throws -> String {
        guard let reason = form["reason"], reason.count <= 100 else {
            throw fault("reason", LinkFormWords.reasonMissing)
        }
        return reason
    }

    private static func fault(_ field: String, _ message: String) -> Refusal {
        Refusal(.invalidFields, errors: [FieldFault(field: field, message: message)])
    }
}
