public import DutyRota

extension Place.Key {
    /// Writes the members that name a place; a null area is the whole association.
    public func write(to json: inout JSONWriter) {
        json.member("dutyDate", dutyDate.description)
        json.member("slot", slot)
        json.member("area", area?.text)
    }
}

extension Place {
    /// Writes a row of a month sheet.
    public func write(to json: inout JSONWriter) {
        key.write(to: &json)
        json.member("start", interval.lowerBound.rfc3339)
        json.member("end", interval.upperBound.rfc3339)
        json.member(
            "required",
            object: { [required] json in
                json.member("first", required.first)
                json.member("second", required.second)
            })
        json.member("first", holders.first.map(\.text))
        json.member("second", holders.second.map(\.text))
        json.member("remark", remark)
    }
}

extension Holding {
    /// Writes who holds a call of a place, and from when to when.
    public func write(to json: inout JSONWriter) {
        place.write(to: &json)
        json.member("callOrder", order.rawValue)
        json.member("start", interval.lowerBound.rfc3339)
        json.member("end", interval.upperBound.rfc3339)
        json.member("physician", physician.text)
        json.member("override", override)
        json.member("obstacle", obstacle?.rawValue)
    }
}

extension RotaProblem {
    /// Writes what somebody should see to.
    public func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("kind", kind.rawValue)
        json.member("dutyDate", place?.dutyDate.description)
        json.member("slot", place?.slot)
        json.member("area", place?.area?.text)
        json.member("callOrder", order?.rawValue)
        json.member("physicians", physicians.map(\.text))
        json.member("start", interval?.lowerBound.rfc3339)
        json.member("end", interval?.upperBound.rfc3339)
        json.member("override", override)
        json.member("message", message)
    }
}
