public import DutyRota

/// What somebody wants to know of the record of who looked.
public struct AuditQuery: Hashable, Sendable {
    /// Records that name one of these cards; with `patient` empty too: every record.
    public var numbers: [CardNumber] = []
    /// Records that name this patient.
    public var patient: PatientID?
    /// From this day on, inclusive.
    public var from: Day?
    /// Up to this day, inclusive.
    public var to: Day?
    public var action: AuditRecord.Action?
    /// The identifier of a key.
    public var key: String?

    public init() {}

    /// Everything that concerns somebody.
    public init(_ subject: CardSubject) {
        numbers = subject.numbers
        patient = subject.patient
    }

    /// Whether the records of a card or a patient are asked for, not all of them.
    public var isAboutSomebody: Bool { !numbers.isEmpty || patient != nil }
}

/// A place in the record, from which it can be read on to older records.
public struct AuditPlace: Hashable, Sendable {
    /// Older records than this one come next.
    public let before: Int
    /// Changes of which the end was met and the beginning is still to come.
    public let operations: Set<String>

    public init(before: Int, operations: Set<String> = []) {
        self.before = before
        self.operations = operations
    }

    /// Reads what ``text`` wrote; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "~").map(String.init)
        guard let first = parts.first, let before = Int(first), before > 0, parts.count < 50,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 36 })
        else { return nil }
        self.init(before: before, operations: Set(parts.dropFirst()))
    }

    /// The place as text, by which a client asks for what comes after it.
    public var text: String { ([String(before)] + operations.sorted()).joined(separator: "~") }
}

/// Some records, the newest first.
public struct AuditPage: Sendable {
    public let entries: [AuditEntry]
    /// Where to read on; nil: there is nothing older.
    public let next: AuditPlace?

    public init(entries: [AuditEntry], next: AuditPlace?) {
        self.entries = entries
        self.next = next
    }
}

/// Reads the record of who looked, for those who are asked "who looked?".
public protocol AuditArchive: Sendable {
    /// The next records that answer a question, the newest first: no more than `limit`, and no more than can be found within a bounded time.
    /// `after` nil: from the newest on. Only what stands in this node's own record is found.
    func page(_ query: AuditQuery, after: AuditPlace?, limit: Int) async throws -> AuditPage
}
