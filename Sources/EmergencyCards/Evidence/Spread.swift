/// How a number is spread over calls: how many there are, the middle one, and the one that nine of ten do not pass.
public struct Spread: Hashable, Sendable {
    private var values: [Int] = []

    public init() {}

    /// Fewer than so many say more of a single call than of the month: then only their count is told.
    public static let fewest = 5

    mutating func add(_ value: Int) { values.append(value) }

    public var count: Int { values.count }
    public var median: Int? { rank(50) }
    public var ninety: Int? { rank(90) }

    /// Nearest rank: the least value that is not passed by so many of a hundred.
    private func rank(_ percent: Int) -> Int? {
        guard values.count >= Self.fewest else { return nil }
        return values.sorted()[(values.count * percent + 99) / 100 - 1]
    }

    /// Writes count, median and ninety; the last two null where there are too few.
    public func write(to json: inout JSONWriter) {
        json.member("count", count)
        json.member("median", median)
        json.member("ninety", ninety)
    }
}
