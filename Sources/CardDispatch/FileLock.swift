import CardStore
import Foundation

/// Keeps two daemons off one installation. Commands pass it: they may run while the daemon does.
struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock of an installation, or gives nil where another process holds it. Throws where there can be no lock: no such folder, no
    /// permission.
    init?(_ files: StoreFiles) throws {
        descriptor = open(files.cards.path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    /// What to say where another process holds it.
    static func heldElsewhere(_ files: StoreFiles) -> String {
        "別の card-dispatch がこのデータベースで動いています（\(files.cards.path)）。"
    }

    deinit {
        close(descriptor)
    }
}
