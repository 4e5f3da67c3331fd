import DutyRota
import EmergencyCards
import Synchronization

/// The registers as they were last read.
struct RegisterSnapshot: Sendable {
    let registers: Registers
    /// The published months among them, by revision: those need not be read again.
    let months: [Revision: PublishedMonth]
    /// When the next planned entry comes to count; nil: none is planned.
    let changesAt: Instant?
}

/// The registers and the marks of the night as they were last read, and the one laid over the other.
final class RegisterCache: Sendable {
    private struct Marked {
        let base: Int
        let marks: Int
        let registers: Registers
    }

    let base = SnapshotCache<RegisterSnapshot>(stamp: "SELECT registers FROM stamp")
    let marks = SnapshotCache<NightMarks>(stamp: "SELECT marks FROM stamp")
    private let marked = Mutex<Marked?>(nil)

    /// The registers with the marks laid over them; made once for each two that go together.
    func marked(
        _ base: SnapshotCache<RegisterSnapshot>.Snapshot, with marks: SnapshotCache<NightMarks>.Snapshot
    ) -> Registers {
        marked.withLock { last in
            if let last, last.base == base.serial, last.marks == marks.serial { return last.registers }
            let registers = base.value.registers.marking(marks.value)
            last = Marked(base: base.serial, marks: marks.serial, registers: registers)
            return registers
        }
    }
}
