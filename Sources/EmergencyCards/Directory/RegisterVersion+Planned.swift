import DutyRota

extension Sequence where Element == RegisterVersion {
    /// What is planned for later, by the instant from which it counts; of several for one instant the last entered. nil: taken away.
    func planned(after now: Instant) -> [(from: Instant, content: RegisterVersion.Content?)] {
        let last = Dictionary(filter { $0.from > now }.map { ($0.from, $0.after) }) { _, later in later }
        return last.sorted { $0.key < $1.key }.map { (from: $0.key, content: $0.value) }
    }
}

extension JSONValue {
    /// The day from which a patch counts, where it says so.
    var firstDay: Day? {
        if case .string(let text)? = members?["validFrom"] { Day(text) } else { nil }
    }

    /// A patch without the day from which it counts, as it is laid over what is planned for later.
    var undated: JSONValue {
        guard var members else { return self }
        members["validFrom"] = nil
        return .object(members)
    }
}
