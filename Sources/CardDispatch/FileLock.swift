import Foundation

/// Keeps two daemons off one installation. Commands pass it: they may run while the daemon does.
struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock, or gives nil where another process holds it.
    init?(_ path: String) {
        descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        close(descriptor)
    }
}
