import Dispatch
import EmergencyCards
import Foundation
import Synchronization

/// The system's `sendmail`: takes a message on its standard input and says by its exit code (sysexits.h) whether it has it.
public struct Sendmail: Sendable {
    /// Where systems keep it.
    public static let usualPath = "/usr/sbin/sendmail"

    let path: String
    let sender: String
    /// How long it may take.
    let limit: Duration

    /// nil where no program may be run at this path, or the sender is no address.
    public init?(path: String, sender: String, limit: Duration = .seconds(30)) {
        guard path.hasPrefix("/"), FileManager.default.isExecutableFile(atPath: path), MailAddress(sender) != nil
        else { return nil }
        self.path = path
        self.sender = sender
        self.limit = limit
    }

    /// At most two messages at once.
    public var channel: NoticeChannel { NoticeChannel(carries: [.email], atOnce: 2) { await send($0) } }

    func send(_ delivery: Delivery) async -> DeliveryOutcome {
        guard let message = MailMessage(delivery, from: sender) else { return .permanent("not-an-address") }
        do {
            return Self.outcome(try await run(Data(message.text.utf8)))
        } catch {
            return .temporary("not-started")
        }
    }

    /// What an exit code says; nil: it was ended from outside.
    static func outcome(_ status: Int32?) -> DeliveryOutcome {
        switch status {
        case 0: .confirmed
        case nil: .temporary("ended")
        // EX_SOFTWARE, EX_OSERR, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL; EX_NOPERM and EX_CONFIG an administrator mends.
        case 70?, 71?, 73?, 74?, 75?, 77?, 78?: .temporary("exit-\(status ?? 0)")
        case 64?, 65?, 66?, 67?, 68?: .permanent("exit-\(status ?? 0)")
        case let other?: .temporary("exit-\(other)")
        }
    }

    /// The exit code; nil where it was ended. Recipients stand in the message alone (`-t`), and no line of it ends it (`-i`).
    private func run(_ message: Data) async throws -> Int32? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-t", "-i"]
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardInput = try Self.input(message)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, end) = AsyncStream.makeStream(of: Int32?.self)
        let life = Life()
        process.terminationHandler = {
            life.isOver.withLock { $0 = true }
            end.yield($0.terminationReason == .exit ? $0.terminationStatus : nil)
        }
        try process.run()
        let group = process.processIdentifier
        // Not on the threads that answer requests: while all of these are busy, the limit holds.
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(limit.milliseconds))) {
            life.isOver.withLock { isOver in if !isOver { kill(-group, SIGKILL) } }
        }
        // Not ended where the daemon stops: what sendmail has begun it ends, or its limit does.
        return await Task { await ends.first { _ in true } ?? nil }.value
    }

    /// Whether the program has ended: its number may be another's by then.
    private final class Life: Sendable {
        let isOver = Mutex(false)
    }

    /// A file without a name, read from its beginning: a program that does not read it cannot bring the daemon down as a pipe would.
    private static func input(_ message: Data) throws -> FileHandle {
        var path = Array(FileManager.default.temporaryDirectory.appending(path: "notice-XXXXXX").path.utf8CString)
        let file = mkstemp(&path)
        guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        unlink(path)
        try handle.write(contentsOf: message)
        try handle.seek(toOffset: 0)
        return handle
    }
}
