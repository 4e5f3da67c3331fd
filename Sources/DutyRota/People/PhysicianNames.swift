/// Finds physicians by what people write for them, as month sheets do: by id or by name, variants of a character and white space folded. Of
/// several who fit nobody is picked.
public struct PhysicianNames {
    private let index: PhysicianIndex

    /// The names of these physicians.
    public init(_ physicians: [Physician]) {
        index = PhysicianIndex(physicians)
    }

    /// Whom a text names; else what is wrong with it, in Japanese.
    public func find(_ text: String) -> Result<PhysicianID, PhysicianNameFault> {
        let matches = index.matches(text)
        if let only = matches.first, matches.count == 1 { return .success(only.id) }
        let message =
            matches.isEmpty
            ? SheetWords.unknown(text, nearly: index.nearly(text)) : SheetWords.ambiguous(text, matches)
        return .failure(PhysicianNameFault(message: message))
    }
}

/// Why a text names no physician.
public struct PhysicianNameFault: Error, Hashable, Sendable {
    /// Japanese: what is wrong, and whom the text may mean.
    public let message: String
}
