public import DutyRota
import Foundation

/// Reads the members of a JSON object and collects every fault with the path of its field, so that all are named at once.
///
/// A member that nobody asked for is a fault too: a misspelt name must not lose what was written under it.
public struct ObjectReader {
    /// What is wrong so far.
    public private(set) var faults: [FieldFault] = []
    private let members: [String: JSONValue]
    private let path: String
    private var asked: Set<String> = []

    /// A value that is not an object is a fault at `path`.
    public init(_ value: JSONValue, path: String = "") {
        self.path = path
        if case .object(let members) = value {
            self.members = members
        } else {
            members = [:]
            faults = [FieldFault(field: path, message: FieldWords.notAnObject)]
        }
    }

    /// The faults, those of members that nobody asked for included. Ask once, at the end.
    public func finished() -> [FieldFault] {
        faults
            + members.keys.filter { !asked.contains($0) }.sorted().map {
                FieldFault(field: field($0), message: FieldWords.unknownField)
            }
    }

    /// Whether the object has the member, be it null.
    public func has(_ key: String) -> Bool { members[key] != nil }

    /// A text without white space at its ends; nil where it is missing, null or empty.
    ///
    /// Control characters are refused, but for line breaks in texts of more than one line.
    public mutating func text(_ key: String, maximum: Int = 100, lines: Bool = false) -> String? {
        guard let value = value(key) else { return nil }
        guard case .string(let raw) = value else { return fault(key, FieldWords.notAString) }
        return checked(raw, key, maximum: maximum, lines: lines)
    }

    /// A text that `read` makes a value of; what it does not take is a fault with `message`.
    public mutating func parsed<Value>(_ key: String, _ message: String, _ read: (String) -> Value?) -> Value? {
        guard let text = text(key) else { return nil }
        return read(text) ?? fault(key, message)
    }

    /// A date, `2026-11-24`.
    public mutating func day(_ key: String) -> Day? {
        parsed(key, FieldWords.notADate) { Day($0) }
    }

    /// One of the words that an enumeration knows.
    public mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        parsed(key, FieldWords.notAmong(type.allCases.map(\.rawValue))) { Word(rawValue: $0) }
    }

    /// True or false; false where it is missing.
    public mutating func flag(_ key: String) -> Bool {
        guard let value = value(key) else { return false }
        guard case .flag(let flag) = value else { return fault(key, FieldWords.notABoolean) ?? false }
        return flag
    }

    /// A whole number that `read` makes a value of; what it does not take, and what is none, is a fault with `message`.
    public mutating func number<Value>(_ key: String, _ message: String, _ read: (Int) -> Value?) -> Value? {
        guard let value = value(key) else { return nil }
        guard case .number(let raw) = value, let number = Int(exactly: raw) else { return fault(key, message) }
        return read(number) ?? fault(key, message)
    }

    /// An object; nil where it is missing or null.
    public mutating func object<Value>(_ key: String, _ read: (inout ObjectReader) -> Value) -> Value? {
        guard let value = value(key) else { return nil }
        return nested(value, path: field(key), read)
    }

    /// A list of objects; empty where it is missing.
    public mutating func list<Value>(
        _ key: String, atMost count: Int = 50, _ read: (inout ObjectReader) -> Value
    ) -> [Value] {
        items(key, atMost: count).map { nested($0.value, path: "\(field(key))[\($0.index)]", read) }
    }

    /// A list of at most so many texts, each of at most so many characters; empty where it is missing. Empty texts in it are passed over.
    public mutating func texts(_ key: String, atMost count: Int = 50, maximum: Int = 100) -> [String] {
        texts(key, FieldWords.missing, atMost: count, maximum: maximum) { $0 }
    }

    /// A list of texts that `read` makes values of; what it does not take is a fault with `message` at its own place in the list.
    public mutating func texts<Value>(
        _ key: String, _ message: String, atMost count: Int = 50, maximum: Int = 100, _ read: (String) -> Value?
    ) -> [Value] {
        items(key, atMost: count).compactMap { index, value in
            let place = "\(key)[\(index)]"
            guard case .string(let raw) = value else { return fault(place, FieldWords.notAString) }
            guard let text = checked(raw, place, maximum: maximum, lines: false) else { return nil }
            return read(text) ?? fault(place, message)
        }
    }

    /// Notes a fault of a member.
    @discardableResult
    public mutating func fault<Value>(_ key: String, _ message: String) -> Value? {
        faults.append(FieldFault(field: field(key), message: message))
        return nil
    }

    /// Notes a fault of a member that gives no value.
    mutating func note(_ key: String, _ message: String) {
        let _: Never? = fault(key, message)
    }

    private mutating func value(_ key: String) -> JSONValue? {
        asked.insert(key)
        guard let value = members[key], value != .null else { return nil }
        return value
    }

    private mutating func items(_ key: String, atMost count: Int = 50) -> [(index: Int, value: JSONValue)] {
        guard let value = value(key) else { return [] }
        guard case .array(let items) = value else { return fault(key, FieldWords.notAList) ?? [] }
        guard items.count <= count else { return fault(key, FieldWords.tooMany(count)) ?? [] }
        return items.enumerated().map { (index: $0.offset, value: $0.element) }
    }

    private mutating func nested<Value>(_ value: JSONValue, path: String, _ read: (inout ObjectReader) -> Value)
        -> Value
    {
        var reader = ObjectReader(value, path: path)
        let result = read(&reader)
        faults += reader.finished()
        return result
    }

    private mutating func checked(_ raw: String, _ key: String, maximum: Int, lines: Bool) -> String? {
        let unified = lines ? raw.replacingOccurrences(of: "\r\n", with: "\n") : raw
        let text = unified.trimmingCharacters(in: .whitespacesAndNewlines)
        let hasControl = text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && !(lines && $0 == "\n")
        }
        if hasControl { return fault(key, FieldWords.controlCharacter) }
        if text.count > maximum { return fault(key, FieldWords.tooLong(maximum)) }
        return text.isEmpty ? nil : text
    }

    private func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
