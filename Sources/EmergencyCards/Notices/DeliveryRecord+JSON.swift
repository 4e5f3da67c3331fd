import DutyRota

extension DeliveryRecord {
    /// Writes what became of a notice. `whole`: with what it says and where it goes; never the words to a hospital, in which the code of its page stands.
    public func write(to json: inout JSONWriter, whole: Bool) {
        let (notice, address) = (delivery.notice, delivery.address)
        let isShown = whole && notice.kind != .patientComing
        json.member("id", delivery.id)
        json.member("kind", notice.kind.rawValue)
        json.member("recipient", notice.recipient.text)
        json.member("channel", address.channel.rawValue)
        json.member("target", whole ? address.target : nil)
        json.member("subject", whole ? notice.subject : nil)
        json.member("text", isShown ? notice.text : nil)
        json.member("rehearsal", notice.isRehearsal)
        json.member("madeAt", notice.madeAt.rfc3339)
        json.member("usefulUntil", notice.usefulUntil.rfc3339)
        json.member("state", progress.state.rawValue)
        json.member("tries", progress.tries)
        json.member("nextAt", progress.state == .waiting ? progress.nextAt.rfc3339 : nil)
        json.member("settledAt", progress.settledAt?.rfc3339)
        json.member("fault", progress.fault)
    }
}
