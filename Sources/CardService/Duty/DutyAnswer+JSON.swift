import DutyRota
import EmergencyCards

extension DutyAnswer {
    /// Writes the answer's members.
    func write(to json: inout JSONWriter) {
        json.member("at", at.rfc3339)
        json.member("association", association.text)
        json.member("area", area.text)
        json.member("status", status.rawValue)
        json.member("physicians", each: callable) { $1.write(to: &$0) }
        json.member("passedOver", each: shifts.filter { $0.obstacle != nil }) { json, shift in
            json.member("callOrder", shift.callOrder.rawValue)
            json.member("id", shift.physician.id.text)
            json.member("name", shift.physician.name)
            json.member("reason", shift.obstacle?.rawValue)
        }
        json.member("validUntil", validUntil?.rfc3339)
        json.member("next", object: next) { json, next in
            json.member("start", next.start.rfc3339)
            json.member("physicians", each: next.shifts) { $1.write(to: &$0) }
        }
        json.member("horizon", horizon?.rfc3339)
        json.member("revision", revision)
        json.member("publishedAt", publishedAt?.rfc3339)
        json.member("warnings", warnings.map(\.rawValue))
        json.member("standingContact", object: standingContact) {
            $0.member("name", $1.name)
            $0.member("telephone", $1.telephone)
        }
    }
}

extension DutyShift {
    /// Writes a physician on duty.
    func write(to json: inout JSONWriter) {
        json.member("callOrder", callOrder.rawValue)
        json.member("id", physician.id.text)
        json.member("name", physician.name)
        json.member("organisation", physician.organisation)
        json.member("scope", scope.rawValue)
        json.member("telephones", each: telephones) { $1.write(to: &$0) }
        json.member("shift", object: writeShift)
        switch origin {
        case .published:
            json.member("origin", "published")
            json.null("overrideId")
        case .override(let id):
            json.member("origin", "override")
            json.member("overrideId", id)
        }
    }

    private func writeShift(to json: inout JSONWriter) {
        json.member("slot", place.slot)
        json.member("area", place.area?.text)
        json.member("dutyDate", place.dutyDate.description)
        interval.write(to: &json)
    }
}
