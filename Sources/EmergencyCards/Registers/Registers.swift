public import DutyRota

/// The registers that every look-up needs, as one immutable value: associations with their rotas, physicians, hospitals, keys.
public struct Registers: Sendable {
    public let numberLength: NumberLength
    public let associations: [Association]
    public let books: [AssociationID: RotaBook]
    public let physicians: [PhysicianID: Physician]
    public let hospitals: [HospitalID: Hospital]
    /// Keys that may be used, by the SHA-256 of the key.
    public let keys: [KeyHash: KeyHolder]

    public init(
        numberLength: NumberLength, books: [RotaBook], hospitals: [Hospital], keys: [KeyHash: KeyHolder] = [:]
    ) {
        self.numberLength = numberLength
        associations = books.map(\.association)
        self.books = Dictionary(books.map { ($0.association.id, $0) }) { first, _ in first }
        physicians = books.reduce(into: [:]) { all, book in all.merge(book.physicians) { first, _ in first } }
        self.hospitals = Dictionary(hospitals.map { ($0.id, $0) }) { first, _ in first }
        self.keys = keys
    }

    /// The association with this identifier, or nil.
    public func association(_ id: AssociationID) -> Association? { books[id]?.association }
}

/// Where the registers are kept. Every call gives them as they are now: a key revoked or a month published by another process counts
/// from the next question on.
public protocol RegisterSource: Sendable {
    /// Throws where the registers cannot be read at all.
    func registers() throws -> Registers
}
