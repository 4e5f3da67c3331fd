public import DutyRota

/// Decides what the office writes into its registers. Nothing is written here: every method gives what is to be written, or throws a
/// ``Refusal`` that names every field at fault.
public struct RegisterDesk: Sendable {
    /// The registers as they are now.
    public let registers: Registers
    /// When it is decided.
    public let now: Instant
    /// Identifiers of physicians and hospitals that are entered and not valid yet, or no more: they are never given again.
    public let reserved: Set<String>

    public init(registers: Registers, now: Instant, reserved: Set<String> = []) {
        self.registers = registers
        self.now = now
        self.reserved = reserved
    }

    /// The association's book. Throws `unknownAssociation`.
    func book(of association: AssociationID) throws(Refusal) -> RotaBook {
        guard let book = registers.books[association] else { throw Refusal(.unknownAssociation) }
        return book
    }

    /// What `read` makes of a document. Throws `invalidFields` with every fault of it.
    func read<Value>(_ document: JSONValue, _ read: (inout ObjectReader) -> Value?) throws(Refusal) -> Value {
        var reader = ObjectReader(document)
        let value = read(&reader)
        let faults = reader.finished()
        guard faults.isEmpty, let value else { throw Refusal(.invalidFields, errors: faults) }
        return value
    }

    /// Reads from when an entry counts: midnight in Japan of a day that is not over, now without one.
    func validFrom(_ reader: inout ObjectReader) -> Instant {
        max(reader.day("validFrom", notBefore: now.day)?.start ?? now, now)
    }

    /// Reads a new entry's identifier; without one the next after those of its kind.
    func newID(_ reader: inout ObjectReader, after own: some Sequence<String>, first: String) -> String {
        let ids = registers.physicians.keys.map(\.text) + registers.hospitals.keys.map(\.text)
        let taken = Set(ids).union(reserved)
        guard let id = reader.identifier("id") else { return NextIdentifier.after(own, first: first, taken: taken) }
        return taken.contains(id) ? reader.fault("id", DirectoryWords.idTaken(id)) ?? id : id
    }

    /// Reads the identifier of an entry that there is: it never changes.
    func sameID(_ reader: inout ObjectReader, _ id: String, at key: String = "id") {
        if let text = reader.text(key), text != id { let _: Never? = reader.fault(key, DirectoryWords.unchangeable) }
    }
}

extension Refusal {
    /// A refusal for a single field.
    init(_ code: Code, field: String, _ message: String) {
        self.init(code, errors: [FieldFault(field: field, message: message)])
    }
}
