public import DutyRota

extension AbsenceRequest {
    /// Reads days on which somebody is away; nil, with faults, where a member is at fault.
    public static func read(_ reader: inout ObjectReader) -> AbsenceRequest? {
        let physician = reader.required("physician") { $0.physician($1) }
        let from = reader.required("from") { $0.day($1) }
        let to = reader.required("to") { $0.day($1) }
        let reason = reader.reason()
        guard let physician, let from, let to, let reason else { return nil }
        return AbsenceRequest(physician: physician, from: from, to: to, reason: reason)
    }
}

extension UnavailabilityRequest {
    /// Reads who can't come; nil, with faults, where a member is at fault.
    public static func read(_ reader: inout ObjectReader) -> UnavailabilityRequest? {
        let physician = reader.required("physician") { $0.physician($1) }
        let area = reader.required("area") { $0.text($1) }
        let reason = reader.reason()
        guard let physician, let area, let reason else { return nil }
        return UnavailabilityRequest(physician: physician, area: AreaID(area), reason: reason)
    }
}
