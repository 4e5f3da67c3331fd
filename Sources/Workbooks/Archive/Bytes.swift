extension [UInt8] {
    /// The number in `count` bytes from an offset on, least significant first; nil where the bytes end before.
    func number(at offset: Int, count: Int) -> UInt64? {
        guard offset >= 0, offset <= self.count - count else { return nil }
        return self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
