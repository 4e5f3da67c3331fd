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

    /// Where a notice goes: without a choice of the recipient's own, to the e-mail address on the register.
    func addresses(for notice: Notice) -> [NoticeAddress] {
        if notice.isRehearsal { return [NoticeAddress(channel: .log, target: "")] }
        let email: String? =
            switch notice.recipient {
            case .physician(let id): physicians[id]?.email
            case .hospital(let id): hospitals[id]?.email
            case .association, .fire: nil
            }
        return email.map { [NoticeAddress(channel: .email, target: $0)] } ?? []
    }
}
