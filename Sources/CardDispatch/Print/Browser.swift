import CardService
import Foundation

/// A browser on this machine that makes PDF files of pages: Chromium or one of its kin.
struct Browser: Sendable {
    let path: String

    /// How long a page may take. A card takes about two seconds.
    static let limit = Duration.seconds(20)

    private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// nil where no program may be run at this path.
    init?(path: String) {
        guard path.hasPrefix("/"), FileManager.default.isExecutableFile(atPath: path) else { return nil }
        self.path = path
    }

    /// The first browser in these folders, parted by colons as in PATH; nil: there is none.
    static func found(in folders: String) -> Browser? {
        let folders = folders.split(separator: ":")
        return names.lazy.flatMap { name in folders.lazy.map { "\($0)/\(name)" } }.compactMap(Browser.init).first
    }

    /// Prints a page. Its text lies in a folder that nobody else can look into, and goes with it.
    func pdf(of html: String) async throws -> [UInt8] {
        let folder = try Self.privateFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (page, file) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
        try Data(html.utf8).write(to: page)
        try await run(arguments(page: page, file: file, folder: folder), in: folder)
        let bytes = try [UInt8](Data(contentsOf: file))
        guard bytes.starts(with: Array("%PDF".utf8)) else { throw BrowserFault.noFile }
        return bytes
    }

    /// A new folder that nobody else can look into. Its name is short: the browser makes sockets in it, whose paths may have 107 bytes.
    private static func privateFolder() throws -> URL {
        let template = FileManager.default.temporaryDirectory.appending(path: "print-XXXXXX").path
        var bytes = Array(template.utf8CString)
        guard mkdtemp(&bytes) != nil else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return URL(fileURLWithPath: String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    /// Without a screen, a profile of its own, and no way out to any network.
    private func arguments(page: URL, file: URL, folder: URL) -> [String] {
        let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
        return sandbox + [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
            "--disable-breakpad", "--no-first-run", "--no-default-browser-check", "--mute-audio",
            "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.appending(path: "profile").path)",
            "--no-pdf-header-footer", "--print-to-pdf=\(file.path)", page.absoluteString,
        ]
    }

    /// Runs the browser to its end; what goes on past the limit, or past its request, is ended with all that it started.
    private func run(_ arguments: [String], in folder: URL) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["HOME": folder.path, "TMPDIR": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { end.yield($0.terminationStatus) }
        try process.run()
        let group = process.processIdentifier
        let ending = Task { await ends.first { _ in true } ?? -1 }
        let timer = Task {
            try await Task.sleep(for: Self.limit)
            kill(-group, SIGKILL)
        }
        let status = await withTaskCancellationHandler {
            await ending.value
        } onCancel: {
            kill(-group, SIGKILL)
        }
        timer.cancel()
        guard status == 0 else { throw BrowserFault.ended(status: status) }
    }
}

/// Why no file came of a page. It says nothing of the page.
enum BrowserFault: Error {
    case ended(status: Int32)
    case noFile
    /// Too many pages wait already.
    case busy
}

extension PagePrinter {
    /// Prints with a browser, at most two pages at once; a further sixteen may wait.
    static func browser(_ browser: Browser) -> PagePrinter {
        let turns = Turns(2, waiting: 16)
        return PagePrinter { html in
            try await turns.take()
            let result: Result<[UInt8], any Error>
            do { result = .success(try await browser.pdf(of: html)) } catch { result = .failure(error) }
            await turns.give()
            return try result.get()
        }
    }
}
