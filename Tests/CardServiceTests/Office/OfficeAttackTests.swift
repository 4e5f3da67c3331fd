import EmergencyCards
import Testing

@testable import CardService

@Suite("Hostile texts on the office's and the hospital's screens")
struct OfficeAttackTests {
    /// Breaks out of an attribute and of a text wherever escaping takes a quotation mark with its accent for one character.
    private static let attacks = [
        "\"\u{301}><script>x()</script>", "'\u{300}onload=x()", "</textarea><script>x()</script>",
    ]

    private static let place = "/office/registers"

    @Test("Whatever stands in the registers, cards and marks, no page lets it out of its place")
    func everywhere() async throws {
        try await withService { client in
            for (index, attack) in Self.attacks.enumerated() {
                let desk = try await client.signIn(.association)
                try await enter(attack, desk, client, index)
                let document = sampleCard(attack, kana: ["アアア", "イイイ", "ウウウ"][index])
                let issued = try await client.post("/api/v1/cards", .object(document), as: .association)
                let number = try #require(issued.body["number"].text)
                _ = try await client.get("/api/v1/lookup/\(number)", headers: ["Operator": "x\"><script>x()</script>"])
                let pages =
                    OfficeScreenTests.pages.map(\.path) + [
                        "/office/cards?reason=unconfirmed", "/office/audit?card=\(number)",
                        "\(Self.place)/hospitals/H9\(index)", "\(Self.place)/slots/\("枠\(attack)".percentEncoded)",
                        "/office/audit?card=\(attack.percentEncoded)", "/office/cards?number=\(attack.percentEncoded)",
                        "/office/cards?state=\(attack.percentEncoded)", "/office?done=\(attack.percentEncoded)",
                        "\(Self.place)/physicians/\(attack.percentEncoded)",
                    ]
                for page in pages { Self.judge(try await desk.get(page).text, page) }
                let refused = try await desk.change(
                    "\(Self.place)/physicians/P001", ["kana": attack, "telephones[0].number": attack, "email": attack])
                Self.judge(refused.text, "a form refused")
                let hospital = try await client.signIn(.hospital)
                let full = ["until": "2026-11-25T08:30", "reason": attack]
                #expect(try await hospital.post("/hospital/full", full).status == 303)
                for page in [
                    "/hospital", "/hospital/agreements", "/hospital/cards/\(number)",
                    "/hospital/cards/\(attack.percentEncoded)",
                ] {
                    Self.judge(try await hospital.get(page).text, page)
                }
                Self.judge(try await hospital.post("/hospital/cards", ["number": attack]).text, "a number that is none")
                Self.judge(try await hospital.post("/hospital/full", ["until": attack]).text, "an instant that is none")
                #expect(try await hospital.get("/hospital/cards/\(number)").status == 200)
                #expect(
                    try await desk.get("/office/cards?reason=unconfirmed").text.contains("&lt;")
                        || !attack.contains("<"))
            }
        }
    }

    /// Puts a text wherever the office can write one.
    private func enter(_ attack: String, _ desk: DeskBrowser, _ client: Client, _ index: Int) async throws {
        let changes: [(String, [String: String])] = [
            ("\(Self.place)/physicians/P001", ["name": attack, "organisation": attack, "telephones[0].label": attack]),
            (
                "\(Self.place)/association",
                [
                    "name": attack, "standingContact.name": attack, "areas[0].name": attack,
                    "areas[1].addresses": "静岡市駿河区\n\(attack)",
                ]
            ),
            (
                "\(Self.place)/hospitals/H01",
                ["name": attack, "entrance": attack, "address": attack, "telephones[2].label": attack]
            ),
        ]
        for (path, fields) in changes { #expect(try await desk.change(path, fields).status == 303, "\(path)") }
        let hospital = [
            "id": "H9\(index)", "name": attack, "address": attack, "telephones[0].label": attack,
            "telephones[0].number": "054-000-0001",
        ]
        #expect(try await desk.post("\(Self.place)/hospitals/new", hospital).status == 303)
        let slot = [
            "name": "枠\(attack)", "dayTypes.weekday": "on", "reach": "areas", "areas.aoi": "on",
            "start": "1\(index):00",
            "end": "1\(index):30", "first": "1", "second": "0", "telephones[0].label": attack,
            "telephones[0].number": "054-000-0001",
        ]
        #expect(try await desk.post("\(Self.place)/slots/new", slot).status == 303)
        let away = [
            "physician": "P001", "from": "2026-12-0\(index + 1)", "to": "2026-12-0\(index + 1)", "reason": attack,
        ]
        .mapValues(JSONValue.string)
        let path = "/api/v1/associations/shizuoka"
        #expect(try await client.post(path + "/absences", .object(away), as: .association).status == 201)
        let mark = ["physician": "P001", "area": "aoi", "reason": attack].mapValues(JSONValue.string)
        _ = try await client.post(path + "/rota/unavailable", .object(mark), as: .association)
    }

    /// Nothing of an attack stands outside of its place: no tag of its own, no quotation mark that was not ours.
    private static func judge(_ html: String, _ page: String) {
        let scalars = html.unicodeScalars
        for sign in ["<script>", "\"\u{301}", "'\u{300}", "</textarea><script"] {
            #expect(!scalars.contains(sign.unicodeScalars), "\(page) lets \(sign) out")
        }
    }
}

/// A yellow card with a text in every place that a page shows.
private func sampleCard(_ attack: String, kana: String) -> [String: JSONValue] {
    let text = JSONValue.string(attack)
    return [
        "association": "shizuoka", "colour": "yellow",
        "patient": [
            "name": text, "kana": .string(kana), "birthDate": "1940-01-02", "sex": "male",
            "address": .string("静岡市葵区追手町99-1 " + attack), "area": "aoi", "doorNotes": text,
            "telephones": ["054-000-9990"],
        ],
        "family": [["name": text, "relationship": text, "telephone": "090-0000-9991"]],
        "attendingPhysician": "P001", "deputyPhysician": "P002",
        "visitingNurse": ["name": text, "telephone": "054-000-9992"],
        "wish": [
            "text": text, "confirmedOn": "2026-11-01", "confirmedBy": "P001", "participants": [text],
            "agreements": text,
        ],
        "clinical": [
            "diagnosis": text, "expectedCourse": text, "foreseenSigns": text, "medication": text, "drugsKeptAt": text,
            "devices": text, "allergies": text, "infections": text,
        ],
        "hospitals": [["hospital": "H01", "agreedOn": "2026-11-01", "patientNumber": text]],
        "consent": [
            "givenBy": "本人", "relationship": "本人", "givenOn": "2026-11-01",
            "sharedWith": ["fire", "dutyPhysician", "hospital"],
        ],
        "acknowledge": ["area-mismatch", "possible-duplicate"],
    ]
}
