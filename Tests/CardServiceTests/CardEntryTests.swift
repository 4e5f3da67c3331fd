import EmergencyCards
import Testing

@Suite("Entering cards over the socket", .serialized)
struct CardEntryTests {
    @Test("A card is issued, read back, looked up and withdrawn")
    func life() async throws {
        try await withService { client in
            let issued = try await client.post("/api/v1/cards", .object(sampleCard()))
            #expect(issued.status == 201)
            let number = try #require(issued.body["number"].text)
            #expect(issued.headers["location"] == "/api/v1/cards/\(number)")
            #expect(issued.body["confirmed"]["by"] == "P001")
            #expect(issued.body["validUntil"] == "2027-10-31")
            #expect(try await client.get("/api/v1/cards/\(number)", as: .physician).body == issued.body)
            #expect(try await client.get("/api/v1/lookup/\(number)").body["wish"]["text"] == "家で過ごしたい。")
            let withdrawn = try await client.post("/api/v1/cards/\(number)/withdraw")
            #expect(withdrawn.status == 200)
            #expect(withdrawn.body["endedReason"] == "withdrawn")
            let after = try await client.get("/api/v1/lookup/\(number)")
            #expect(after.body["wish"] == .null)
            #expect(after.body["sentence"].text?.contains("取り下げられています") == true)
            #expect(try await client.post("/api/v1/cards/\(number)/withdraw").body["version"] == .number(2))
        }
    }

    @Test("The office's entry is in force at once and says that it is unconfirmed")
    func proxy() async throws {
        try await withService { client in
            let issued = try await client.post("/api/v1/cards", .object(sampleCard()), as: .association)
            #expect(issued.body["confirmed"] == .null)
            let number = try #require(issued.body["number"].text)
            let found = try await client.get("/api/v1/lookup/\(number)")
            #expect(found.body["card"]["confirmed"] == .null)
            #expect(found.body["sentence"].text?.contains("事務局が代行入力・主治医未確認") == true)
        }
    }

    @Test("The same request twice makes one card; another under the same key is refused")
    func repeated() async throws {
        try await withService { client in
            let headers = ["Idempotency-Key": "a-1"]
            let first = try await client.post("/api/v1/cards", .object(sampleCard()), headers: headers)
            var same = sampleCard()
            same["training"] = true
            let text = first.body["number"].text
            #expect(text != nil)
            let other = try await client.post("/api/v1/cards", .object(same), headers: headers)
            #expect(other.slug == "idempotency-key-reused")
        }
    }

    @Test("The other colour supersedes in one step; the same colour is refused")
    func otherColour() async throws {
        try await withService { client in
            let green = try await client.post("/api/v1/cards", .object(sampleCard()))
            var document = sampleCard(colour: "yellow")
            guard case .object(var patient) = document["patient"] else { return }
            patient["id"] = green.body["patient"]["id"]
            document["patient"] = .object(patient)
            let yellow = try await client.post("/api/v1/cards", .object(document))
            #expect(yellow.status == 201)
            let again = try await client.post("/api/v1/cards", .object(document))
            #expect(again.status == 409)
            #expect(again.slug == "active-card-exists")
            let old = try await client.get("/api/v1/lookup/\(green.body["number"].text ?? "")")
            #expect(old.body["card"]["number"] == yellow.body["number"])
        }
    }

    @Test("The same person twice and an address elsewhere are refused until acknowledged")
    func acknowledged() async throws {
        try await withService { client in
            _ = try await client.post("/api/v1/cards", .object(sampleCard()))
            let double = try await client.post("/api/v1/cards", .object(sampleCard()))
            #expect(double.slug == "possible-duplicate")
            var elsewhere = sampleCard(kana: "ベツ　ジン")
            elsewhere["patient"] = elsewhere["patient"]?.with("area", "suruga")
            let mismatch = try await client.post("/api/v1/cards", .object(elsewhere))
            #expect(mismatch.slug == "area-mismatch")
            elsewhere["acknowledge"] = ["area-mismatch"]
            #expect(try await client.post("/api/v1/cards", .object(elsewhere)).status == 201)
        }
    }

    @Test("An incomplete card names every missing item at once; as a draft it is taken")
    func incomplete() async throws {
        try await withService { client in
            let bare: JSONValue = ["association": "shizuoka", "colour": "yellow", "attendingPhysician": "P001"]
            let answer = try await client.post("/api/v1/cards", bare)
            #expect(answer.slug == "incomplete")
            #expect(
                Set(answer.fields) == [
                    "patient.name", "patient.kana", "patient.birthDate", "patient.sex", "patient.address",
                    "patient.area",
                    "family", "wish.text", "wish.confirmedOn", "wish.confirmedBy", "hospitals", "consent.givenBy",
                    "consent.relationship", "consent.givenOn", "consent.sharedWith",
                ])
            let draft = try await client.post("/api/v1/cards?draft=true", bare)
            #expect(draft.status == 201)
            #expect(draft.body["state"] == "draft")
        }
    }

    @Test(
        "A value of the wrong type is named by its field",
        arguments: [
            ("colour", "blue"), ("patient", []), ("family", "x"), ("family", [["telephone": "12"]]),
            ("patient", ["kana": "漢字"]),
            ("patient", ["birthDate": "2026-02-29"]), ("wish", ["text": true]), ("training", "yes"),
            ("consent", ["sharedWith": ["all"]]),
            ("unknownField", "x"), ("patient", ["telephones": ["054-1"]]), ("hospitals", [["agreedOn": "1/1"]]),
        ] as [(String, JSONValue)])
    func wrongType(_ field: String, _ value: JSONValue) async throws {
        try await withService { client in
            var document = sampleCard()
            document[field] = value
            let answer = try await client.post("/api/v1/cards", .object(document))
            #expect(answer.status == 422)
            #expect(answer.slug == "invalid-fields")
            #expect(answer.fields.count == 1)
            #expect(answer.fields.first?.hasPrefix(field) == true)
        }
    }

    @Test(
        "Only the patient's physicians and their association read a card",
        arguments: [
            (Role.physician, "1040-7519", 404), (.association, "1040-7519", 200), (.association, "5020-3418", 404),
            (.fire, "1040-7519", 403),
            (.admin, "1040-7519", 403), (.association, "1040-7518", 422), (.association, "1234-5676", 404),
        ])
    func reading(_ role: Role, _ number: String, status: Int) async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/cards/\(number)", as: role)
            #expect(answer.status == status)
        }
    }
}

extension JSONValue {
    /// The object with a member changed.
    func with(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[key] = value
        return .object(members)
    }
}
