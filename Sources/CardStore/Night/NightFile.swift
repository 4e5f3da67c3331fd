import EmergencyCards
import Foundation
import GRDB

/// This node's own file: what was said at night. It is written and read apart from the registers, so that neither can hold the other up.
struct NightFile: Sendable {
    /// How long marks that are over are still laid over the registers, in milliseconds: a rehearsal may ask for last night.
    static let kept: Int64 = 3 * 86_400_000

    /// How long what a call left on a card is laid over it, in milliseconds: by then the card has been renewed or has ended.
    static let flagsKept: Int64 = 730 * 86_400_000

    let writer: DatabaseQueue
    let readers: ReaderPool

    init(_ file: URL) throws {
        writer = try StoreFiles.writer(file)
        try Schema.migrateDesk(writer)
        // A look-up must not wait for it: the last marks that were known are laid over instead.
        readers = try ReaderPool(file, patience: 0.05)
    }
}

extension CardStore {
    /// Throws a ``Refusal`` where the file could not be opened.
    func nightFile() throws -> NightFile {
        guard let night else { throw Refusal(.unavailable) }
        return night
    }
}
