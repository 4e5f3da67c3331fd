public import EmergencyCards
import Foundation
import GRDB
import Synchronization

/// The store of registers and cards on one SQLite file, with what was said at night in another.
///
/// Writing goes through one connection, reading through a pool of others, so that nobody who looks a card up waits for somebody who
/// issues one.
public final class CardStore: Sendable {
    let writer: DatabaseQueue
    let readers: ReaderPool
    /// nil: its file could not be opened; a look-up is answered all the same.
    let night: NightFile?
    let isNightReadable = Atomic(true)
    let snapshot = RegisterCache()
    let randomness: Randomness
    let clock: Clock
    let callRules: CallRules
    let alarm: @Sendable (String) -> Void

    /// Opens the files of an installation, creates what is missing and brings older files up to date.
    ///
    /// `clock` says when a planned register entry comes to count, `callRules` how long somebody who accepted a call is taken to be out. `alarm` is called when the registers or the marks of the night cannot be
    /// read anew and the last ones are used.
    public init(
        _ files: StoreFiles, randomness: Randomness = .system, clock: Clock = .machine,
        callRules: CallRules = CallRules(), alarm: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        writer = try StoreFiles.writer(files.cards)
        try Schema.migrateCards(writer)
        try SearchIndex.bringUpToDate(writer)
        readers = try ReaderPool(files.cards)
        do {
            night = try NightFile(files.desk)
        } catch {
            night = nil
            alarm("desk.sqlite cannot be opened: \(type(of: error))")
        }
        self.randomness = randomness
        self.clock = clock
        self.callRules = callRules
        self.alarm = alarm
    }

    /// Whether nothing has been loaded yet.
    public func isEmpty() throws -> Bool {
        try readers.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM association") == 0 }
    }

    /// Reads what a look-up needs: any card, and the registers. Throws where one could not be answered.
    public func probe() throws {
        _ = try readers.read { try Int.fetchOne($0, sql: "SELECT number FROM card LIMIT 1") }
        _ = try registers()
    }

    /// Moves what has been written into the main files, off every answer's path.
    public func checkpoint() throws {
        _ = try writer.writeWithoutTransaction { try $0.checkpoint(.passive) }
        _ = try night?.writer.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }
}
