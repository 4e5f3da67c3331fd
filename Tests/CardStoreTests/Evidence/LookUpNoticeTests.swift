import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("Who is told of look-ups afterwards")
struct LookUpNoticeTests {
    private static let card = CardNumber(issued: 10_407_519)

    /// A store with a card whose attending physician has an address, and its number.
    private static func prepared() async throws -> (StoreFixture, CardNumber) {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let number = try await fixture.issue().number
        let physician = try #require(try fixture.store.registers().physicians["P001"])
        let reached = Physician(
            id: "P001", association: "shizuoka", name: physician.name, kana: physician.kana,
            organisation: physician.organisation, email: "p001@example.jp", areas: physician.areas,
            telephones: physician.telephones)
        _ = try await fixture.store.change(by: "K7", at: StoreFixture.now) { _, _ in
            RegisterDecision(entries: [.physician(reached, from: StoreFixture.now)])
        }
        return (fixture, number)
    }

    private static func lookUp(_ number: CardNumber, role: String = "fire", key: String = "K1", minute: Int)
        -> AuditRecord
    {
        AuditRecord(
            at: StoreFixture.minute(minute), action: .lookup,
            actor: AuditRecord.Actor(key: key, role: role, person: nil, address: nil)
        ) { json in
            json.member("outcome", "found")
            json.member("card", number.text)
            json.member("state", "active")
        }
    }

    private static func sent(_ fixture: StoreFixture) throws -> [String] {
        try fixture.store.nightFile().readers.read {
            try String.fetchAll($0, sql: "SELECT kind || ' ' || recipient || ' ' || text FROM delivery ORDER BY id")
        }
    }

    @Test(
        "The attending physician is told once of a card and night, half an hour later, however often it was looked up")
    func once() async throws {
        let (fixture, number) = try await Self.prepared()
        let log = try AuditLog(fixture.files) { _ in }
        for minute in [0, 3, 29] { await log.append(Self.lookUp(number, minute: minute)) }
        let gatherer = try Gatherer(fixture.store, fixture.files)
        _ = try await gatherer.step(at: StoreFixture.minute(29))
        #expect(try await gatherer.settleLookUps(at: StoreFixture.minute(29)) == 0)
        #expect(try await gatherer.settleLookUps(at: StoreFixture.minute(31)) == 1)
        await log.append(Self.lookUp(number, minute: 200))
        _ = try await gatherer.step(at: StoreFixture.minute(240))
        try await gatherer.settleLookUps(at: StoreFixture.minute(240))
        #expect(
            try Self.sent(fixture) == [
                "cardLookedUp physician:P001 カード \(number.text) が11月24日22:00に消防で照会されました（計3回）。対応の記録（事案）は開かれていません。"
            ])
    }

    @Test("Where a call about the card was opened that night, its closing tells more: nobody is told of the look-up")
    func withCall() async throws {
        let (fixture, number) = try await Self.prepared()
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(Self.lookUp(number, minute: 0))
        let subject = Call.Subject(
            card: number, association: "shizuoka", colour: .green, attending: "P001", deputy: nil, isRehearsal: false)
        try await fixture.call(about: subject, at: StoreFixture.minute(5), ends: true)
        let gatherer = try Gatherer(fixture.store, fixture.files)
        _ = try await gatherer.step(at: StoreFixture.minute(60))
        #expect(try await gatherer.settleLookUps(at: StoreFixture.minute(60)) == 1)
        #expect(try Self.sent(fixture) == [])
    }

    @Test(
        "Nobody is told that no call was opened where one was: after nine out of a look-up before, or one that is open still",
        arguments: [(655, 661, true), (661, 655, false)])
    func aroundNine(_ lookedUp: Int, _ opened: Int, _ ends: Bool) async throws {
        let (fixture, number) = try await Self.prepared()
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(Self.lookUp(number, minute: lookedUp))
        let subject = Call.Subject(
            card: number, association: "shizuoka", colour: .green, attending: "P001", deputy: nil, isRehearsal: false)
        try await fixture.call(about: subject, at: StoreFixture.minute(opened), ends: ends)
        let gatherer = try Gatherer(fixture.store, fixture.files)
        _ = try await gatherer.step(at: StoreFixture.minute(700))
        #expect(try await gatherer.settleLookUps(at: StoreFixture.minute(700)) == 1)
        #expect(try Self.sent(fixture) == [])
    }

    @Test("A hospital that opens a card by its number is told of at once, and by its name")
    func hospital() async throws {
        let (fixture, number) = try await Self.prepared()
        let key = try fixture.store.addKey(role: .hospital, scope: .hospital("H01"), at: StoreFixture.now).holder.id
        let log = try AuditLog(fixture.files) { _ in }
        for minute in [0, 1] {
            await log.append(Self.lookUp(number, role: "hospital", key: key, minute: minute))
        }
        let gatherer = try Gatherer(fixture.store, fixture.files)
        _ = try await gatherer.step(at: StoreFixture.minute(2))
        let name = try #require(try fixture.store.registers().hospitals["H01"]).name
        #expect(
            try Self.sent(fixture) == [
                "hospitalOpenedCard physician:P001 カード \(number.text) を11月24日22:00に\(name)が番号で照会しました。"
            ])
        #expect(try await gatherer.settleLookUps(at: StoreFixture.minute(90)) == 0)
    }

    @Test("An old record is counted and told to nobody")
    func old() async throws {
        let (fixture, number) = try await Self.prepared()
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(Self.lookUp(number, minute: 0))
        let gatherer = try Gatherer(fixture.store, fixture.files)
        let later = StoreFixture.minute(3 * 1440)
        _ = try await gatherer.step(at: later)
        try await gatherer.settleLookUps(at: later)
        #expect(try Self.sent(fixture) == [])
        #expect(try fixture.counts() == ["2026-11|shizuoka|lookUp|active": 1])
    }

    @Test("At nine in the morning, once, whoever had a call that night is told; a rehearsal is none")
    func morning() async throws {
        let (fixture, number) = try await Self.prepared()
        _ = try AuditLog(fixture.files) { _ in }
        for isRehearsal in [false, true] {
            let subject = Call.Subject(
                card: number, association: "shizuoka", colour: .green, attending: "P001", deputy: nil,
                isRehearsal: isRehearsal)
            try await fixture.call(about: subject, at: StoreFixture.minute(5), ends: true)
        }
        let nine = StoreFixture.at("2026-11-25T09:00:00+09:00")
        let gatherer = try Gatherer(fixture.store, fixture.files)
        #expect(try await gatherer.summarizeMorning(at: nine.adding(milliseconds: -1)) == 0)
        #expect(try await gatherer.summarizeMorning(at: nine) == 2)
        #expect(try await gatherer.summarizeMorning(at: nine.adding(milliseconds: 60_000)) == 0)
        #expect(
            try Self.sent(fixture) == [
                "morningSummary physician:P001 昨夜、担当の患者さんについて事案が1件ありました。"
                    + "カード \(number.text)（11月24日22:05）: カードの終了。朝の一覧で確認してください。"
            ])
    }
}
