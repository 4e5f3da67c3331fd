public import DutyRota

extension Unavailability {
    /// Writes the members of a mark.
    public func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("physician", physician.text)
        json.member("area", area.text)
        json.member("from", from.rfc3339)
        json.member("until", until.rfc3339)
        json.member("reason", reason)
        json.member("madeBy", madeBy)
        json.member("lift", object: lift) { $1.write(to: &$0) }
    }
}

extension FullHospital {
    /// Writes the members of a mark.
    public func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("hospital", hospital.text)
        json.member("from", from.rfc3339)
        json.member("until", until.rfc3339)
        json.member("reason", reason)
        json.member("madeBy", madeBy)
        json.member("lift", object: lift) { $1.write(to: &$0) }
    }
}

extension NightDecision {
    /// Writes the mark that was made, or which one was taken back.
    public func write(to json: inout JSONWriter) {
        if let mark = marks.unavailabilities.first {
            mark.write(to: &json)
        } else if let mark = marks.fullHospitals.first {
            mark.write(to: &json)
        } else if let (id, lift) = lifts.first {
            json.member("id", id)
            json.member("lift", object: lift.write)
        }
    }
}

extension Lift {
    /// Writes when, by whom and why something was taken back.
    public func write(to json: inout JSONWriter) {
        json.member("at", at.rfc3339)
        json.member("by", by)
        json.member("reason", reason)
    }
}
