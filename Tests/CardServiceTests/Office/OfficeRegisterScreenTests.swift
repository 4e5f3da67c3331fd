import EmergencyCards
import Testing

@testable import CardService

@Suite("The office's registers, changed on their screens")
struct OfficeRegisterScreenTests {
    private static let registers = "/office/registers"
    private static let physician = registers + "/physicians/P001"

    @Test("A physician is entered: what is wrong is said beside the field, and what was typed is kept")
    func entered() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let path = Self.registers + "/physicians/new"
            let typed = [
                "name": "新　医師", "kana": "漢字", "organisation": "新診療所", "areas.aoi": "on", "telephones[1].label": "携帯",
                "telephones[1].number": "0", "telephones[1].hours.dayTypes": "weekday",
            ]
            let refused = try await desk.post(path, typed)
            #expect(refused.status == 422)
            for text in [
                "value=\"新　医師\"", "value=\"漢字\"", "name=\"areas.aoi\" value=\"on\" checked", "id=\"f-kana-fault\"",
                "id=\"f-telephones-0--number-fault\"", "id=\"f-telephones-0--hours-from-fault\"",
            ] { #expect(refused.text.contains(text), "\(text)") }
            let right = typed.merging([
                "kana": "シン　イシ", "telephones[1].number": "09000000001", "telephones[1].hours.from": "18:00",
                "telephones[1].hours.to": "翌08:00",
            ]) { $1 }
            #expect(try await desk.post(path, right).status == 303)
            let all = try await client.get("/api/v1/associations/shizuoka/physicians", as: .association)
            let entered = try #require(all.body["physicians"].items.first { $0["name"].text == "新　医師" })
            #expect(entered["areas"] == ["aoi"])
            #expect(entered["telephones"].items.first?["hours"]["dayTypes"] == ["weekday"])
        }
    }

    @Test("A change is a patch of what was changed alone, and stands in the history; nothing changed is no version")
    func changed() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            #expect(try await desk.change(Self.physician, [:]).status == 303)
            let same = try await desk.get(Self.physician)
            #expect(!same.text.contains("→"))
            let sent = try await desk.change(Self.physician, ["organisation": "移転先", "email": "a@example.jp"])
            #expect(sent.headers["location"] == Self.physician + "?done=saved")
            let page = try await desk.get(Self.physician)
            #expect(page.text.contains("にわたずみ在宅クリニック → 移転先"))
            let refused = try await desk.change(Self.physician, ["name": ""])
            #expect(refused.status == 422 && refused.text.contains("id=\"f-name-fault\""))
            #expect(refused.text.contains("value=\"移転先\""))
        }
    }

    @Test("What somebody else saved meanwhile is shown; what was typed is kept, and what was not touched is theirs")
    func stale() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let open = try await desk.get(Self.physician).fields(sentTo: Self.physician)
            _ = try await desk.change(Self.physician, ["organisation": "先の変更", "email": "first@example.jp"])
            let late = open.merging(["organisation": "後の変更"]) { $1 }
            let seen = try await desk.post(Self.physician, late)
            #expect(seen.status == 412)
            for text in ["別の人が変更を保存しました", "にわたずみ在宅クリニック", "先の変更", "<strong>後の変更</strong>"] {
                #expect(seen.text.contains(text), "\(text)")
            }
            let again = seen.fields(sentTo: Self.physician)
            #expect(again["organisation"] == "後の変更" && again["email"] == "first@example.jp")
            #expect(try await desk.post(Self.physician, again).status == 303)
            let after = try await client.get("/api/v1/physicians/P001", as: .association).body
            #expect(after["organisation"].text == "後の変更" && after["email"].text == "first@example.jp")
        }
    }

    @Test("A form that does not say which version it lies over is none of ours", arguments: ["tag", "was"])
    func unversioned(_ field: String) async throws {
        try await withService { client in
            let seen = try await client.signIn(.association).change(Self.physician, [field: ""])
            #expect(seen.status == 400)
        }
    }

    @Test("A physician leaves: a last day, and patients who go to somebody else")
    func departure() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let path = Self.physician + "/departure"
            let nobody = try await desk.post(Self.physician + "/hand-over", ["to": "", "reason": ""])
            #expect(
                nobody.status == 422 && nobody.text.contains("id=\"f-to-fault\"")
                    && nobody.text.contains("id=\"f-reason-fault\""))
            let handed = try await desk.post(Self.physician + "/hand-over", ["to": "P002", "reason": "閉院"])
            #expect(handed.headers["location"] == path + "?done=patientsHandedOver")
            #expect(try await desk.get(path).text.contains("担当の患者はいません"))
            #expect(try await desk.post(Self.physician + "/retire", ["lastDay": "x"]).status == 422)
            let retired = try await desk.post(Self.physician + "/retire", ["lastDay": "2026-12-31"])
            #expect(retired.status == 303)
            #expect(try await desk.get(path).text.contains("退会が登録されています"))
        }
    }

    @Test("The association: areas in rows, holidays in lines; an area that is needed does not go")
    func association() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let path = Self.registers + "/association"
            let sent = try await desk.change(
                path,
                [
                    "areas[3].id": "north", "areas[3].name": "北部", "areas[3].addresses": "静岡市葵区井川\r\n静岡市葵区梅ヶ島",
                    "ownHolidays": "12-29/01-03\r\n08-15",
                ])
            #expect(sent.status == 303)
            let after = try await client.get("/api/v1/associations/shizuoka", as: .association).body
            #expect(after["areas"].items.last?["addresses"] == ["静岡市葵区井川", "静岡市葵区梅ヶ島"])
            let wrong = try await desk.change(path, ["ownHolidays": "13-45"])
            #expect(wrong.status == 422 && wrong.text.contains("id=\"f-ownHolidays-fault\""))
            let needed = try await desk.change(
                path, ["areas[0].id": "", "areas[0].name": "", "areas[0].addresses": ""])
            #expect(needed.status == 409 && needed.text.contains("まだ使われています"))
        }
    }

    @Test("A hospital is entered, changed and ended")
    func hospital() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let path = Self.registers + "/hospitals"
            let none = try await desk.post(path + "/new", ["name": "新病院"])
            #expect(none.status == 422 && none.text.contains("id=\"f-address-fault\""))
            let entered = try await desk.post(
                path + "/new",
                [
                    "name": "新病院", "address": "静岡市葵区1", "id": "H90", "telephones[0].label": "代表",
                    "telephones[0].number": "054-000-0001",
                ])
            #expect(entered.status == 303)
            #expect(try await desk.change(path + "/H90", ["entrance": "北口"]).status == 303)
            #expect(try await client.get("/api/v1/hospitals/H90", as: .association).body["entrance"].text == "北口")
            #expect(try await desk.post(path + "/H90/retire", ["from": "2020-01-01"]).status == 422)
            #expect(try await desk.post(path + "/H90/retire").headers["location"] == path + "?done=hospitalRetired")
            #expect(try await desk.get(path + "/H90").status == 404)
        }
    }

    @Test("A slot is entered, changed from a day on, and ended; published months that it no longer matches are named")
    func slot() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let (path, fields) = (
                Self.registers + "/slots",
                [
                    "name": "昼", "dayTypes.weekday": "on", "reach": "areas", "areas.aoi": "on", "start": "09:00",
                    "end": "12:00", "first": "1", "second": "0",
                ]
            )
            let clash = try await desk.post(path + "/new", fields.merging(["end": "18:30"]) { $1 })
            #expect(clash.status == 422 && clash.text.contains("時間が重なります"))
            let wrong = try await desk.post(path + "/new", fields.merging(["first": "x"]) { $1 })
            #expect(
                wrong.status == 422 && wrong.text.contains("id=\"f-first-fault\"") && wrong.text.contains("value=\"x\"")
            )
            #expect(try await desk.post(path + "/new", fields).status == 303)
            #expect(try await desk.get(path).text.contains("公開し直してください"))
            let own = path + "/" + "昼".percentEncoded
            #expect(try await desk.change(own, ["end": "13:00"]).status == 303)
            #expect(try await desk.get(path).text.contains("09:00–13:00"))
            #expect(try await desk.post(own + "/retire", ["from": ""]).status == 422)
            #expect(try await desk.post(own + "/retire", ["from": "2026-12-01"]).status == 303)
            #expect(try await desk.get(path + "/none").status == 404)
        }
    }

    @Test("Holidays: a file that is none is refused and kept, the Cabinet Office's is taken over")
    func holidays() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let path = Self.registers + "/holidays"
            let wrong = try await desk.post(path, ["file": "日付,名前\r\n1,2\r\n"])
            #expect(wrong.status == 422 && wrong.text.contains("日付,名前"))
            let table = try await client.get("/api/v1/associations/shizuoka/holidays", as: .association)
            let rows = table.body["holidays"].items.map {
                "\(($0["day"].text ?? "").replacing("-", with: "/")),\($0["name"].text ?? "")"
            }
            let file = (["国民の祝日・休日月日,国民の祝日・休日名称"] + rows + ["2028/1/1,元日"]).joined(separator: "\r\n") + "\r\n"
            #expect(try await desk.post(path, ["file": file]).headers["location"] == path + "?done=holidays")
            #expect(try await desk.get(path).text.contains("2028"))
        }
    }

    @Test("Where notices go: chosen for the association and for a physician, faults beside their fields")
    func notices() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            for path in [Self.registers + "/notices", Self.physician + "/notices"] {
                let wrong = try await desk.post(path, ["addresses[0].channel": "email", "addresses[0].target": "x"])
                #expect(wrong.status == 422 && wrong.text.contains("id=\"f-addresses-0--target-fault\""))
                let sent = try await desk.post(
                    path,
                    [
                        "addresses[2].channel": "email", "addresses[2].target": "a@example.jp",
                        "muted.shiftTomorrow": "on",
                    ])
                #expect(sent.headers["location"] == path + "?done=saved")
                let seen = try await desk.get(path)
                #expect(
                    seen.text.contains("a@example.jp")
                        && seen.text.contains("muted.shiftTomorrow\" value=\"on\" checked"))
            }
        }
    }
}
