import CardStore
import EmergencyCards
import Testing

@testable import CardService

@Suite("Keys of machines over HTTP")
struct KeyRouteTests {
    private static let path = "/api/v1/keys"

    @Test("A key that was made opens until it is revoked, and is shown once")
    func life() async throws {
        try await withService { client in
            let made = try await client.post(Self.path, .object(["role": .string("fire")]), as: .admin)
            let key = try #require(made.body["key"].text)
            #expect(made.status == 201)
            let look = { try await client.send("GET", "/api/v1/duty?association=shizuoka&area=aoi", key, nil) }
            #expect(try await look().status == 200)
            let listed = try await client.get(Self.path, as: .admin)
            #expect(listed.body["keys"].items.contains { $0["id"] == made.body["id"] && $0["revokedAt"] == .null })
            #expect(!listed.body.written.contains(key))
            let revoked = try await client.post(
                "\(Self.path)/\(made.body["id"].text ?? "")/revoke", nil, as: .admin)
            #expect(revoked.status == 200 && revoked.body["revokedAt"].text != nil)
            #expect(try await look().slug == "invalid-key")
            let bodies = try client.auditBodies()
            #expect(bodies.contains { $0.contains("\"keyAdd\"") } && bodies.contains { $0.contains("\"keyRevoke\"") })
            #expect(!bodies.contains { $0.contains(key) })
        }
    }

    @Test("Keys are the admin's alone", arguments: [Role.fire, .association, .physician, .hospital])
    func others(_ role: Role) async throws {
        try await withService { client in
            let before = try client.store.allKeys().count
            for answer in [
                try await client.get(Self.path, as: role),
                try await client.post(Self.path, .object(["role": .string("admin")]), as: role),
                try await client.post("\(Self.path)/K0/revoke", nil, as: role),
                try await client.get("/api/v1/installation", as: role),
            ] { #expect(answer.status == 403 && answer.slug == "wrong-role") }
            #expect(try client.store.allKeys().count == before)
        }
    }

    @Test("What runs here is told without a patient, and a published month is the admin's to print, a draft is not")
    func installation() async throws {
        try await withService { client in
            let told = try await client.get("/api/v1/installation", as: .admin)
            #expect(told.body["version"].text?.isEmpty == false)
            #expect(told.body["files"].items.count == 3)
            let months = told.body["associations"].items.first { $0["id"].text == "shizuoka" }?["months"].items ?? []
            #expect(!months.isEmpty)
            let path = "/api/v1/associations/shizuoka/rota/2026-12"
            #expect(try await client.get(path + ".html", as: .admin).status == 200)
            #expect(try await client.get(path + "?stage=draft", as: .admin).status == 403)
            #expect(try await client.get(path, as: .fire).status == 403)
        }
    }
}

@Suite("What a key is to be")
struct KeyRequestTests {
    private static let registers = Registers(numberLength: .eight, books: [], hospitals: [])

    @Test(
        "The role decides for whom a key speaks, and every fault is named at once",
        arguments: [
            (#"{}"#, ["role"]), (#"{"role":"cat"}"#, ["role"]), (#"{"role":"fire","physician":"P1"}"#, ["physician"]),
            (#"{"role":"hospital","association":"a","physician":"b"}"#, ["association", "hospital", "physician"]),
            (#"{"role":"association","association":"nowhere"}"#, ["association"]),
        ])
    func faults(_ json: String, _ fields: [String]) throws {
        var reader = ObjectReader(try #require(JSONValue(Array(json.utf8))))
        let wanted = KeyRequest.read(&reader, Self.registers)
        #expect(reader.finished().map(\.field).sorted() == fields)
        #expect(wanted == nil || !reader.faults.isEmpty)
    }

    @Test("Fire and admin speak for the installation", arguments: [Role.fire, .admin])
    func installation(_ role: Role) throws {
        var reader = ObjectReader(.object(["role": .string(role.rawValue)]))
        #expect(KeyRequest.read(&reader, Self.registers) == KeyRequest(role: role, scope: .installation))
        #expect(reader.finished() == [])
    }
}
