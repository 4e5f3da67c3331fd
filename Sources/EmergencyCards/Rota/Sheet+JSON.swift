public import DutyRota

extension MonthDraft.Row {
    /// Writes what is written for a place.
    public func write(to json: inout JSONWriter) {
        key.write(to: &json)
        json.member("first", holders.first.map(\.text))
        json.member("second", holders.second.map(\.text))
        json.member("remark", remark)
    }
}

extension SheetDay {
    /// Writes what kind of day it is.
    public func write(to json: inout JSONWriter) {
        json.member("date", date.description)
        json.member("dayType", type?.rawValue)
        json.member("holiday", holiday)
    }
}

extension SheetName {
    /// Writes who it is, and what a sheet has for them.
    public func write(to json: inout JSONWriter) {
        json.member("id", physician.id.text)
        json.member("name", physician.name)
        json.member("kana", physician.kana)
        json.member("written", written)
        json.member("active", isActive)
    }
}

extension CellChange {
    /// Writes what a cell was, and what it is.
    public func write(to json: inout JSONWriter) {
        place.write(to: &json)
        json.member("callOrder", order?.rawValue)
        json.member("before", before.map(\.text))
        json.member("after", after.map(\.text))
        json.member("remarkBefore", order == nil ? remarkBefore : nil)
        json.member("remarkAfter", order == nil ? remarkAfter : nil)
        json.member("message", message)
    }
}

extension SheetCopy.Omission {
    /// Writes who was not copied, and why.
    public func write(to json: inout JSONWriter) {
        place.write(to: &json)
        json.member("callOrder", order.rawValue)
        json.member("physicians", physicians.map(\.text))
        json.member("message", message)
    }
}

extension PlaceChange {
    /// Writes what is another than before about a published place.
    public func write(to json: inout JSONWriter) {
        place.write(to: &json)
        switch change {
        case .added: json.member("change", "added")
        case .removed: json.member("change", "removed")
        case .hours(_, let after):
            json.member("change", "hours")
            json.member("start", after.lowerBound.rfc3339)
            json.member("end", after.upperBound.rfc3339)
        case .holders(let order, let before, let after):
            json.member("change", "holders")
            json.member("callOrder", order.rawValue)
            json.member("before", before.map(\.text))
            json.member("after", after.map(\.text))
        }
    }
}

extension NightEvent {
    /// Writes what happened to a night's duty.
    public func write(to json: inout JSONWriter) {
        json.member("at", at.rfc3339)
        json.member("by", by)
        json.member("kind", kind.rawValue)
        json.member("slot", place?.slot)
        json.member("area", place?.area?.text)
        json.member("callOrder", order?.rawValue)
        json.member("physicians", physicians.map(\.text))
        json.member("correction", isCorrection)
        json.member("message", message)
    }
}

extension DutyCounts {
    /// Writes a physician's duty in the month and in its year.
    public func write(to json: inout JSONWriter) {
        json.member("physician", physician.id.text)
        json.member("name", physician.name)
        json.member("month", object: month.write)
        json.member("year", object: year.write)
    }
}

extension PerCall<DutyCount> {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("first", object: first.write)
        json.member("second", object: second.write)
    }
}

extension DutyCount {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("shifts", shifts)
        json.member("nights", nights)
        json.member("holidays", holidays)
        json.member("weekends", weekends)
        json.member("minutes", Int(time / 60_000))
    }
}
