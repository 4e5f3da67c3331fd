import DutyRota

extension ObjectReader {
    /// An instant with its offset; nil where it is missing or null. Without an offset it would mean another instant on another host.
    mutating func instant(_ key: String) -> Instant? {
        guard let text = text(key) else { return nil }
        do throws(InstantFault) {
            return try Instant(rfc3339: text)
        } catch {
            return fault(key, Refusal(error == .withoutOffset ? .timeWithoutOffset : .malformedTime).title)
        }
    }

    /// 1 or 2, which must be there.
    mutating func callOrder() -> CallOrder? {
        required("callOrder") { $0.number($1, RotaWords.notACallOrder) { CallOrder(rawValue: $0) } }
    }

    /// A physician by identifier; nil where it is missing or null.
    mutating func physician(_ key: String) -> PhysicianID? {
        text(key).map { PhysicianID($0) }
    }

    /// Why, which must be there.
    mutating func reason() -> String? {
        required("reason") { $0.text($1, maximum: RotaDesk.reasonLimit) }
    }

    /// The members that name a place. An area that is missing, null or 全域 is the whole association.
    mutating func place() -> Place.Key? {
        let dutyDate = required("dutyDate") { $0.day($1) }
        let slot = required("slot") { $0.text($1) }
        let area = text("area").flatMap { $0 == RotaWords.wholeAssociation ? nil : AreaID($0) }
        guard let dutyDate, let slot else { return nil }
        return Place.Key(dutyDate: dutyDate, slot: slot, area: area)
    }
}
