import EmergencyCards
import Foundation
import Hummingbird
import Logging

@testable import CardDispatch
@testable import CardService
@testable import CardStore

/// Every screen that the program enters, as the program itself enters it: no screen is forgotten by a test that goes by this table.
enum ScreenEntries {
    static func all() throws -> [ScreenRouter.Entry] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("entries-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let installation = try Installation(
            StoreFiles(cards: folder.appendingPathComponent("cards.sqlite").path), logger: logger)
        return CardService.addScreens(
            to: Router(context: ServiceContext.self), installation.parts(limits: ServiceLimits()),
            library: try ScreenLibrary(), limits: ServiceLimits(), logger: logger)
    }
}

extension ScreenRouter.Entry {
    /// Whether the screen is for somebody of a role; nil: for nobody in particular.
    func isFor(_ role: Role?) -> Bool {
        guard let roles else { return true }
        return role.map { roles.isEmpty || roles.contains($0) } ?? false
    }

    /// The path with something in each of its parts.
    func path(with part: String) -> String {
        "/" + path.split(separator: "/").map { $0.hasPrefix("{") ? part : String($0) }.joined(separator: "/")
    }

    var hasParts: Bool { path.contains("{") }

    /// Every role, and nobody.
    static let askers: [Role?] = Role.allCases + [nil]
}

/// What every answer of the screens has to be, whatever it says.
enum ScreenGuard {
    /// What is wrong with an answer; none: nothing is. `entry`: of which screen; of a stream that a script listens to an error is no page.
    static func faults(_ seen: ScreenSeat.Seen, of entry: ScreenRouter.Entry? = nil) -> [String] {
        let isStream = entry?.path.hasSuffix("/events") ?? false
        let policy = seen.headers["content-security-policy"] ?? ""
        let isFile = seen.headers["cache-control"] == "no-cache"
        let rules = [
            "answers \(seen.status)": seen.status < 500 || seen.status == 501,
            "no policy, or one that lets in what is not ours: \(policy)":
                policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'")
                && !policy.contains("unsafe") && !policy.contains("http"),
            "its type can be guessed": seen.headers["x-content-type-options"] == "nosniff",
            "can be framed": seen.headers["x-frame-options"] == "DENY",
            "tells where one was": seen.headers["referrer-policy"] == "no-referrer",
            "can be kept": isFile || seen.headers["cache-control"] == "no-store",
            "leads away: \(seen.location ?? "")": seen.location.map(isOurs) ?? true,
            "an error that is no page": isStream || seen.status < 400
                || seen.headers["content-type"]?.hasPrefix("text/html") == true,
        ]
        return rules.filter { !$0.value }.map(\.key)
    }

    /// Whether a redirect stays with us, as every browser reads it.
    static func isOurs(_ location: String) -> Bool {
        location.hasPrefix("/") && !location.hasPrefix("//") && !location.contains("\\")
            && !location.unicodeScalars.contains { $0.value < 0x20 }
    }
}
