import DutyRota

/// What a card says is changed by a merge patch (RFC 7396).
///
/// The attending physician confirms by changing. What the office changes of the wish, the clinical data, the hospitals, the consent or the attending
/// physician waits for the physician's word; what merely corrects how people are reached keeps it.
public struct CardPatch: CardAct {
    public let action = CardAction.change
    /// Without `acknowledge`.
    let patch: JSONValue
    let acknowledged: Set<Refusal.Code>
    /// Whether a version is the one that the patch is made for.
    let isMeant: @Sendable (Int) -> Bool

    /// Reads a patch, with an `acknowledge` of its own. `isMeant` says whether a version is the one that was read. Throws `invalidFields`.
    public init(_ value: JSONValue, isMeant: @escaping @Sendable (Int) -> Bool) throws(Refusal) {
        var members = value.members ?? [:]
        let own = value.members == nil ? value : .object(members.filter { $0.key == "acknowledge" })
        var reader = ObjectReader(own)
        acknowledged = CardEntry.readAcknowledged(&reader)
        let faults = reader.finished()
        guard faults.isEmpty else { throw Refusal(.invalidFields, errors: faults) }
        members["acknowledge"] = nil
        patch = .object(members)
        self.isMeant = isMeant
    }

    /// Whom the patch makes of the patient, as far as it says.
    public var person: PersonKey {
        let patient = patch.members?["patient"]?.members ?? [:]
        return PersonKey(
            kana: patient["kana"]?.text.map(Kana.katakana), birthDate: patient["birthDate"]?.text.flatMap { Day($0) })
    }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        guard isMeant(file.card.version) else { throw Refusal(.stale) }
        let before = file.card.document
        let after = try patched(before)
        guard after != before else { return nil }
        let revision = CardRevision(before: before, after: after, life: file.card.life, acknowledged: acknowledged)
        try revision.check(file, at: desk)
        return CardDecision(
            CardChange(.change, of: file.card, document: after, life: revision.life(of: file.card, at: desk)))
    }

    private func patched(_ document: CardDocument) throws(Refusal) -> CardDocument {
        var reader = ObjectReader(JSONValue { document.write(to: &$0) }.patched(by: patch))
        let patched = CardDocument.read(&reader)
        let faults = reader.finished()
        guard faults.isEmpty, let patched else { throw Refusal(.invalidFields, errors: faults) }
        return patched
    }
}
