extension JSONValue {
    /// An object as it is written: a document over which a patch can be laid.
    init(members: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.object(members)
        self = JSONValue(json.bytes) ?? .object([:])
    }

    /// The value with a merge patch laid over it (RFC 7396): null takes a member away, lists are replaced as a whole.
    public func merging(_ patch: JSONValue) -> JSONValue {
        guard let changes = patch.members else { return patch }
        return .object(
            changes.reduce(into: members ?? [:]) { merged, change in
                merged[change.key] =
                    change.value == .null ? nil : (merged[change.key] ?? .null).merging(change.value)
            })
    }

    /// The document with a merge patch laid over it, in which members that the patch takes away stand as null: where the document has no
    /// such member, its reader says so.
    func patched(by patch: JSONValue) -> JSONValue {
        guard let merged = merging(patch).members, let changes = patch.members else { return patch }
        return .object(merged.merging(changes.filter { $0.value == .null }) { own, _ in own })
    }
}
