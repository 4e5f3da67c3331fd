import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What is told to whom, where, how long")
struct NoticeTests {
    @Test(
        "A recipient's text form reads back",
        arguments: ["physician:P001", "hospital:H01", "association:shizuoka", "fire"])
    func text(_ text: String) {
        #expect(NoticeRecipient(text)?.text == text)
    }

    @Test("Anything else is no recipient", arguments: ["", "physician", "fire:x", "patient:1", "physician:"])
    func noRecipient(_ text: String) {
        #expect(NoticeRecipient(text) == nil)
    }

    @Test("Nobody can choose not to be told of what a patient, or tonight's duty, hangs on")
    func muting() {
        for kind in [Notice.Kind.physicianUnavailable, .gapAhead, .urgentChange, .patientComing, .transportRequested] {
            #expect(!kind.canBeMuted)
        }
    }

    private static func read(_ text: String) -> (choice: NoticeChoice?, faults: [String]) {
        var reader = ObjectReader(JSONValue(Array(text.utf8)) ?? .null)
        let choice = NoticeChoice.read(&reader)
        return (choice, reader.finished().map(\.field))
    }

    @Test("A choice reads back as it is written")
    func choice() throws {
        let text =
            #"{"addresses":[{"channel":"email","target":"a@example.jp"},{"channel":"sms","target":"090-0000-0001"}],"muted":["callClosed"]}"#
        let (choice, faults) = Self.read(text)
        #expect(faults.isEmpty)
        var json = JSONWriter()
        json.object { choice?.write(to: &$0) }
        #expect(Self.read(String(decoding: json.bytes, as: UTF8.self)).choice == choice)
        #expect(choice?.addresses.count == 2)
    }

    @Test(
        "Every fault of a choice is named",
        arguments: [
            (#"{"addresses":[{"channel":"email","target":"nobody"}]}"#, ["addresses[0].target"]),
            (#"{"addresses":[{"channel":"sms","target":"119"}]}"#, ["addresses[0].target"]),
            (#"{"addresses":[{"channel":"log","target":"x@example.jp"}]}"#, ["addresses[0].channel"]),
            (#"{"muted":["patientComing"]}"#, ["muted[0]"]),
            (#"{"muted":["nothing"],"mute":[]}"#, ["muted[0]", "mute"]),
            (
                #"{"addresses":[{"channel":"email","target":"a@example.jp"},{"channel":"email","target":"a@example.jp"}]}"#,
                ["addresses"]
            ),
        ])
    func faults(_ text: String, _ fields: [String]) {
        #expect(Self.read(text).faults == fields)
    }

    private static func notice(_ kind: Notice.Kind, _ recipient: NoticeRecipient, isRehearsal: Bool = false) -> Notice {
        Notice(kind, event: "e", to: recipient, NoticeWords.trial, at: Scene.night, isRehearsal: isRehearsal)
    }

    @Test("A rehearsal goes to the log alone and is marked, whatever was chosen")
    func rehearsal() {
        let notice = Self.notice(.callClosed, .physician("G"), isRehearsal: true)
        #expect(Scene().registers.addresses(for: notice) == [NoticeAddress(channel: .log, target: "")])
        #expect(notice.subject.hasPrefix("【訓練】") && notice.text.hasPrefix("【訓練】"))
    }

    @Test("Muted is what may be muted; what may not goes to every address that was chosen")
    func chosen() {
        let address = NoticeAddress(channel: .sms, target: "09000000001")
        let choice = NoticeChoice(addresses: [address], muted: [.callClosed, .patientComing])
        let registers = Scene().registers.choosing(choice, for: .physician("G"))
        #expect(registers.addresses(for: Self.notice(.callClosed, .physician("G"))).isEmpty)
        #expect(registers.addresses(for: Self.notice(.patientComing, .physician("G"))) == [address])
    }

    @Test("Of somebody who is on no register nobody is told anything, and offices without a choice are named")
    func unknown() {
        let address = NoticeAddress(channel: .sms, target: "09000000001")
        let registers = Scene().registers.choosing(NoticeChoice(addresses: [address]), for: .physician("gone"))
        #expect(registers.addresses(of: .physician("gone")).isEmpty)
        #expect(registers.unreachableOffices == [.association("shizuoka"), .fire])
    }
}
