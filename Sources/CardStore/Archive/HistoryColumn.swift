import DutyRota
import EmergencyCards
import GRDB

/// A column of a table as a history file has it.
struct HistoryColumn: Sendable {
    /// How a value is written.
    enum Form: Sendable {
        case text, integer
        /// A card number as it is printed.
        case number
        /// 0 or 1, as false or true.
        case flag
        /// Milliseconds since 1970, as RFC 3339.
        case instant
        /// A list in one column (``StringTable``), each row of one cell.
        case texts
        /// A list in one column, each row a list of cells.
        case rows
        /// A list in one column, each row an object with these members; cells that are missing at its end are left out.
        case objects([StaticString])
        /// JSON, kept to the byte.
        case json
    }

    /// In the database.
    let name: String
    /// In the file.
    let member: StaticString
    let form: Form
    /// Whether NULL may stand there, written as null.
    let isOptional: Bool

    init(_ name: String, _ member: StaticString, _ form: Form = .text, optional: Bool = false) {
        self.name = name
        self.member = member
        self.form = form
        isOptional = optional
    }

    /// Writes a value as the member that it is.
    func write(_ value: DatabaseValue, to json: inout JSONWriter) {
        switch form {
        case .text: json.member(member, String.fromDatabaseValue(value))
        case .integer: json.member(member, Int.fromDatabaseValue(value))
        case .number: json.member(member, Int.fromDatabaseValue(value).map { CardNumber(issued: $0).text })
        case .flag:
            if let number = Int.fromDatabaseValue(value) { json.member(member, number != 0) } else { json.null(member) }
        case .instant:
            json.member(member, Int64.fromDatabaseValue(value).map { Instant(milliseconds: $0).rfc3339 })
        case .json:
            if let text = String.fromDatabaseValue(value) {
                json.member(member, json: Array(text.utf8))
            } else {
                json.null(member)
            }
        case .texts, .rows, .objects:
            guard let text = String.fromDatabaseValue(value) else { return json.null(member) }
            write(StringTable(encoded: text).rows, to: &json)
        }
    }

    private func write(_ rows: [[String]], to json: inout JSONWriter) {
        switch form {
        case .texts: json.member(member, rows.map { $0.first ?? "" })
        case .objects(let members):
            json.member(member, each: rows) { json, cells in
                for (name, cell) in zip(members, cells) { json.member(name, cell) }
            }
        default:
            var list = JSONWriter()
            list.array(rows) { json, cells in json.array(cells) { $0.string($1) } }
            json.member(member, json: list.bytes)
        }
    }

    /// The value that a member means; throws what is wrong with it, in words.
    func read(_ member: JSONParser.Member, in line: [UInt8]) throws(HistoryFault) -> DatabaseValue {
        if member.value == .null {
            guard isOptional else { throw HistoryFault(message: ArchiveWords.missing) }
            return .null
        }
        switch form {
        case .text:
            guard case .string(let text) = member.value else { throw HistoryFault(message: ArchiveWords.notInText) }
            return text.databaseValue
        case .integer:
            guard case .number(let raw) = member.value, let number = Int64(exactly: raw) else {
                throw HistoryFault(message: ArchiveWords.notANumber)
            }
            return number.databaseValue
        case .number:
            guard case .string(let text) = member.value, let number = CardNumber.read(text) else {
                throw HistoryFault(message: ArchiveWords.notACardNumber)
            }
            return number.value.databaseValue
        case .flag:
            guard case .flag(let flag) = member.value else { throw HistoryFault(message: ArchiveWords.notAFlag) }
            return (flag ? 1 : 0).databaseValue
        case .instant:
            guard case .string(let text) = member.value, let instant = try? Instant(rfc3339: text) else {
                throw HistoryFault(message: ArchiveWords.notAnInstant)
            }
            return instant.milliseconds.databaseValue
        case .json: return String(decoding: line[member.place], as: UTF8.self).databaseValue
        case .texts, .rows, .objects:
            guard case .array(let items) = member.value, let rows = table(of: items) else {
                throw HistoryFault(message: ArchiveWords.notATable)
            }
            return StringTable(rows).encoded.databaseValue
        }
    }

    private func table(of items: [JSONValue]) -> [[String]]? {
        let rows = items.map { item -> [String]? in
            switch (form, item) {
            case (.texts, .string(let text)): return [text]
            case (.rows, .array(let cells)): return cells.texts
            case (.objects(let members), .object(let object)):
                let cells = members.prefix(object.count).map { object[$0.description] ?? .null }
                return cells.count == object.count ? cells.texts : nil
            default: return nil
            }
        }
        let whole = rows.compactMap(\.self)
        return whole.count == rows.count && !whole.joined().contains(where: \.hasSeparator) ? whole : nil
    }
}

/// What is wrong with one member of a row.
struct HistoryFault: Error {
    let message: String
}

extension [JSONValue] {
    /// The texts that these all are.
    fileprivate var texts: [String]? {
        let texts = compactMap { if case .string(let text) = $0 { text } else { String?.none } }
        return texts.count == count ? texts : nil
    }
}

extension String {
    /// Whether the text holds a sign that parts cells or rows of a ``StringTable``.
    fileprivate var hasSeparator: Bool { utf8.contains { $0 == 0x1E || $0 == 0x1F } }
}
