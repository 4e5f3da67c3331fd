import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: NoticeChoices {
    public func choose(_ choice: NoticeChoice, for recipient: NoticeRecipient) async throws {
        var json = JSONWriter()
        json.object { choice.write(to: &$0) }
        let (body, now) = (String(decoding: json.bytes, as: UTF8.self), clock.now())
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO notice_choice VALUES (?1, ?2, ?3)
                    ON CONFLICT (recipient) DO UPDATE SET body = ?2, chosen_ms = ?3
                    """, arguments: [recipient.text, body, now.milliseconds])
        }
    }

    /// Every choice that can be read.
    static func noticeChoices(_ database: Database) throws -> [NoticeRecipient: NoticeChoice] {
        try Row.fetchAll(database, sql: "SELECT recipient, body FROM notice_choice").reduce(into: [:]) { choices, row in
            guard let recipient = NoticeRecipient(row["recipient"]),
                let value = JSONValue(Array((row["body"] as String).utf8))
            else { return }
            var reader = ObjectReader(value)
            choices[recipient] = NoticeChoice.read(&reader)
        }
    }
}
