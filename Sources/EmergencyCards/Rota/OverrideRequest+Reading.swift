public import DutyRota

extension OverrideRequest {
    /// Reads what is to be laid over a place; nil, with faults, where a member is at fault. No physician: taken off duty.
    public static func read(_ reader: inout ObjectReader) -> OverrideRequest? {
        let place = reader.place()
        let order = reader.callOrder()
        let replaces = reader.physician("replaces")
        let start = reader.instant("start")
        let end = reader.instant("end")
        let fromSlotStart = reader.flag("fromSlotStart")
        let physician = reader.physician("physician")
        let reason = reader.reason()
        guard let place, let order, let reason else { return nil }
        return OverrideRequest(
            place: place, order: order, replaces: replaces, start: start, end: end, fromSlotStart: fromSlotStart,
            physician: physician, reason: reason)
    }
}

extension ExchangeRequest {
    /// Reads two physicians' duty that is to be exchanged; nil, with faults, where a member is at fault.
    public static func read(_ reader: inout ObjectReader) -> ExchangeRequest? {
        let one = reader.required("one") { $0.object($1, Side.read) ?? nil }
        let other = reader.required("other") { $0.object($1, Side.read) ?? nil }
        let reason = reader.reason()
        let agreed = reader.object("agreed", Agreement.read) ?? nil
        guard let one, let other, let reason else { return nil }
        return ExchangeRequest(one: one, other: other, reason: reason, agreed: agreed)
    }
}

extension ExchangeRequest.Side {
    fileprivate static func read(_ reader: inout ObjectReader) -> ExchangeRequest.Side? {
        let place = reader.place()
        let order = reader.callOrder()
        let physician = reader.required("physician") { $0.physician($1) }
        guard let place, let order, let physician else { return nil }
        return ExchangeRequest.Side(place: place, order: order, physician: physician)
    }
}

extension ExchangeRequest.Agreement {
    fileprivate static func read(_ reader: inout ObjectReader) -> ExchangeRequest.Agreement? {
        let by = reader.required("by") { $0.text($1) }
        let on = reader.required("on") { $0.day($1) }
        guard let by, let on else { return nil }
        return ExchangeRequest.Agreement(by: by, on: on)
    }
}
