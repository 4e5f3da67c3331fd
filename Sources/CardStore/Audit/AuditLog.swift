import Dispatch
import DutyRota
public import EmergencyCards
import Foundation
import GRDB
import Synchronization

/// The record of who looked, on a file of its own: append-only, hash-chained, committed in groups.
///
/// Whoever appends waits until the record is on disk, at most 250 ms: where the disk stalls or fails, the record goes to a second place
/// (``OverflowFile``), an alarm is raised, and the answer leaves. When the disk is well again, what overflowed joins the chain.
public final class AuditLog: AuditTrail, Sendable {
    private let backlog = Mutex(AuditBacklog())
    private let writer: DatabaseQueue
    private let checkpointer: DatabaseQueue
    /// Locked while somebody writes to it or joins it to the chain.
    private let overflow: Mutex<OverflowFile>
    private let overflowPath: String
    private let randomness: Randomness
    private let alarm: @Sendable (String) -> Void
    private let watchQueue = DispatchQueue(label: "audit.watch")
    private let spillQueue = DispatchQueue(label: "audit.spill")

    /// How long an answer waits for its record, in milliseconds.
    private static let patience = 250
    /// How long it waits at the most, where the second place stalls too.
    private static let limit = 330

    /// Opens the record of an installation. `alarm` is called when records begin to overflow and when they no longer do; `overflow` is the
    /// second place, best on another disk: `audit-overflow.jsonl` beside the file unless set.
    public init(
        _ files: StoreFiles, overflow path: String? = nil, randomness: Randomness = .system,
        alarm: @escaping @Sendable (String) -> Void
    ) throws {
        writer = try StoreFiles.writer(files.audit)
        try Schema.migrateAudit(writer)
        // Checkpoints have a connection of their own, so that no group of records waits for one.
        try writer.inDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 1000") }
        checkpointer = try StoreFiles.writer(files.audit)
        let beside = files.audit.deletingLastPathComponent().appendingPathComponent("audit-overflow.jsonl")
        let second = OverflowFile(path.map { URL(fileURLWithPath: $0) } ?? beside)
        overflow = Mutex(second)
        overflowPath = second.path
        self.randomness = randomness
        self.alarm = alarm
        if second.hasRecords {
            // Left by an earlier run. It comes home like any other, so that a disk that is still ill does not keep the daemon from starting.
            backlog.withLock { backlog in
                _ = backlog.note(isHealthy: false)
                backlog.isDraining = true
            }
            drain()
        }
    }

    public var condition: AuditCondition { backlog.withLock { $0.report } }

    public func append(_ record: AuditRecord) async {
        let entry = ChainRecord(record, id: UUIDv7.make(at: record.at, randomness: randomness), randomness: randomness)
        await withCheckedContinuation { waiter in
            let (mustDrain, mustWatch) = backlog.withLock { backlog in
                backlog.add(entry, since: .now(), waiter: waiter)
                defer { (backlog.isDraining, backlog.isWatching) = (true, true) }
                return (!backlog.isDraining, !backlog.isWatching)
            }
            if mustDrain { drain() }
            if mustWatch { watch() }
        }
    }

    /// Waits until nothing is on its way to the disk, or until `limit` has passed; for stopping.
    public func settle(within limit: Duration = .seconds(5)) async {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end, !backlog.withLock({ $0.isEmpty }) {
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Moves what has been written into the main file, off every answer's path.
    public func checkpoint() throws {
        _ = try checkpointer.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }

    /// Writes whatever is waiting in one transaction, and again until nothing waits.
    private func drain() {
        writer.asyncWriteWithoutTransaction { [self] database in
            do {
                while let group = nextGroup() {
                    try database.inCachedTransaction(.writing) { try Chain.append(group, database) }
                    for waiter in backlog.withLock({ $0.finishGroup() }) { waiter.resume() }
                    if !backlog.withLock({ $0.condition.isHealthy }) { try recover(database) }
                }
            } catch {
                retryLater()
            }
        }
    }

    /// What is to be written next; nil, and the draining over, where nothing waits.
    private func nextGroup() -> [ChainRecord]? {
        backlog.withLock { backlog in
            let group = backlog.takeGroup()
            // While the disk is ill an empty group is tried too: its success shows that what overflowed can come home.
            if group.isEmpty && backlog.condition.isHealthy {
                backlog.isDraining = false
                return nil
            }
            return group
        }
    }

    /// The disk takes records again: what overflowed joins the chain, what overflows meanwhile too.
    private func recover(_ database: Database) throws {
        var isHome = false
        while !isHome {
            // Held for a moment only: nobody who overflows now may wait for the disk on which others come home.
            let second = try overflow.withLock { second in
                try second.putAside()
                return second
            }
            try database.inCachedTransaction(.writing) { try Chain.join(try second.recordsAside(), database) }
            try second.removeAside()
            isHome = overflow.withLock { second in
                guard !second.hasRecords else { return false }
                if backlog.withLock({ $0.note(isHealthy: true) }) { alarm("the audit record reaches the disk again") }
                return true
            }
        }
    }

    /// A group could not be written: a second later it is tried again, and meanwhile its waiters are looked after.
    private func retryLater() {
        raiseAlarm()
        backlog.withLock { $0.postponeGroup() }
        watchQueue.asyncAfter(deadline: .now() + .seconds(1)) { [self] in drain() }
    }

    private func raiseAlarm() {
        if backlog.withLock({ $0.note(isHealthy: false) }) {
            alarm("the audit record does not reach the disk; records go to \(overflowPath)")
        }
    }

    /// Looks after those who wait, as long as anybody does.
    private func watch() {
        watchQueue.asyncAfter(deadline: .now() + .milliseconds(20)) { [self] in
            let now = DispatchTime.now()
            let (mustSpill, waiters, goesOn) = backlog.withLock { backlog in
                let mustSpill =
                    !backlog.isSpilling && !backlog.late(since: now - .milliseconds(Self.patience)).isEmpty
                if mustSpill { backlog.isSpilling = true }
                let waiters = backlog.takeWaiters(since: now - .milliseconds(Self.limit))
                backlog.isWatching = !backlog.isEmpty
                return (mustSpill, waiters, backlog.isWatching)
            }
            for waiter in waiters { waiter.resume() }
            if mustSpill {
                raiseAlarm()
                spillQueue.async { [self] in spill() }
            }
            if goesOn { watch() }
        }
    }

    /// Writes those who have waited too long to the second place and lets them go.
    private func spill() {
        let (waiters, mustDrain) = overflow.withLock { second in
            let late = backlog.withLock { $0.late(since: .now() - .milliseconds(Self.patience)) }
            if !late.isEmpty { raiseAlarm() }
            let isWritten = late.isEmpty || second.append(late)
            return backlog.withLock { backlog in
                backlog.isSpilling = false
                let waiters = isWritten ? backlog.finishSpill(late) : []
                // The group may have reached the disk just now: somebody must find out that all is well again.
                defer { backlog.isDraining = backlog.isDraining || !backlog.condition.isHealthy }
                return (waiters, !backlog.isDraining && !backlog.condition.isHealthy)
            }
        }
        for waiter in waiters { waiter.resume() }
        if mustDrain { drain() }
    }
}
