import EmergencyCards
import Foundation
import Testing

@Suite("A call on the dispatcher's screen", .serialized)
struct CallScreenTests {
    @Test("A call opens from its card; each outcome is one button with its key, and the next step lights")
    func night() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1040-7519")
            let page = try await desk.get("/fire/calls/\(id)").text
            for (key, outcome) in [("1", "answered"), ("2", "noAnswer"), ("9", "accepted")] {
                #expect(page.contains("name=\"outcome\" value=\"\(outcome)\" data-key=\"\(key)\""))
            }
            #expect(page.contains("次はかかりつけ医の大石　典子に電話してください。"))
            let sent = try await desk.post(
                "/fire/calls/\(id)/attempts", ["step": "attending:P039", "outcome": "noAnswer"])
            #expect(sent.status == 303)
            #expect(sent.headers["location"] == "/fire/calls/\(id)?done=logged")
            let after = try await desk.get("/fire/calls/\(id)").text
            #expect(after.contains("大石　典子：応答なし"))
            #expect(after.contains("name=\"step\" value=\"nurse\""))
        }
    }

    @Test("A button that is pressed twice enters one attempt")
    func once() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1040-7519")
            let fields = ["step": "attending:P039", "outcome": "busy", "once": "a"]
            for _ in 0..<2 { _ = try await desk.post("/fire/calls/\(id)/attempts", fields) }
            #expect(try await client.get("/api/v1/calls/\(id)").acts == ["opened", "attempted"])
        }
    }

    @Test("Whoever accepts is due when they said; a time that cannot be read is asked for again")
    func arrival() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1040-7519")
            let fields = ["step": "attending:P039", "outcome": "accepted", "arrival": "20"]
            _ = try await desk.post("/fire/calls/\(id)/attempts", fields)
            let page = try await desk.get("/fire/calls/\(id)").text
            #expect(page.contains("大石　典子が向かっています（到着予定 22:20）。"))
            #expect(page.contains("口頭で伝えるアドレスとコード"))
            let wrong = try await desk.post(
                "/fire/calls/\(id)/attempts", ["step": "attending:P039", "outcome": "accepted", "arrival": "すぐ"])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("「すぐ」は到着予定として読めません。"))
        }
    }

    @Test("Where duty has changed meanwhile nothing is entered, and the new plan is shown with what changed")
    func planChanged() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1040-7519")
            let step = try await client.get("/api/v1/calls/\(id)").step(.dutyPhysician)?["id"].text ?? ""
            client.clock.move(to: "2026-11-25T08:31:00+09:00")
            let sent = try await desk.post(
                "/fire/calls/\(id)/attempts", ["step": step, "outcome": "accepted", "part": "1"])
            #expect(sent.status == 409)
            #expect(sent.text.contains("計画から外れました"))
            #expect(!sent.text.contains("<html"), "a script asked for the part alone")
            #expect(sent.text.contains("当番の時間外"))
            #expect(try await client.get("/api/v1/calls/\(id)").body["acceptances"].items.isEmpty)
        }
    }

    @Test("A rehearsal says so over everything, and no number on its page can be dialled")
    func rehearsal() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open(trainingCard, rehearsal: true)
            let page = try await desk.get("/fire/calls/\(id)").text
            #expect(page.contains("class=\"drill\""))
            #expect(page.contains("訓練です。"))
            #expect(!page.contains("href=\"tel:"))
            let list = try await desk.get("/fire/calls").text
            #expect(list.contains("class=\"rehearsal\""))
        }
    }

    @Test("Handed over, closed, opened again: each says so, and the list of the room follows")
    func endings() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1040-7519")
            #expect(try await desk.get("/fire/calls").text.contains("/fire/calls/\(id)"))
            _ = try await desk.post("/fire/calls/\(id)/handover", ["note": "隊に引き継ぎ"])
            #expect(try await desk.get("/fire/calls/\(id)").text.contains("引き継ぎ済み"))
            let unsaid = try await desk.post("/fire/calls/\(id)/close", [:])
            #expect(unsaid.status == 422)
            _ = try await desk.post("/fire/calls/\(id)/close", ["outcome": "caredForAtHome"])
            let closed = try await desk.get("/fire/calls/\(id)").text
            #expect(closed.contains("この事案は終了しています（医師が訪問し在宅で継続）。"))
            #expect(!closed.contains("data-key=\"2\""))
            let list = try await desk.get("/fire/calls").text
            #expect(list.contains("対応中の事案はありません。") && list.contains("見る・再開"))
            _ = try await desk.post("/fire/calls/\(id)/reopen", ["reason": "押し間違い"])
            #expect(try await desk.get("/fire/calls/\(id)").text.contains("data-key=\"1\""))
        }
    }

    @Test("The part that lives is the call alone; the stream is the API's")
    func part() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1040-7519")
            let part = try await desk.get("/fire/calls/\(id)?part=1")
            #expect(part.text.contains("class=\"part\""))
            #expect(!part.text.contains("<html") && !part.text.contains("サノ"))
            #expect(try await desk.get("/fire/calls/nobody").status == 404)
            #expect(try await desk.get("/fire/calls/nobody/events").status == 404)
        }
    }

    @Test("A yellow call has codes for crew and hospital to be spoken, and says whether the hospital has read it")
    func yellow() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1810-2529")
            let page = try await desk.get("/fire/calls/\(id)").text
            for wanted in ["救急隊に", "病院に", "まだ読まれていません。", "搬送先", "救急車は通常の基準で出動します。"] {
                #expect(page.contains(wanted), "\(wanted)")
            }
            let hospital = try await desk.get("/fire/calls/\(id)?step=hospital:H05").text
            #expect(hospital.contains("受け入れ不可"))
        }
    }

    @Test("What is read aloud to a physician has a page of its own")
    func packet() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let id = try await desk.open("1040-7519")
            let page = try await desk.get("/fire/calls/\(id)/packet").text
            #expect(page.contains("フェンタニル"))
            #expect(page.contains("<blockquote>"))
        }
    }

    @Test("Somebody on duty who can't come is passed over from the same second, and can be put back")
    func unavailable() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let duty = try await client.get("/api/v1/duty?association=shizuoka&area=suruga")
            let physician = duty.body["physicians"].items[0]["id"].text ?? ""
            let fields = [
                "association": "shizuoka", "area": "suruga", "physician": physician, "back": "card",
                "backID": "1040-7519",
            ]
            let unsaid = try await desk.post("/fire/unavailable", fields)
            #expect(unsaid.status == 422)
            let sent = try await desk.post("/fire/unavailable", fields.merging(["reason": "急病"]) { $1 })
            #expect(sent.headers["location"] == "/fire/cards/1040-7519?done=unavailable")
            #expect(try await desk.get("/fire/cards/1040-7519").text.contains("不在・出られない"))
            let page = try await desk.get("/fire/duty").text
            let lift = try #require(page.firstMatch(of: #/action="(/fire/unavailable/[^"]+)"/#)?.1)
            _ = try await desk.post(String(lift), ["association": "shizuoka"])
            #expect(try await !desk.get("/fire/cards/1040-7519").text.contains("不在・出られない"))
        }
    }

    @Test("A hospital that takes nobody leaves the plan, and comes back")
    func full() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let place = ["hospital": "H05", "back": "card", "backID": "1810-2529"]
            _ = try await desk.post("/fire/full", place.merging(["hours": "4", "reason": "満床"]) { $1 })
            #expect(try await desk.get("/fire/cards/1810-2529").text.contains("受け入れ停止中"))
            _ = try await desk.post("/fire/full/lift", place)
            #expect(try await !desk.get("/fire/cards/1810-2529").text.contains("受け入れ停止中"))
        }
    }
}
