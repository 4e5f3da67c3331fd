public import DutyRota

extension Override {
    /// Writes the members of an override.
    public func write(to json: inout JSONWriter) {
        json.member("id", id)
        place.write(to: &json)
        json.member("callOrder", order.rawValue)
        json.member("replaces", replaces?.text)
        json.member("seat", object: seat.write)
        json.member("start", start?.rfc3339)
        json.member("end", end?.rfc3339)
        json.member("physician", physician?.text)
        json.member("reason", reason)
        json.member("exchange", exchange)
        json.member("madeAt", madeAt.rfc3339)
        json.member("madeBy", madeBy)
        json.member("lift", object: lift) { $1.write(to: &$0) }
    }
}

extension Override.Seat {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .published(let physician): json.member("physician", physician.text)
        case .added(let override): json.member("addedBy", override)
        }
    }
}

extension OverrideMade {
    /// Writes the override itself, or an exchange by its identifier with both halves; then how soon it counts, and what to see to.
    public func write(to json: inout JSONWriter) {
        if let exchange = overrides.first?.exchange {
            json.member("id", exchange)
            json.member("overrides", each: overrides) { $1.write(to: &$0) }
        } else {
            overrides.first?.write(to: &json)
        }
        json.member("urgent", isUrgent)
        json.member("correction", isCorrection)
        json.member("warnings", each: warnings) { $1.write(to: &$0) }
    }
}
