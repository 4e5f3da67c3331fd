import Dispatch
import EmergencyCards

/// The records on their way to the disk, with those who wait for them. A value; ``AuditLog`` guards it with a lock.
struct AuditBacklog: Sendable {
    typealias Waiter = CheckedContinuation<Void, Never>

    private struct Entry {
        let record: ChainRecord
        let since: DispatchTime
        var waiter: Waiter?
        /// Whether the second place has it: then it need not be kept when its group fails.
        var isInOverflow = false
    }

    private var waiting: [Entry] = []
    private var writing: [Entry] = []
    private(set) var condition = AuditCondition()
    var isDraining = false
    var isWatching = false
    var isSpilling = false

    /// Whether any record is still on its way.
    var isEmpty: Bool { waiting.isEmpty && writing.isEmpty }

    /// What operations want to know.
    var report: AuditCondition {
        var report = condition
        report.waiting = waiting.count + writing.count
        report.unsaved = condition.isHealthy ? 0 : (waiting + writing).count { !$0.isInOverflow }
        return report
    }

    mutating func add(_ record: ChainRecord, since: DispatchTime, waiter: Waiter) {
        waiting.append(Entry(record: record, since: since, waiter: waiter))
    }

    /// Everything that waits, as the group that is written now.
    mutating func takeGroup() -> [ChainRecord] {
        writing = waiting
        waiting = []
        return writing.map(\.record)
    }

    /// The group is on disk: gives those who waited for it.
    mutating func finishGroup() -> [Waiter] {
        defer { writing = [] }
        return writing.compactMap(\.waiter)
    }

    /// The group could not be written: it waits again, in front of the others.
    mutating func postponeGroup() {
        waiting = (writing + waiting).filter { !$0.isInOverflow }
        writing = []
    }

    /// Notes whether records reach the disk; true where that is news.
    mutating func note(isHealthy: Bool) -> Bool {
        defer { condition.isHealthy = isHealthy }
        return condition.isHealthy != isHealthy
    }

    /// The records that have waited since before `time` and are in neither place.
    func late(since time: DispatchTime) -> [ChainRecord] {
        (writing + waiting).filter { $0.since <= time && !$0.isInOverflow }.map(\.record)
    }

    /// Takes those who have waited since before `time`, wherever their record is.
    mutating func takeWaiters(since time: DispatchTime) -> [Waiter] {
        release(from: &writing) { $0.since <= time } + release(from: &waiting) { $0.since <= time }
    }

    /// The second place has these records: gives those who waited for them.
    mutating func finishSpill(_ records: [ChainRecord]) -> [Waiter] {
        let spilled = Set(records.map(\.id))
        let waiters =
            release(from: &writing) { spilled.contains($0.record.id) }
            + release(from: &waiting) { spilled.contains($0.record.id) }
        for index in writing.indices where spilled.contains(writing[index].record.id) {
            writing[index].isInOverflow = true
        }
        waiting.removeAll { spilled.contains($0.record.id) }
        condition.overflowed += records.count
        return waiters
    }

    private func release(from entries: inout [Entry], where isMeant: (Entry) -> Bool) -> [Waiter] {
        entries.indices.filter { isMeant(entries[$0]) }.compactMap { index in
            defer { entries[index].waiter = nil }
            return entries[index].waiter
        }
    }
}
