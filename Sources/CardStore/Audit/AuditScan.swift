import DutyRota
import EmergencyCards

/// Goes through the record from its newest entry to older ones and says which ones answer a question, without making anything of the others:
/// there is no index beside the key, since one would triple the cost of an entry.
struct AuditScan {
    enum Verdict {
        case skip, take
        /// Everything further back is older than was asked for.
        case stop
    }

    private let query: AuditQuery
    private let names: [ByteNeedle]
    private let marks: [ByteNeedle]
    private let from: [UInt8]
    private let to: [UInt8]
    /// Changes of which the end was met and the beginning is still to come.
    private(set) var operations: Set<String>
    private var olderInARow = 0

    /// Records stand nearly in the order of their times: what overflowed joined later. So many older ones in a row, and the rest is older too.
    private static let patience = 1000

    init(_ query: AuditQuery, operations: Set<String> = []) {
        self.query = query
        self.operations = operations
        names = (query.numbers.map(\.text) + [query.patient?.text].compactMap(\.self)).map(Self.quoted)
        marks = [
            query.action.map { Self.member("action", $0.rawValue) }, query.key.map { Self.member("key", $0) },
        ].compactMap(\.self)
        from = Array((query.from?.description ?? "").utf8)
        to = Array((query.to?.description ?? "").utf8)
    }

    /// What to do with a record's body.
    mutating func verdict(_ body: UnsafeRawBufferPointer) -> Verdict {
        let day = Self.day(body)
        if let day, !from.isEmpty, day.lexicographicallyPrecedes(from) {
            olderInARow += 1
            return olderInARow >= Self.patience ? .stop : .skip
        }
        olderInARow = 0
        guard concerns(body) else { return .skip }
        if let day, !to.isEmpty, to.lexicographicallyPrecedes(day) { return .skip }
        return marks.allSatisfy { $0.isIn(body) } ? .take : .skip
    }

    /// Whether the record names the card or patient, or announces a change whose end does.
    private mutating func concerns(_ body: UnsafeRawBufferPointer) -> Bool {
        guard query.isAboutSomebody else { return true }
        let isNamed = names.contains { $0.isIn(body) }
        let joined = isNamed ? nil : operations.first { Self.quoted($0).isIn(body) }
        if let joined { operations.remove(joined) }
        if isNamed, let operation = Self.operation(body) {
            if Self.done.isIn(body) { operations.insert(operation) } else { operations.remove(operation) }
        }
        return isNamed || joined != nil
    }

    /// `{"id":"…36…","at":"2026-11-24T…`: the day stands in the same place in every record.
    private static func day(_ body: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer>? {
        let start = 7 + 36 + 8
        guard body.count > start + 10, body[start - 1] == UInt8(ascii: "\""), body[start + 4] == UInt8(ascii: "-")
        else {
            return nil
        }
        return body[start..<start + 10]
    }

    private static func operation(_ body: UnsafeRawBufferPointer) -> String? {
        guard let start = operationKey.place(in: body).map({ $0 + operationKey.count }), body.count >= start + 36 else {
            return nil
        }
        return String(decoding: body[start..<start + 36], as: UTF8.self)
    }

    private static let operationKey = ByteNeedle(#""operation":""#)
    private static let done = ByteNeedle(#""action":"done""#)

    private static func member(_ name: String, _ text: String) -> ByteNeedle {
        var json = JSONWriter()
        json.member(named: name) { $0.string(text) }
        return ByteNeedle(json.bytes)
    }

    private static func quoted(_ text: String) -> ByteNeedle {
        var json = JSONWriter()
        json.string(text)
        return ByteNeedle(json.bytes)
    }
}
