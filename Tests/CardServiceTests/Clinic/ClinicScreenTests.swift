import EmergencyCards
import Foundation
import Testing

@testable import CardService

@Suite("The GP's screens over the socket", .serialized)
struct ClinicScreenTests {
    /// A form as a browser sends it.
    static func body(_ fields: [String: String]) -> String {
        fields.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }

    /// A form that can be issued, with a patient of this name.
    static func filled(_ more: [String: String] = [:]) -> [String: String] {
        [
            "act": "issue", "once": UUID().uuidString, "colour": "green", "patient.name": "試験 一郎",
            "patient.kana": "しけん いちろう", "patient.birthDate": "S13.2.11", "patient.sex": "male",
            "patient.address": "静岡市葵区追手町5-1", "family[1].name": "試験 花子", "family[1].relationship": "妻",
            "family[1].telephone": "090-0000-1111", "wish.text": "家で過ごしたい。", "wish.confirmedOn": "令和8年11月1日",
            "wish.confirmedBy": "P001", "consent.givenBy": "本人", "consent.relationship": "本人",
            "consent.givenOn": "2026-11-01", "consent.sharedWith.fire": "fire",
            "consent.sharedWith.dutyPhysician": "dutyPhysician",
        ].merging(more) { $1 }
    }

    @Test("One form issues: area from the address, days by era; sent twice it is one card")
    func issues() async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let form = Self.body(Self.filled())
            let first = try await seat.post("/clinic/cards/new", form)
            let place = try #require(first.location)
            #expect(first.status == 303 && place.hasPrefix("/clinic/cards/"))
            #expect(try await seat.post("/clinic/cards/new", form).location == place)
            let page = try await seat.get(place)
            for text in ["昭和13年2月11日（1938-02-11）", "葵区", "シケン　イチロウ", "<blockquote>", "発行しました"] {
                #expect(page.text.contains(text), "\(text)")
            }
        }
    }

    @Test("What is missing stands beside its field, and what was typed is kept")
    func missing() async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let seen = try await seat.post(
                "/clinic/cards/new", Self.body(["act": "issue", "colour": "yellow", "family[2].name": "試験 花子"]))
            #expect(seen.status == 422)
            #expect(seen.text.contains(#"id="f-patient-kana-fault""#))
            #expect(seen.text.contains(#"id="f-family-0--telephone-fault""#))
            #expect(seen.text.contains(#"name="family[0].name" type="text" value="試験 花子""#))
            #expect(seen.text.contains("まだ発行していません"))
        }
    }

    @Test("One row more comes without a script, and nothing is issued by it")
    func rows() async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let empty = try await seat.get("/clinic/cards/new")
            #expect(!empty.text.contains("family[3].name"))
            let seen = try await seat.post(
                "/clinic/cards/new",
                Self.body(Self.filled(["more": "family", "family[0].name": "", "family[2].name": ""])))
            #expect(seen.status == 200 && seen.text.contains("family[3].name"))
        }
    }

    @Test("An area that the address is not in, and somebody of the same name, are asked about and then issued")
    func acknowledged() async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let first = try await seat.post("/clinic/cards/new", Self.body(Self.filled()))
            let number = try #require(first.location?.split(separator: "/").last?.prefix(9))
            let elsewhere = try await seat.post("/clinic/cards/new", Self.body(Self.filled(["patient.area": "suruga"])))
            #expect(elsewhere.status == 409 && elsewhere.text.contains(#"name="acknowledge.area-mismatch""#))
            let again = Self.filled(["patient.area": "suruga", "acknowledge.area-mismatch": "true"])
            let double = try await seat.post("/clinic/cards/new", Self.body(again))
            #expect(double.status == 409 && double.text.contains(#"name="acknowledge.possible-duplicate""#))
            #expect(double.text.contains(number), "who it might be")
            let issued = try await seat.post(
                "/clinic/cards/new", Self.body(again.merging(["acknowledge.possible-duplicate": "true"]) { $1 }))
            #expect(issued.status == 303)
        }
    }

    @Test("A draft is kept with little, and is issued from its page once it is whole")
    func draft() async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let kept = try await seat.post(
                "/clinic/cards/new", Self.body(["act": "draft", "colour": "green", "patient.name": "下書 太郎"]))
            let place = try #require(kept.location?.split(separator: "?").first.map(String.init))
            #expect(try await seat.get("/clinic").text.contains("下書 太郎"))
            let refused = try await seat.post("\(place)/issue")
            #expect(refused.status == 422 && refused.text.contains("f-patient-kana-fault"))
            let edit = try await seat.get("\(place)/edit")
            let match = try #require(edit.text.firstMatch(of: #/name="match" value="([^"]*)"/#)?.output.1)
            let form = Self.filled(["match": String(match).replacing("&quot;", with: "\"")])
            let issued = try await seat.post("\(place)/edit", Self.body(form))
            #expect(issued.location == "\(place)?done=issued")
        }
    }

    @Test("Withdrawing is asked once, and then done; the wish is gone from the page of the dispatcher")
    func withdrawn() async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let place = try #require(
                try await seat.post("/clinic/cards/new", Self.body(Self.filled())).location?.split(separator: "?").first
                    .map(String.init))
            #expect(try await seat.get("\(place)/withdraw").text.contains("通常の対応"))
            let done = try await seat.post("\(place)/withdraw", "from=list")
            #expect(done.location == "/clinic?done=withdraw")
            let number = place.split(separator: "/").last ?? ""
            #expect(try await client.get("/api/v1/lookup/\(number)").body["wish"] == .null)
        }
    }

    @Test("Who was second is shown both, and decides; nothing is lost silently")
    func stale() async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let place = try #require(
                try await seat.post("/clinic/cards/new", Self.body(Self.filled())).location?.split(separator: "?").first
                    .map(String.init))
            let number = place.split(separator: "/").last ?? ""
            _ = try await client.send(
                "PATCH", "/api/v1/cards/\(number)", client.keys[.association],
                Array(#"{"patient": {"doorNotes": "裏口から"}}"#.utf8), ["If-Match": "*"])
            let typed = Self.filled([
                "act": "save", "match": "\"card-1\"", "patient.doorNotes": "表から", "validUntil": "2027-11-23",
            ])
            let seen = try await seat.post("\(place)/edit", Self.body(typed))
            #expect(seen.status == 412)
            #expect(seen.text.contains("裏口から") && seen.text.contains("表から"))
            let again = try await seat.post("\(place)/edit", Self.body(typed.merging(["match": "\"card-2\""]) { $1 }))
            #expect(again.location == "\(place)?done=changed")
            #expect(try await seat.get("\(place)?version=3").text.contains("裏口から"))
        }
    }

    @Test("The office's proxy is confirmed by fax with its date, and the GP finds it among what needs doing")
    func proxy() async throws {
        try await withService { client in
            let (office, seat) = (try await client.seat(.association), try await client.seat(.physician))
            let entered = try await office.post(
                "/office/cards/new", Self.body(Self.filled(["attendingPhysician": "P001"])))
            let place = try #require(entered.location?.split(separator: "?").first.map(String.init))
            #expect(place.hasPrefix("/office/cards/"))
            #expect(try await office.get(place).text.contains("主治医未確認"))
            let list = try await seat.get("/clinic").text
            let section = list.firstRange(of: "s-unconfirmed").map { String(list[$0.lowerBound...]) } ?? ""
            #expect(section.contains(place.split(separator: "/").last ?? "-"))
            #expect(try await office.post("\(place)/confirm").status == 422)
            #expect(try await office.post("\(place)/confirm", Self.body(["on": "R8.11.20"])).status == 303)
            #expect(!(try await office.get(place).text.contains("主治医の確認を待っています")))
        }
    }

    @Test(
        "What is typed is escaped in every place in which it is shown",
        arguments: ["\"\u{301}><script>x</script>", "'\u{300}onload=x <b>"])
    func hostile(_ text: String) async throws {
        try await withService { client in
            let seat = try await client.seat(.physician)
            let hostile =
                [
                    "patient.name", "patient.doorNotes", "patient.address", "family[0].name", "family[0].relationship",
                    "visitingNurse.name", "wish.text", "wish.participants", "wish.agreements", "consent.givenBy",
                    "consent.relationship", "hospitals[0].patientNumber",
                ] + CardForm.clinical.filter { $0 != "lastVisitOn" }.map { "clinical.\($0)" }
            let all = Dictionary(uniqueKeysWithValues: hostile.map { ($0, text) }).merging([
                "patient.area": "aoi", "acknowledge.area-mismatch": "true", "hospitals[0].hospital": "H01",
                "hospitals[0].agreedOn": "2026-11-01", "visitingNurse.telephone": "054-000-0001",
                "family[0].telephone": "054-000-0002",
            ]) { $1 }
            let refused = try await seat.post(
                "/clinic/cards/new", Self.body(Self.filled(all).merging(["patient.kana": text]) { $1 }))
            let place = try #require(try await seat.post("/clinic/cards/new", Self.body(Self.filled(all))).location)
            let number = place.split(separator: "?").first ?? ""
            let away = try await seat.post("/clinic/shifts/absences", Self.body(["from": "R8.12.24", "reason": text]))
            #expect(away.status == 303)
            var pages = [refused]
            for path in [place, "\(number)/edit", "/clinic", "\(number)/renew", "/clinic/shifts"] {
                pages.append(try await seat.get(path))
            }
            for page in pages {
                #expect(!page.text.unicodeScalars.isEmpty && page.status < 500)
                for banned in ["<script>x", "<b>", "\"\u{301}>"] {
                    #expect(!page.text.utf8.contains(Array(banned.utf8)), "\(banned)")
                }
            }
        }
    }
}

extension Sequence<UInt8> {
    /// Whether these bytes stand there: strings compare by characters, and would not see a quote under a mark.
    fileprivate func contains(_ other: [UInt8]) -> Bool {
        let bytes = Array(self)
        guard bytes.count >= other.count else { return false }
        return (0...(bytes.count - other.count)).contains { Array(bytes[$0..<($0 + other.count)]) == other }
    }
}
