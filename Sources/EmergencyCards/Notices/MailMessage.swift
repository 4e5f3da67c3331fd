import DutyRota
import Foundation

/// A notice as an e-mail (RFC 5322, MIME), in the form in which `sendmail -t -i` takes it: lines end with a line feed.
///
/// Every header that holds words of ours is encoded as a whole, so that nothing in a notice can begin another header.
public struct MailMessage: Sendable {
    /// The bytes of the message, all of them ASCII.
    public let text: String

    /// nil where one of the two addresses is none.
    public init?(_ delivery: Delivery, from sender: String) {
        let notice = delivery.notice
        guard let from = MailAddress(sender), let to = MailAddress(delivery.address.target) else { return nil }
        let headers = [
            "From: \(from.text)", "To: \(to.text)", "Subject: \(Self.encoded(notice.subject))",
            "Date: \(Self.date(notice.madeAt))", "Message-ID: <\(delivery.id)@\(from.domain)>",
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        let body = Data((notice.text + "\n").utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithLineFeed,
        ])
        text = (headers + ["", body, ""]).joined(separator: "\n")
    }

    /// Words of a header (RFC 2047): encoded words of at most 75 characters, one a line, none of which cuts a character in two.
    static func encoded(_ text: String) -> String {
        // 39 bytes make 52 letters; with what stands around them, and the header's name, 76 are never passed.
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    /// Such as `Tue, 24 Nov 2026 22:03:07 +0900`.
    static func date(_ instant: Instant) -> String {
        let (day, seconds) = (instant.day, instant.millisecondOfDay / 1000)
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][day.weekday]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = day.parts
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return
            "\(weekday), \(parts.day) \(months[parts.month - 1]) \(parts.year) \(clock.joined(separator: ":")) +0900"
    }
}

/// An e-mail address that can stand in a header as it is.
public struct MailAddress: Hashable, Sendable {
    public let text: String
    /// What stands behind the @.
    public let domain: String

    /// nil for anything but letters, digits and the marks of ASCII that need no quoting, with one @ and a domain.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !text.hasPrefix("-"), text.utf8.count <= 254,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#"",:;<>()[]\"#.utf8.contains($0) })
        else { return nil }
        self.text = text
        domain = String(parts[1])
    }
}
