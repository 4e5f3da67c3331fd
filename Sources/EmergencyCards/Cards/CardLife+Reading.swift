import DutyRota

extension CardLife {
    /// Reads the members of a life, as ``Card/write(to:)`` writes them; `validUntil` belongs to the document. Without a state it is `active`.
    static func read(_ reader: inout ObjectReader) -> CardLife {
        var life = CardLife(state: reader.word("state", CardState.self) ?? .active)
        life.endedReason = reader.word("endedReason", EndedReason.self)
        life.endedOn = reader.day("endedOn")
        life.issuedOn = reader.day("issuedOn")
        life.suspendedSince = reader.day("suspendedSince")
        life.suspendedWhere = reader.text("suspendedWhere")
        life.reviewedOn = reader.day("reviewedOn")
        life.confirmed = reader.object("confirmed", Confirmation.read) ?? nil
        return life
    }
}

extension Confirmation {
    fileprivate static func read(_ reader: inout ObjectReader) -> Confirmation? {
        let by = reader.required("by") { $0.text($1) }.map { PhysicianID($0) }
        let on = reader.required("on") { $0.day($1) }
        let means = reader.word("means", Means.self) ?? .own
        return by.flatMap { by in on.map { Confirmation(by: by, on: $0, means: means) } }
    }
}
