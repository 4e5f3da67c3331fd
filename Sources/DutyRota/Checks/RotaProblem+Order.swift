extension RotaProblem {
    /// An identifier: the kind and what it concerns.
    static func id(_ kind: Kind, _ parts: String...) -> String {
        ([kind.rawValue] + parts).joined(separator: ":")
    }
}

extension Place.Key {
    /// As identifiers of problems name it, such as `2026-11-24:平日夜間:aoi`.
    var text: String { "\(dutyDate):\(slot):\(area?.text ?? AreaWords.whole)" }
}

extension [RotaProblem] {
    /// A month with nobody in it before all else, the others by time, in the same order wherever they were found.
    var loudestFirst: [RotaProblem] {
        map { (key: SortKey($0), problem: $0) }.sorted { $0.key < $1.key }.map(\.problem)
    }
}

/// What problems are sorted by.
private struct SortKey: Comparable {
    private let rank: Int
    private let start: Instant
    private let id: String

    init(_ problem: RotaProblem) {
        rank = [.emptyMonth, .unpublished].contains(problem.kind) ? 0 : 1
        start =
            problem.interval?.lowerBound ?? problem.place?.dutyDate.start ?? Instant(milliseconds: .min)
        id = problem.id
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        (left.rank, left.start, left.id) < (right.rank, right.start, right.id)
    }
}
