import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What a record of who looked counts for")
struct TallyingTests {
    /// Details of a look-up that found a green card in force, with what a test says otherwise.
    static func counted(
        _ details: String, action: String = "lookup", role: String = "fire",
        at: String = "2026-11-30T23:59:59.999+09:00",
        known: TalliedCard? = nil
    ) throws -> [String] {
        let body = """
            {"id":"x","at":"\(at)","action":"\(action)","actor":{"key":"K","role":"\(role)"},"details":{\(details)}}
            """
        let entry = try #require(AuditEntry(position: 1, body: Array(body.utf8)))
        return try Tallying(entry) { _ in known }.tallies.map {
            [$0.month.description, $0.association?.text ?? "-", $0.measure.rawValue, $0.label].joined(separator: " ")
        }
    }

    static let found = #""outcome":"found","card":"1234-5676","state":"active","association":"A","colour":"green""#
    static let training = TalliedCard(association: "A", isTraining: true, attending: nil)

    @Test(
        "Look-ups",
        arguments: [
            (found, ["2026-11 A lookUp active"]),
            (found + #","duty":"onDuty","via":"search""#, ["2026-11 A lookUp active"]),
            (found + #","duty":"gap""#, ["2026-11 A lookUp active", "2026-11 A gapMet gap"]),
            (found + #","duty":"offHours""#, ["2026-11 A lookUp active"]),
            (found + #","duty":"unpublished""#, ["2026-11 A lookUp active", "2026-11 A gapMet unpublished"]),
            (
                found + #","via":"didYouMean","expired":true,"unconfirmed":true"#,
                [
                    "2026-11 A lookUp active", "2026-11 A didYouMeanOpened ", "2026-11 A expiredRead ",
                    "2026-11 A unconfirmedRead ",
                ]
            ),
            (found + #","training":true"#, []), (found + #","rehearsal":true"#, []),
            (#""outcome":"unknown-card","didYouMean":[]"#, ["2026-11 - notFound unknown-card"]),
            (
                #""outcome":"malformed-number","didYouMean":["1234-5676"]"#,
                ["2026-11 - notFound malformed-number", "2026-11 - didYouMeanShown "]
            ),
        ] as [(String, [String])])
    func lookUps(_ details: String, _ expected: [String]) throws {
        #expect(try Self.counted(details) == expected)
    }

    @Test("A yellow card needs nobody on duty, and an ended one neither")
    func noGap() throws {
        let yellow = Self.found.replacing("green", with: "yellow") + #","duty":"gap""#
        #expect(try Self.counted(yellow) == ["2026-11 A lookUp active"])
        let ended = Self.found.replacing("active", with: "ended") + #","duty":"gap""#
        #expect(try Self.counted(ended) == ["2026-11 A lookUp ended"])
    }

    @Test("A hospital's look-up is counted apart, and its misses not at all")
    func hospital() throws {
        #expect(try Self.counted(Self.found, role: "hospital") == ["2026-11 A lookUpByHospital active"])
        #expect(try Self.counted(#""outcome":"unknown-card""#, role: "hospital") == [])
    }

    @Test(
        "A record of an earlier version is the register's to tell; of a number that nobody knows it is the installation's"
    )
    func older() throws {
        let old = #""outcome":"found","card":"1234-5676","state":"active","duty":"gap""#
        let known = TalliedCard(association: "B", isTraining: false, attending: nil)
        #expect(try Self.counted(old, known: known) == ["2026-11 B lookUp active"])
        #expect(try Self.counted(old) == ["2026-11 - lookUp active"])
        #expect(try Self.counted(old, known: Self.training) == [])
    }

    @Test("Searches; those that showed training cards alone are rehearsals")
    func searches() throws {
        let hit = #""by":"address","outcome":"found","shown":[{"card":"1234-5676"}]"#
        #expect(try Self.counted(hit, action: "search") == ["2026-11 - search address"])
        #expect(try Self.counted(hit, action: "search", known: Self.training) == [])
        let none = #""by":"address","outcome":"none","shown":[]"#
        #expect(
            try Self.counted(none, action: "search") == ["2026-11 - search address", "2026-11 - searchWithoutHit "])
    }

    @Test("The month turns at midnight in Japan, whatever offset a record has")
    func months() throws {
        let at = ["2026-11-30T14:59:59.999Z", "2026-11-30T15:00:00Z"]
        let months = try at.map { try Self.counted(Self.found, at: $0).first?.prefix(7) }
        #expect(months == ["2026-11", "2026-12"])
    }
}
