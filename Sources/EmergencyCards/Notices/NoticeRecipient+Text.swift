import DutyRota

extension NoticeRecipient {
    /// As files and the API have it, such as `physician:P001`, `fire`.
    public var text: String {
        switch self {
        case .physician(let id): "physician:\(id)"
        case .hospital(let id): "hospital:\(id)"
        case .association(let id): "association:\(id)"
        case .fire: "fire"
        }
    }

    /// Reads what ``text`` writes; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("fire", 1): self = .fire
        case ("physician", 2): self = .physician(PhysicianID(parts[1]))
        case ("hospital", 2): self = .hospital(HospitalID(parts[1]))
        case ("association", 2): self = .association(AssociationID(parts[1]))
        default: return nil
        }
    }
}
