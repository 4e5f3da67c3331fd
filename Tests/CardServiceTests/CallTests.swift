import EmergencyCards
import Foundation
import Testing

@Suite("A call over the socket")
struct CallTests {
    @Test("A second dispatcher joins the open call, and a repeated request changes nothing")
    func joining() async throws {
        try await withService { client in
            let opened = try await client.open(ownGreen, headers: ["Operator": "A", "Idempotency-Key": "k1"])
            #expect(opened.status == 201)
            #expect(opened.headers["location"] == "/api/v1/calls/\(opened.call)")
            let again = try await client.open(ownGreen, headers: ["Operator": "A", "Idempotency-Key": "k1"])
            #expect(again.call == opened.call && again.acts == ["opened"])
            let joined = try await client.open(ownGreen, headers: ["Operator": "B"])
            #expect(joined.status == 200 && joined.call == opened.call)
            #expect(joined.acts == ["opened", "joined"])
            #expect(joined.body["people"].items.compactMap { $0["person"].text } == ["A", "B"])
            let lookUp = try await client.get("/api/v1/lookup/\(ownGreen)")
            #expect(lookUp.body["openCall"]["id"].text == opened.call)
        }
    }

    @Test("Of two dispatchers who open and try at once no attempt is lost and there is one call")
    func atOnce() async throws {
        try await withService { client in
            let outcomes = (0..<24).map { $0.isMultiple(of: 2) ? Attempt.Outcome.noAnswer : .busy }
            let calls = try await withThrowingTaskGroup(of: String.self) { tasks in
                for index in outcomes.indices {
                    tasks.addTask {
                        let headers = ["Operator": "\(index % 2)", "Idempotency-Key": "a\(index)"]
                        let call = try await client.open(ownGreen, headers: ["Operator": "\(index % 2)"]).call
                        let attempt = try await client.attempt(
                            call, "attending:P001", outcomes[index], headers: headers)
                        #expect(attempt.status == 200)
                        let repeated = try await client.attempt(
                            call, "attending:P001", outcomes[index], headers: headers)
                        #expect(repeated.status == 200)
                        return call
                    }
                }
                return try await tasks.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(calls.count == 1)
            let call = try await client.get("/api/v1/calls/\(calls.first ?? "")")
            #expect(call.acts.filter { $0 == "attempted" }.count == outcomes.count)
            #expect(call.acts.filter { $0 == "opened" }.count == 1)
            #expect(call.acts.filter { $0 == "joined" }.count == 1)
        }
    }

    @Test("At 08:30 the plan changes: an attempt begun before stands, one on a step that is gone gets the new plan")
    func boundary() async throws {
        try await withService { client in
            client.clock.move(to: "2026-11-25T08:20:00+09:00")
            let opened = try await client.open(otherGreen)
            let duty = try #require(opened.step(.dutyPhysician)?["id"].text)
            client.clock.move(to: "2026-11-25T08:31:00+09:00")
            let gone = try await client.attempt(opened.call, duty, .noAnswer)
            #expect(gone.status == 409 && gone.slug == "plan-changed")
            let plan = gone.body["call"]["plan"].items.compactMap { $0["id"].text }
            #expect(!plan.contains(duty) && plan.last == "ordinaryDispatch")
            let changes = gone.body["call"]["changes"].items
            #expect(changes.compactMap { $0["at"].text } == ["2026-11-25T08:30:00+09:00"])
            #expect(changes.first?["sentence"].text?.hasPrefix("08:30 計画から外れました") == true)
            let begun = try await client.attempt(
                opened.call, duty, .accepted, ["startedAt": "2026-11-25T08:29:30+09:00"])
            #expect(begun.status == 200)
            #expect(begun.body["acceptances"].items.first?["stepId"].text == duty)
            #expect(try await client.attempt(opened.call, "duty:9:P999", .busy).slug == "unknown-step")
        }
    }

    @Test("A physician who is out on one call is engaged in another, whose second call lights first")
    func engaged() async throws {
        try await withService { client in
            let first = try await client.open(ownGreen)
            let duty = try #require(try await client.skip(first.call, to: .dutyPhysician).next)
            #expect(try await client.attempt(first.call, duty, .accepted).next == nil)
            let second = try await client.open(otherGreen)
            #expect(second.step(duty)?["status"].text == "engaged")
            let lit = try #require(try await client.skip(second.call, to: .dutyPhysician).next)
            #expect(second.step(lit)?["callOrder"] == .number(2))
            #expect(try await client.get("/api/v1/lookup/\(otherGreen)").step(duty)?["status"].text == "engaged")
            #expect(try await client.get("/api/v1/lookup/\(ownGreen)").step(duty)?["status"].text == "callable")
        }
    }

    @Test("Ten minutes past an arrival with nobody there, the next step lights again")
    func overdue() async throws {
        try await withService { client in
            let opened = try await client.open(ownGreen)
            let accepted = try await client.attempt(
                opened.call, "attending:P001", .accepted, ["eta": "2026-11-24T22:20:00+09:00"])
            #expect(accepted.next == nil && accepted.sentence.contains("到着予定 22:20"))
            client.clock.move(to: "2026-11-24T22:29:59+09:00")
            #expect(try await client.get("/api/v1/calls/\(opened.call)").next == nil)
            client.clock.move(to: "2026-11-24T22:30:00+09:00")
            let late = try await client.get("/api/v1/calls/\(opened.call)")
            #expect(late.next == "nurse")
            #expect(late.body["acceptances"].items.first?["overdue"] == .flag(true))
            let arrived = try await client.attempt(opened.call, "attending:P001", .arrived)
            #expect(arrived.next == nil && arrived.sentence.contains("到着しました"))
        }
    }

    @Test("Where transport is wanted the plan is ordinary dispatch alone, and the card is flagged")
    func transport() async throws {
        try await withService { client in
            let opened = try await client.open(ownGreen)
            client.clock.move(to: "2026-11-24T22:01:00+09:00")
            let ended = try await client.attempt(opened.call, "attending:P001", .transportRequested)
            #expect(ended.body["plan"].items.compactMap { $0["id"].text } == ["ordinaryDispatch"])
            #expect(ended.body["lit"].items.isEmpty && ended.sentence.contains("通常の119番"))
            let lookUp = try await client.get("/api/v1/lookup/\(ownGreen)")
            #expect(lookUp.body["flags"].items.compactMap { $0["kind"].text } == ["transportRequested"])
            #expect(lookUp.sentence.contains("搬送の希望がありました"))
        }
    }

    @Test("A closed call can be reopened for a day")
    func reopening() async throws {
        try await withService { client in
            let call = try await client.open(ownGreen).call
            let path = "/api/v1/calls/\(call)"
            #expect(try await client.post("\(path)/handover", as: .fire).body["state"].text == "handedOver")
            let closed = try await client.post("\(path)/close", ["outcome": "deathCertified", "note": "済み"], as: .fire)
            #expect(closed.body["closed"]["outcome"].text == "deathCertified")
            #expect(try await client.get("/api/v1/lookup/\(ownGreen)").body["openCall"] == .null)
            #expect(try await client.get("/api/v1/lookup/\(ownGreen)").sentence.contains("死亡を確認"))
            #expect(try await client.attempt(call, "attending:P001", .busy).slug == "wrong-call-state")
            client.clock.move(to: "2026-11-25T22:00:00+09:00")
            let reopened = try await client.post("\(path)/reopen", ["reason": "誤り"], as: .fire)
            #expect(reopened.status == 200 && reopened.body["state"].text == "open")
            #expect(try await client.get("/api/v1/lookup/\(ownGreen)").body["flags"].items.isEmpty)
            _ = try await client.post("\(path)/close", ["outcome": "cancelled"], as: .fire)
            client.clock.move(to: "2026-11-26T22:00:01+09:00")
            #expect(try await client.post("\(path)/reopen", ["reason": "誤り"], as: .fire).slug == "wrong-call-state")
        }
    }

    @Test("A rehearsal and a real call about one card know nothing of each other, and no number of it can be dialled")
    func rehearsal() async throws {
        try await withService { client in
            let real = try await client.open(trainingCard)
            let played = try await client.open(trainingCard, rehearsal: true)
            #expect(played.status == 201 && played.call != real.call)
            #expect(played.sentence.hasPrefix("【訓練】") && !real.sentence.contains("訓練"))
            let numbers = real.body["plan"].items.flatMap { $0["telephones"].items }.compactMap { $0["number"].text }
            #expect(!numbers.isEmpty)
            for number in numbers { #expect(!played.body.written.contains(number)) }
            let attempt = try await client.attempt(played.call, played.next ?? "", .accepted)
            #expect(try await client.get("/api/v1/calls/\(real.call)").acts == ["opened"])
            for number in numbers { #expect(!attempt.body.written.contains(number)) }
            #expect(try await client.open(ownGreen, rehearsal: true).slug == "not-a-training-card")
            client.clock.move(to: "2026-11-24T23:00:00+09:00")
            let over = try await client.get("/api/v1/calls/\(played.call)")
            #expect(over.body["closed"]["outcome"].text == "rehearsalOver")
            #expect(try await client.open(trainingCard, rehearsal: true).status == 201)
            let listed = try await client.get("/api/v1/calls")
            #expect(listed.body["calls"].items.compactMap { $0["id"].text } == [real.call])
        }
    }

    @Test(
        "Numbers that lead to nobody open nothing",
        arguments: [("9999-9920", "unknown-card"), ("1234", "malformed-number")])
    func numbers(number: String, slug: String) async throws {
        try await withService { client in
            let refused = try await client.open(number)
            #expect(refused.slug == slug)
            let listed = try await client.get("/api/v1/calls")
            #expect(listed.body["calls"].items.isEmpty)
        }
    }

    @Test("A card that was withdrawn opens nothing; withdrawn during its call it leaves ordinary dispatch alone")
    func withdrawn() async throws {
        try await withService { client in
            let call = try await client.open(ownGreen).call
            #expect(try await client.post("/api/v1/cards/\(ownGreen)/withdraw").status == 200)
            let plan = try await client.get("/api/v1/calls/\(call)").body["plan"].items
            #expect(plan.compactMap { $0["id"].text } == ["ordinaryDispatch"])
            _ = try await client.post("/api/v1/calls/\(call)/close", ["outcome": "cancelled"], as: .fire)
            #expect(try await client.open(ownGreen).slug == "not-in-force")
        }
    }
}
