import DutyRota

extension Registers {
    /// Notices made ready to go out: one delivery for each address at which its recipient wants to be told. Of a rehearsal only the log is told.
    public func deliveries(of notices: [Notice], randomness: Randomness) -> [Delivery] {
        notices.flatMap { notice in
            addresses(for: notice).map {
                Delivery(id: UUIDv7.make(at: notice.madeAt, randomness: randomness), notice: notice, address: $0)
            }
        }
    }

    /// Where a recipient is told of what is not muted: as they chose, else by the e-mail address on the register. Of a physician who has left, and of
    /// a hospital that takes part no more, nothing.
    public func addresses(of recipient: NoticeRecipient) -> [NoticeAddress] {
        let email: String?
        switch recipient {
        case .physician(let id):
            guard let physician = physicians[id] else { return [] }
            email = physician.email
        case .hospital(let id):
            guard let hospital = hospitals[id] else { return [] }
            email = hospital.email
        case .association, .fire: email = nil
        }
        let chosen = noticeChoices[recipient]?.addresses ?? []
        return chosen.isEmpty ? [email].compactMap(\.self).map { NoticeAddress(channel: .email, target: $0) } : chosen
    }

    /// Associations, and fire, that nobody has told where to tell them.
    public var unreachableOffices: [NoticeRecipient] {
        (associations.map { .association($0.id) } + [.fire]).filter { addresses(of: $0).isEmpty }
    }

    /// The registers as they are with another choice.
    public func choosing(_ choice: NoticeChoice?, for recipient: NoticeRecipient) -> Registers {
        var registers = self
        registers.noticeChoices[recipient] = choice
        return registers
    }

    /// How a recipient is called on screens.
    public func name(of recipient: NoticeRecipient) -> String {
        switch recipient {
        case .physician(let id): physicians[id]?.name ?? id.text
        case .hospital(let id): hospitals[id]?.name ?? id.text
        case .association(let id): association(id)?.name ?? id.text
        case .fire: NoticeChoiceWords.fire
        }
    }

    /// Where a notice goes.
    func addresses(for notice: Notice) -> [NoticeAddress] {
        if notice.isRehearsal { return [NoticeAddress(channel: .log, target: "")] }
        let isMuted = notice.kind.canBeMuted && noticeChoices[notice.recipient]?.muted.contains(notice.kind) ?? false
        return isMuted ? [] : addresses(of: notice.recipient)
    }
}
