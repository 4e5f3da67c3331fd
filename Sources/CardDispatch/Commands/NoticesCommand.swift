public import ArgumentParser
import CardService
import CardStore
import DutyRota
public import EmergencyCards

struct NoticesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "Shows what became of notices, sends them anew, tries an address out.",
        subcommands: [List.self, Resend.self, Test.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Lists notices, the newest first: identifier, state, kind, recipient, channel, when made, tries, fault."
        )

        @OptionGroup var store: StoreOptions

        @Option(help: "Only those that are waiting, sent, dead or expired.")
        var state: DeliveryProgress.State?

        @Option(
            help: ArgumentHelp("Only those for one recipient, such as physician:P001 or fire.", valueName: "recipient"))
        var recipient: String?

        @Option(help: "At most so many.")
        var limit = 100

        @Flag(help: "A JSON object a line, with address and subject.")
        var json = false

        func run() async throws {
            guard limit > 0 else { throw ValidationError("--limit: 1以上を指定してください。") }
            var question = DeliveryQuestion()
            (question.state, question.limit) = (state, limit)
            if let recipient {
                guard let known = NoticeRecipient(recipient) else {
                    throw ValidationError("--recipient: \(NoticeChoiceWords.unknownRecipient)")
                }
                question.recipients = [known]
            }
            let files = try store.existing()
            try record(.noticeList, in: files) { $0.member("state", state?.rawValue) }
            let found = try CardStore(files).outboxes.flatMap { try $0.deliveries(question) }
            for entry in found.sorted(by: { $0.delivery.id > $1.delivery.id }).prefix(limit) {
                print(json ? entry.object : entry.line)
            }
        }
    }

    struct Resend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Has a notice sent anew that was given up, under the same identifier. The daemon sends it.")

        @OptionGroup var store: StoreOptions

        @Flag(help: "Also where it has lost its sense.")
        var anyway = false

        @Argument(help: "The notice's identifier, as notices list shows it.")
        var id: String

        func run() async throws {
            let (files, now, isAnyway) = (try store.existing(), Clock.machine.now(), anyway)
            try record(.noticeResend, in: files) { $0.member("notice", id) }
            do {
                for outbox in try CardStore(files).outboxes {
                    let sent = try await outbox.resend(id) { try $0.resending(at: now, anyway: isAnyway) }
                    if sent != nil { return printError("送り直します。") }
                }
            } catch let refusal as Refusal { throw refuse(refusal.title) }
            throw refuse(Refusal(.unknownNotice).title)
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sends a trial notice to an address, at once, and prints what came of it.",
            discussion: "Takes the same options and the same environment as serve. Exit code 1: it was not taken.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var notices: NoticeOptions

        @Option(help: "email, sms or fax.")
        var channel: NoticeAddress.Channel

        @Argument(help: "An e-mail address or a telephone number.")
        var target: String

        func run() async throws {
            let settings = try notices.notices()
            let now = Clock.machine.now()
            let id = UUIDv7.make(at: now, randomness: .system)
            let files = try store.existing()
            try record(.noticeTest, in: files) { $0.member("channel", channel.rawValue) }
            let address = NoticeAddress(channel: channel, target: target)
            let delivery = Delivery(id: id, notice: .trial(id, at: now), address: address)
            guard let outcome = try await settings.sendNow(delivery) else {
                throw refuse("この手段は設定されていません（--mail-from、--webhook）。")
            }
            switch outcome {
            case .confirmed: print("sent\t\(id)")
            case .temporary(let fault, _): throw refuse("temporary\t\(fault)")
            case .permanent(let fault): throw refuse("permanent\t\(fault)")
            case .unknown, .tooLate: throw refuse("unknown")
            }
        }
    }
}

extension DeliveryProgress.State: ExpressibleByArgument {}
extension NoticeAddress.Channel: ExpressibleByArgument {}

extension DeliveryRecord {
    /// Without address and words.
    fileprivate var line: String {
        [
            delivery.id, progress.state.rawValue, delivery.notice.kind.rawValue, delivery.notice.recipient.text,
            delivery.address.channel.rawValue, delivery.notice.madeAt.rfc3339, String(progress.tries),
            progress.fault ?? "-",
        ].joined(separator: "\t")
    }

    fileprivate var object: String {
        var json = JSONWriter()
        json.object { write(to: &$0, whole: true) }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
