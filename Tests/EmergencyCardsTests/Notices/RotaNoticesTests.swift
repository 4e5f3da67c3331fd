import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What is told of the rota")
struct RotaNoticesTests {
    /// The scene's book, with who holds its one place.
    private static func book(first: [PhysicianID], second: [PhysicianID] = ["C"]) throws -> RotaBook {
        var scene = Scene()
        scene.holders = PerCall(first: first, second: second)
        return try #require(scene.registers.books["shizuoka"])
    }

    /// Publishing what a book has of November anew.
    private static func publication(of book: RotaBook) throws -> RotaDecision {
        let sheet = try #require(book.months.values.first)
        var decision = RotaDecision()
        decision.publication = RotaDecision.Publication(sheet: sheet, acknowledged: [])
        return decision
    }

    private static func told(at text: String, from before: RotaBook, to after: RotaBook) throws -> [Notice] {
        RotaNotices.changed(
            by: try publication(of: after), from: before, to: after, at: Scene.at(text))
    }

    @Test("Everybody on duty the day after is told once, also after a restart, and not once it has begun")
    func tomorrow() throws {
        let book = try Self.book(first: ["A"])
        let at17 = RotaNotices.tomorrow(book, at: Scene.at("2026-11-23T17:00:00+09:00"))
        #expect(at17.map(\.recipient) == [.physician("A"), .physician("C")])
        #expect(at17.map(\.event) == ["shift:A:2026-11-24", "shift:C:2026-11-24"])
        #expect(at17.first?.text == "あなたの当番です。11/24（火）東部 平日夜間 17:30〜翌8:30 第一。都合がつかないときは医師会へ連絡してください。")
        #expect(at17.allSatisfy { $0.usefulUntil <= Scene.at("2026-11-24T17:30:00+09:00") })
        let later = RotaNotices.tomorrow(book, at: Scene.at("2026-11-23T21:00:00+09:00"))
        #expect(later.map(\.event) == at17.map(\.event))
        #expect(RotaNotices.tomorrow(book, at: Scene.at("2026-11-24T17:00:00+09:00")).isEmpty)
    }

    @Test("Publishing anew tells who got hours and who lost them, and nobody else")
    func changed() throws {
        let notices = try Self.told(
            at: "2026-11-20T10:00:00+09:00", from: try Self.book(first: ["A"]), to: try Self.book(first: ["B"]))
        #expect(notices.map(\.recipient) == [.physician("A"), .physician("B")])
        #expect(notices.map(\.kind) == [.shiftChanged, .shiftChanged])
        #expect(notices[0].text.contains("取消") && notices[1].text.contains("追加"))
    }

    @Test(
        "Association and fire are told of what changes within 24 hours, and only of that",
        arguments: [
            ("2026-11-23T17:30:00+09:00", false), ("2026-11-23T17:30:01+09:00", true),
            ("2026-11-25T08:29:59+09:00", true),
        ])
    func urgent(_ now: String, _ isUrgent: Bool) throws {
        let notices = try Self.told(at: now, from: try Self.book(first: ["A"]), to: try Self.book(first: ["B"]))
        let offices: [NoticeRecipient] = isUrgent ? [.association("shizuoka"), .fire] : []
        #expect(notices.filter { $0.kind == .urgentChange }.map(\.recipient) == offices)
    }

    @Test("Who gives away hours in the middle of a shift is told, and keeps what lies before and after")
    func middle() throws {
        let book = try Self.book(first: ["A"])
        let override = Override(
            id: "O1", place: try #require(book.months.values.first?.places.first).key, order: .first,
            seat: .published("A"), replaces: "A", start: Scene.at("2026-11-24T20:00:00+09:00"),
            end: Scene.at("2026-11-24T22:00:00+09:00"), physician: "B", reason: "学会",
            madeAt: Scene.at("2026-11-20T10:00:00+09:00"), madeBy: "K1")
        let after = RotaBook(
            association: book.association, calendar: book.calendar, slots: book.slots,
            months: Array(book.months.values), physicians: Array(book.physicians.values), overrides: [override])
        var decision = RotaDecision()
        decision.overrides = [override]
        let notices = RotaNotices.changed(
            by: decision, from: book, to: after, at: Scene.at("2026-11-20T10:00:00+09:00"))
        #expect(
            notices.map(\.text) == [
                "あなたの当番が変わりました。取消 11/24（火）東部 平日夜間 17:30〜翌8:30 第一、"
                    + "追加 11/24（火）東部 平日夜間 17:30〜20:00 第一、追加 11/24（火）東部 平日夜間 22:00〜翌8:30 第一。",
                "あなたの当番が変わりました。追加 11/24（火）東部 平日夜間 20:00〜22:00 第一。",
            ])
        let tomorrow = RotaNotices.tomorrow(after, at: Scene.at("2026-11-23T17:00:00+09:00"))
        #expect(tomorrow.first?.text.contains("17:30〜20:00") == true && tomorrow.count == 3)
    }

    @Test("Hours that are over, an unchanged sheet, and a month's first sheet are no change")
    func unchanged() throws {
        let (one, other) = (try Self.book(first: ["A"]), try Self.book(first: ["B"]))
        #expect(try Self.told(at: "2026-11-25T08:30:00+09:00", from: one, to: other).isEmpty)
        #expect(try Self.told(at: "2026-11-24T12:00:00+09:00", from: one, to: one).isEmpty)
        var scene = Scene()
        scene.isPublished = false
        let empty = try #require(scene.registers.books["shizuoka"])
        #expect(try Self.told(at: "2026-11-24T12:00:00+09:00", from: empty, to: one).isEmpty)
    }

    @Test("An association is told of its gaps, and of what is not published, once a day each")
    func ahead() throws {
        let association = try Self.book(first: []).association
        let times = ["2026-11-24T09:00:00+09:00", "2026-11-24T15:00:00+09:00", "2026-11-25T09:00:00+09:00"]
            .map(Scene.at)
        let first = Scene.day("2026-11-28")
        let gaps = times.map { RotaNotices.gaps(3, first: first, in: association, at: $0).event }
        let months = times.map { RotaNotices.unpublished(from: first, in: association, at: $0).event }
        #expect(gaps[0] == gaps[1] && gaps[1] != gaps[2])
        #expect(months[0] == months[1] && months[1] != months[2])
        #expect(Set(gaps).isDisjoint(with: months))
    }
}
