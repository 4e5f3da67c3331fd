import EmergencyCards
import Foundation
import HTTPTypes
import Testing

@testable import CardService

@Suite("Every screen, asked for by everybody")
struct ForcedBrowsingTests {
    /// What somebody may put into an address; as it is sent.
    private static let odd = [
        "x", "1234-5676", "2026-11", "9999-99", "-1", "99999999999999999999", "..%2F..%2Fadmin", "%00", "%FF",
        "%27%20OR%201%3D1--",
        "%F0%9F%92%A9", "%EF%BC%91%EF%BC%92", "%3Cscript%3E", String(repeating: "9", count: 2000),
    ]

    @Test("The table of the screens is the program's own, and holds every role's first screen")
    func table() throws {
        let entries = try ScreenEntries.all()
        for place in Role.allCases.flatMap(Desk.places) {
            #expect(entries.contains { $0.method == .get && $0.path == place.path }, "\(place.path)")
        }
        let twice = Dictionary(grouping: entries) { "\($0.method) \($0.path)" }.filter { $0.value.count > 1 }
        #expect(twice.isEmpty)
        let open = entries.filter { $0.roles == nil }.map(\.path)
        #expect(
            open.allSatisfy { path in ["/login", "/invite"].contains { path.hasPrefix($0) } },
            "\(open)")
    }

    @Test("Only whom a screen is for gets past its door; who is not signed in is sent to sign in")
    func roles() async throws {
        let entries = try ScreenEntries.all()
        // What the door says is told apart from what the API refuses behind it.
        let door = try ScreenLibrary().words["failure.wrongRole"]
        try await withService { client in
            let seats = Seats(client)
            var faults: [String] = []
            for role in ScreenRouter.Entry.askers {
                for entry in entries where entry.roles != nil {
                    let seat = try await seats.seat(role, for: entry)
                    let path = entry.path(with: "x")
                    let seen = try await entry.method == .get ? seat.get(path) : seat.post(path)
                    let isTurnedAway = seen.status == 403 && seen.text.contains(door)
                    let isSentToSignIn = seen.location.map { $0 == "/login" || $0.hasPrefix("/login?") } ?? false
                    let name = "\(entry.method) \(path) as \(role?.rawValue ?? "nobody")"
                    // Signing out leads to the log-in too.
                    let isRight =
                        role == nil
                        ? seen.status == 303 && isSentToSignIn
                        : entry.isFor(role) ? !isTurnedAway && (!isSentToSignIn || path == "/logout") : isTurnedAway
                    if !isRight { faults.append("\(name): \(seen.status)") }
                    faults += ScreenGuard.faults(seen, of: entry).map { "\(name) \($0)" }
                }
            }
            #expect(faults == [])
        }
    }

    @Test("A form without the session's token, or with another's, changes nothing")
    func tokens() async throws {
        let entries = try ScreenEntries.all().filter { $0.method == .post && $0.roles != nil }
        #expect(!entries.isEmpty)
        try await withService { client in
            let seats = Seats(client)
            var faults: [String] = []
            let other = try await client.seat(.fire)
            let before = try client.auditBodies().count
            for entry in entries {
                for role in Role.allCases where entry.isFor(role) {
                    let seat = try await seats.seat(role, for: entry)
                    let path = entry.path(with: "x")
                    var seen: [ScreenSeat.Seen] = []
                    let wrong = [
                        "", "token=", "token=x", "token=\(other.token)x", "Token=\(seat.token)",
                        "token=\(seat.token.dropLast())",
                        "token=\(seat.token.uppercased() == seat.token ? seat.token.lowercased() : seat.token.uppercased())",
                    ]
                    for body in wrong { seen.append(try await seat.send("POST", path, body: body)) }
                    seen.append(try await seat.send("POST", path + "?token=\(seat.token)", body: ""))
                    seen.append(
                        try await seat.send("POST", path, body: "", headers: ["X-CSRF-Token": seat.token]))
                    for (number, seen) in seen.enumerated()
                    where seen.status != 403 || !ScreenGuard.faults(seen).isEmpty {
                        faults.append(
                            "\(path) as \(role) with wrong token \(number): \(seen.status) \(ScreenGuard.faults(seen))")
                    }
                }
            }
            #expect(faults == [])
            #expect(try client.auditBodies().count == before)
        }
    }

    @Test("Whatever stands in the parts of an address, the answer is a page and no failure of ours")
    func parts() async throws {
        let entries = try ScreenEntries.all().filter(\.hasParts)
        try await withService { client in
            let seats = Seats(client)
            var faults: [String] = []
            for entry in entries {
                let askers: [Role?] = entry.roles == nil ? [nil] : Role.allCases.filter { entry.isFor($0) }
                for role in askers {
                    for part in Self.odd {
                        let (seat, path) = (try await seats.seat(role, for: entry), entry.path(with: part))
                        let seen = try await entry.method == .get ? seat.get(path) : seat.post(path)
                        let found = ScreenGuard.faults(seen, of: entry)
                        faults += found.map {
                            "\(entry.method) \(path.prefix(120)) as \(role?.rawValue ?? "nobody"): \(seen.status) \($0)"
                        }
                    }
                }
            }
            #expect(faults == [])
        }
    }

    @Test("Whatever stands in a query that a screen reads, the answer is a page and no failure of ours")
    func queries() async throws {
        let entries = try ScreenEntries.all().filter { $0.method == .get }
        let names = [
            "done", "next", "page", "q", "number", "card", "from", "to", "month", "day", "date", "area", "association",
            "state",
            "recipient", "action", "key", "patient", "reason", "at", "stage", "physician", "hospital", "call", "cell",
            "row",
        ]
        let values = ["%3Cscript%3E", "%00", "%FF", "9999999999999999999999", "-1", "%2F%2Fevil.example", ""]
        try await withService { client in
            let seats = Seats(client)
            var faults: [String] = []
            for entry in entries {
                let role = Role.allCases.first { entry.isFor($0) }
                for value in values {
                    let path = entry.path(with: "x") + "?" + names.map { "\($0)=\(value)" }.joined(separator: "&")
                    let seen = try await seats.seat(entry.roles == nil ? nil : role, for: entry).get(path)
                    faults += ScreenGuard.faults(seen, of: entry).map { "\(path.prefix(120)): \($0)" }
                    if seen.text.contains("<script>") { faults.append("\(path.prefix(120)) shows it as it is") }
                }
                let twice = try await seats.seat(role, for: entry).get(
                    entry.path(with: "x") + "?done=saved&done=x&from=1&from=2")
                faults += ScreenGuard.faults(twice, of: entry).map { "\(entry.path) asked twice: \($0)" }
            }
            #expect(faults == [])
        }
    }
}
