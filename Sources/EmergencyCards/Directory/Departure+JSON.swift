import DutyRota

extension Departure {
    /// Writes what is left behind: names and kana of patients are for the association's own office alone.
    public func write(to json: inout JSONWriter) {
        json.member("physician", object: physician) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
        }
        json.member("lastDay", lastDay.description)
        json.member("shifts", each: shifts) { $1.write(to: &$0) }
        json.member("patients", each: patients) { $1.write(to: &$0) }
        json.member("deputyPatients", each: deputyPatients) { $1.write(to: &$0) }
    }
}

extension Departure.Shift {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("dutyDate", holding.place.dutyDate.description)
        json.member("slot", holding.place.slot)
        json.member("area", object: holding.place.area) {
            $0.member("id", $1.text)
            $0.member("name", area)
        }
        json.member("callOrder", holding.order.rawValue)
        json.member("start", holding.interval.lowerBound.rfc3339)
        json.member("end", holding.interval.upperBound.rfc3339)
        json.member("overrideId", holding.override)
    }
}

extension PatientOfPhysician {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("number", number.description)
        json.member("name", name)
        json.member("kana", kana)
        json.member("role", role.rawValue)
        json.member("colour", colour.rawValue)
        json.member("state", state.rawValue)
    }
}

extension HospitalDeparture {
    /// Writes what is left behind.
    public func write(to json: inout JSONWriter) {
        json.member("hospital", object: hospital) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
        }
        json.member("cards", cards)
    }
}
