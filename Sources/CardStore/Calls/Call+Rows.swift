import DutyRota
import EmergencyCards
import Foundation
import GRDB

extension Call {
    static func fetch(_ id: CallID, _ database: Database) throws -> Call? {
        try fetch("SELECT * FROM call WHERE id = ?", [id.text], database).first
    }

    /// The call about a subject's card that is not closed; a rehearsal and a real one are looked for apart.
    static func open(about subject: Subject, _ database: Database) throws -> Call? {
        try fetch(
            "SELECT * FROM call WHERE card = ? AND rehearsal = ? AND state <> 'closed'",
            [subject.card.value, subject.isRehearsal], database
        ).first
    }

    /// The calls that answer a question, the newest first.
    static func fetchAll(_ question: CallQuestion, _ database: Database) throws -> [Call] {
        var conditions = ["rehearsal = ?"]
        var arguments: StatementArguments = [question.rehearsals]
        func restrict(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += StatementArguments([value])
        }
        restrict("association = ?", question.association?.text)
        restrict("? IN (attending, deputy)", question.physician?.text)
        restrict("card = ?", question.card?.value)
        restrict("opened_ms >= ?", question.from?.milliseconds)
        restrict("opened_ms < ?", question.to?.milliseconds)
        restrict("id < ?", question.before?.text)
        if question.onlyOpen { conditions.append("state <> 'closed'") }
        arguments += [question.limit]
        return try fetch(
            "SELECT * FROM call WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT ?", arguments,
            database)
    }

    private static func fetch(_ sql: String, _ arguments: StatementArguments, _ database: Database) throws -> [Call] {
        // Open calls are looked for every second.
        try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map { row in
            let id = CallID(row["id"])
            let bodies = try String.fetchAll(
                database.cachedStatement(sql: "SELECT body FROM call_entry WHERE call = ? ORDER BY seq"),
                arguments: [id.text])
            let entries = bodies.compactMap { CallEntry(json: Array($0.utf8)) }
            // An entry that cannot be read would be an attempt that is lost.
            guard entries.count == bodies.count else { throw DatabaseError(message: "an entry of a call is none") }
            return Call(id: id, subject: Subject(row), entries: entries)
        }
    }

    func insert(at instant: Instant, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)",
            arguments: [
                id.text, subject.card.value, subject.association.text, subject.colour.rawValue,
                subject.attending?.text, subject.deputy?.text, subject.isRehearsal, instant.milliseconds,
            ])
    }

    /// Adds what was decided, and brings what lies over the registers into line with it. Throws `openCallExists` where another call about the
    /// card is open.
    func write(_ decision: CallDecision, _ rules: CallRules, _ database: Database) throws -> Call {
        let changed = adding(decision.entries)
        for (offset, entry) in decision.entries.enumerated() {
            var json = JSONWriter()
            json.object(entry.write)
            try database.execute(
                sql: "INSERT INTO call_entry VALUES (?, ?, ?, ?)",
                arguments: [
                    id.text, entries.count + offset + 1, entry.at.milliseconds,
                    String(decoding: json.bytes, as: UTF8.self),
                ])
        }
        try changed.writeState(before: state, database)
        try changed.writeEffects(before: self, rules, database)
        for link in decision.links { try link.insert(database) }
        for delivery in decision.deliveries { try delivery.enqueue(database) }
        return changed
    }

    private func writeState(before: State, _ database: Database) throws {
        guard state != before else { return }
        do {
            try database.execute(
                sql: "UPDATE call SET state = ? WHERE id = ?", arguments: [state.rawValue, id.text])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw Refusal(.openCallExists)
        }
    }

    private func writeEffects(before: Call, _ rules: CallRules, _ database: Database) throws {
        if engagements(rules) != before.engagements(rules) {
            try database.execute(sql: "DELETE FROM engagement WHERE call = ?", arguments: [id.text])
            for engagement in engagements(rules) {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO engagement VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        id.text, engagement.physician.text, engagement.card.value, engagement.since.milliseconds,
                        engagement.until.milliseconds,
                    ])
            }
        }
        if flags != before.flags {
            try database.execute(sql: "DELETE FROM card_flag WHERE call = ?", arguments: [id.text])
            for flag in flags {
                try database.execute(
                    sql: "INSERT INTO card_flag VALUES (?, ?, ?, ?)",
                    arguments: [id.text, flag.kind.rawValue, flag.card.value, flag.at.milliseconds])
            }
        }
    }
}

extension Call {
    /// The call that an earlier, like request made or changed; nil: there was none. Throws `idempotencyKeyReused`.
    static func earlier(_ repetition: Repetition, _ database: Database) throws -> Call? {
        let row = try Row.fetchOne(
            database, sql: "SELECT request, call FROM call_repetition WHERE holder = ? AND key = ?",
            arguments: [repetition.holder, repetition.key])
        guard let row else { return nil }
        guard Array(row["request"] as Data) == repetition.request else { throw Refusal(.idempotencyKeyReused) }
        return try fetch(CallID(row["call"]), database)
    }

    /// Remembers a request for a week: longer than anybody repeats one.
    func remember(_ repetition: Repetition, at instant: Instant, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO call_repetition VALUES (?, ?, ?, ?, ?)",
            arguments: [
                repetition.holder, repetition.key, Data(repetition.request), id.text, instant.milliseconds,
            ])
        try database.execute(
            sql: "DELETE FROM call_repetition WHERE at_ms < ?", arguments: [instant.milliseconds - 7 * 86_400_000])
    }
}

extension Call.Subject {
    fileprivate init(_ row: Row) {
        self.init(
            card: CardNumber(issued: row["card"]), association: AssociationID(row["association"]),
            colour: Colour(rawValue: row["colour"]) ?? .green,
            attending: (row["attending"] as String?).map { PhysicianID($0) },
            deputy: (row["deputy"] as String?).map { PhysicianID($0) }, isRehearsal: row["rehearsal"])
    }
}
