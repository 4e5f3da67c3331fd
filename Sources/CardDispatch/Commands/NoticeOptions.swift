import ArgumentParser
import CardService
import CardStore
import Configuration
import EmergencyCards
import Foundation

/// How notices go out.
struct NoticeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The program that takes e-mail; none: no e-mail. Default: /usr/sbin/sendmail where there is one.",
            valueName: "path"))
    var sendmail: String?

    @Option(
        help: ArgumentHelp("From whom e-mail comes; without it none is sent.", valueName: "address"))
    var mailFrom: String?

    @Option(
        help: ArgumentHelp(
            "The gateway that sends SMS and fax, https or on this machine. Its requests are signed with the secret in CARD_DISPATCH_WEBHOOK_SECRET, or in the file that CARD_DISPATCH_WEBHOOK_SECRET_FILE names.",
            valueName: "address"))
    var webhook: String?

    @Option(help: ArgumentHelp("For trials: the back-off is so many times shorter.", visibility: .hidden))
    var noticeHaste: Int64?

    func notices() throws -> NoticeSettings {
        var settings = NoticeSettings()
        settings.mail = try mail()
        settings.webhook = try gateway()
        if let noticeHaste {
            guard (1...10_000).contains(noticeHaste) else {
                throw ValidationError("--notice-haste: 1から10000の間で指定してください。")
            }
            settings.rules.delays = settings.rules.delays.map { max(1, $0 / noticeHaste) }
            settings.rules.longestWait /= noticeHaste
            settings.pause = .milliseconds(50)
        }
        return settings
    }

    private func mail() throws -> Sendmail? {
        let named = sendmail ?? Settings().text("sendmail")
        let path = named ?? Sendmail.usualPath
        guard path != "none", let sender = mailFrom ?? Settings().text("mailFrom") else { return nil }
        guard MailAddress(sender) != nil else {
            throw ValidationError("--mail-from: cards@example.jp の形で指定してください。")
        }
        if let program = Sendmail(path: path, sender: sender) { return program }
        // Where nobody named one, there need not be one: the daemon answers look-ups all the same.
        if named == nil { return nil }
        throw ValidationError("--sendmail: \(path) は実行できません。絶対パスか none を指定してください。")
    }

    private func gateway() throws -> Webhook? {
        guard let text = webhook ?? Settings().text("webhook") else { return nil }
        guard let address = WebhookAddress(text) else {
            throw ValidationError("--webhook: https の宛先か、このサーバーの http の宛先を指定してください。")
        }
        guard let secret = try secret(), let signature = WebhookSignature(secret: secret) else {
            throw ValidationError(
                "CARD_DISPATCH_WEBHOOK_SECRET: whsec_ で始まる秘密（Base64、24〜64バイト）を指定してください。")
        }
        return Webhook(address: address, signature: signature, clock: .machine)
    }

    /// Never an option: everybody on the machine reads those.
    private func secret() throws -> String? {
        if let secret = Settings().text("webhookSecret") { return secret }
        return try Settings().text("webhookSecretFile").map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw ValidationError("CARD_DISPATCH_WEBHOOK_SECRET_FILE: \(path) が読めません。")
            }
            return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }
}
