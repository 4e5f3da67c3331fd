extension ObjectReader {
    /// A member that must be there: what `read` gives for it. Where that is nothing, and no fault says why, it is missing.
    mutating func required<Value>(_ key: String, _ read: (inout ObjectReader, String) -> Value?) -> Value? {
        let known = faults.count
        let value = read(&self, key)
        if value == nil, faults.count == known { require(key) }
        return value
    }

    /// Notes that a member must be there.
    mutating func require(_ key: String) {
        note(key, FieldWords.missing)
    }
}
