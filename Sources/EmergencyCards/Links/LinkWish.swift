/// Which link is to be given anew.
public struct LinkWish: Hashable, Sendable {
    public let kind: NightLink.Kind
    /// Of the plan; without meaning for a crew.
    public let step: String

    /// Reads `kind` and `stepId`; a crew's link needs no step. nil, with faults, where a member is at fault.
    public static func read(_ reader: inout ObjectReader) -> LinkWish? {
        let kind = reader.required("kind") { $0.word($1, NightLink.Kind.self) }
        let step = kind == .crew ? reader.text("stepId") ?? "" : reader.required("stepId") { $0.text($1) }
        guard let kind, let step else { return nil }
        return LinkWish(kind: kind, step: step)
    }
}
