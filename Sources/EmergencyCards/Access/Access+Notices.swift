import DutyRota

extension Access {
    /// Where somebody is told is their own choice: a physician's, a hospital's, an association's for itself and its physicians; that of fire its own and
    /// the admin's. Throws `unknownPhysician` where an association names somebody who is on no register.
    public func mayChoose(for recipient: NoticeRecipient, registers: Registers) throws(Refusal) {
        switch (holder.scope, recipient) {
        case (.physician(let own), .physician(let id)) where own == id: return
        case (.hospital(let own), .hospital(let id)) where own == id: return
        case (.association(let own), .association(let id)) where own == id: return
        case (.association(let own), .physician(let id)):
            guard let physician = registers.physicians[id] else { throw Refusal(.unknownPhysician) }
            guard physician.association == own else { throw Refusal(.notYours) }
        case (.installation, .fire): return
        case (.installation, _): throw Refusal(.wrongRole)
        default: throw Refusal(.notYours)
        }
    }

    /// Of whom somebody is told what became of their notices: an association of its physicians and itself, the admin of everybody (nil).
    public func noticesSeen(_ registers: Registers) throws(Refusal) -> Set<NoticeRecipient>? {
        switch holder.scope {
        case .installation where holder.role == .admin: return nil
        case .association(let own):
            let physicians = registers.physicians.values.filter { $0.association == own }
            return Set(physicians.map { .physician($0.id) } + [.association(own)])
        default: throw Refusal(.wrongRole)
        }
    }

    /// Only the admin reads what notices say: they name cards.
    public var readsNotices: Bool { holder.role == .admin }

    /// Sending a notice anew is for the admin.
    public func mayResend() throws(Refusal) {
        guard holder.role == .admin else { throw Refusal(.wrongRole) }
    }
}
