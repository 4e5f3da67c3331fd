public import DutyRota

extension Absence {
    /// Writes the members of an absence.
    public func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("physician", physician.text)
        json.member("from", from.description)
        json.member("to", to.description)
        json.member("reason", reason)
        json.member("madeAt", madeAt.rfc3339)
        json.member("madeBy", madeBy)
        json.member("lift", object: lift) { $1.write(to: &$0) }
    }
}

extension AbsenceMade {
    /// Writes the absence, how soon it counts, and the shifts that it concerns.
    public func write(to json: inout JSONWriter) {
        absence.write(to: &json)
        json.member("urgent", isUrgent)
        json.member("shifts", each: shifts) { $1.write(to: &$0) }
    }
}
