import DutyRota
import EmergencyCards
import Foundation
import Hummingbird

extension ServiceContext {
    /// A part of the path as it was written before it was percent-encoded.
    func part(_ name: String) -> String {
        let raw = parameters.get(name) ?? ""
        return raw.removingPercentEncoding ?? raw
    }

    /// The rota of the association in the path. Throws `unknownAssociation`, `notYours` or `wrongRole`: who may not keep an association's rota
    /// isn't told whether there is one.
    func keptBook(_ caller: Caller) throws(Refusal) -> RotaBook {
        let id = AssociationID(part("association"))
        try caller.access.mayKeep(id)
        guard let book = caller.registers.books[id] else { throw Refusal(.unknownAssociation) }
        return book
    }

    /// The rota of the association in the path, to be read. Throws as ``keptBook(_:)``.
    func readBook(_ caller: Caller, isPublished: Bool) throws(Refusal) -> RotaBook {
        let id = AssociationID(part("association"))
        try caller.access.mayReadRota(of: id, isPublished: isPublished)
        guard let book = caller.registers.books[id] else { throw Refusal(.unknownAssociation) }
        return book
    }

    /// The month in the path. Throws `malformedParameter`.
    func month() throws(Refusal) -> Month {
        guard let month = Month(part("month")) else { throw Query.fault("month", RequestWords.notAMonth) }
        return month
    }

    /// The month in the path and, behind a dot, its form: `2026-11.csv`; `usual` where there is no dot. Throws `malformedParameter`, with `unknown` for
    /// a form that there is not.
    func monthFile<Format: RawRepresentable<String>>(_ usual: Format, _ unknown: String) throws -> (Month, Format) {
        let pieces = part("month").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = pieces.first, let month = Month(String(first)) else {
            throw Query.fault("month", RequestWords.notAMonth)
        }
        guard pieces.count == 2 else { return (month, usual) }
        guard let format = Format(rawValue: String(pieces[1])) else { throw Query.fault("month", unknown) }
        return (month, format)
    }
}

extension Instant {
    /// A new identifier that sorts by this instant.
    func newID() -> String { UUIDv7.make(at: self, randomness: .system) }
}

extension RotaDesk {
    /// A new identifier that sorts by the time of the decision.
    func newID() -> String { now.newID() }
}

extension Refusal {
    /// A refusal for a single parameter.
    init(_ code: Code, field: String) {
        self.init(code, errors: [FieldFault(field: field, message: RequestWords.required)])
    }
}
