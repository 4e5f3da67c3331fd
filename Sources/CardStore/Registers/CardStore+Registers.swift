import DutyRota
public import EmergencyCards
import GRDB
import Synchronization

extension CardStore: RegisterSource {
    public func registers() throws -> Registers {
        let base = try baseRegisters()
        guard let marks = lastMarks() else { return base.value.registers }
        return snapshot.marked(base, with: marks)
    }

    /// Whoever is on duty by the last reading is a better answer than none.
    private func baseRegisters() throws -> SnapshotCache<RegisterSnapshot>.Snapshot {
        do {
            return try readers.read { database in
                try snapshot.base.current(database) { read in
                    read.changesAt.map { clock.now() < $0 } ?? true
                } read: { database, last in
                    try RegisterReader(database, at: clock.now(), known: last?.months ?? [:]).snapshot()
                }
            }
        } catch {
            guard let last = snapshot.base.last else { throw error }
            alarm("the registers cannot be read; the last ones are used")
            return last
        }
    }

    private func lastMarks() -> SnapshotCache<NightMarks>.Snapshot? {
        do {
            let marks = try nightFile().readers.read { database in
                try snapshot.marks.current(database) { _ in
                    true
                } read: { database, _ in
                    try NightMarks.read(since: clock.now().adding(milliseconds: -NightFile.kept), database)
                }
            }
            isNightReadable.store(true, ordering: .relaxed)
            return marks
        } catch {
            if isNightReadable.exchange(false, ordering: .relaxed) {
                alarm("what was said at night cannot be read; the last that was known is used")
            }
            return snapshot.marks.last
        }
    }

    /// Whether what was said at night could be read when the registers were last asked for. Where it could not, nobody can say that
    /// somebody can't come, and the last that was known is used.
    public var knowsNight: Bool { isNightReadable.load(ordering: .relaxed) }

    /// How many digits the installation's numbers have; eight until something else is set.
    static func numberLength(_ database: Database) throws -> NumberLength {
        let text = try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'numberLength'")
        return text.flatMap { Int($0) }.flatMap(NumberLength.init) ?? .eight
    }
}
