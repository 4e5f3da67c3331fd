import EmergencyCards
import Hummingbird

/// What became of notices, and sending one anew.
struct NoticeRoutes: Sendable {
    let gate: Gate
    let outboxes: [any Outbox]
    let announcer: Announcer

    /// How many notices an answer holds; `next` leads to the rest.
    private static let pageSize = 100

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let seen = try caller.access.noticesSeen(caller.registers)
        let question = try question(try Query(request, allowed: ["state", "recipient", "page"]), seen)
        let found = try outboxes.flatMap { try $0.deliveries(question) }.sorted { $0.delivery.id > $1.delivery.id }
        let page = found.prefix(Self.pageSize)
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .noticeList, actor: caller.actor) {
                $0.member("notices", page.map(\.delivery.id))
            })
        var json = JSONWriter(capacity: 32 * 1024)
        json.object { json in
            json.member("notices", each: page) {
                $1.write(to: &$0, whole: caller.access.readsNotices)
                $0.member("recipientName", caller.registers.name(of: $1.delivery.notice.recipient))
            }
            json.member("next", found.count > Self.pageSize ? page.last?.delivery.id : nil)
        }
        return Response(json)
    }

    /// A body may say `anyway`: to send what has lost its sense.
    func resend(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayResend()
        _ = try Query(request, allowed: [])
        let isAnyway = try await request.optionalObject { $0.flag("anyway") }
        let id = context.part("id")
        let record = try await announcer.announced(.noticeResend, caller) {
            $0.member("notice", id)
        } change: {
            try await resent(id, anyway: isAnyway)
        } shown: {
            $1.member("recipient", $0.delivery.notice.recipient.text)
        }
        var json = JSONWriter()
        json.object {
            record.write(to: &$0, whole: true)
            $0.member("recipientName", caller.registers.name(of: record.delivery.notice.recipient))
        }
        return Response(json)
    }

    private func resent(_ id: String, anyway: Bool) async throws -> DeliveryRecord {
        let now = announcer.clock.now()
        for outbox in outboxes {
            if let record = try await outbox.resend(id, decide: { try $0.resending(at: now, anyway: anyway) }) {
                return record
            }
        }
        throw Refusal(.unknownNotice)
    }

    private func question(_ query: Query, _ seen: Set<NoticeRecipient>?) throws(Refusal) -> DeliveryQuestion {
        var question = DeliveryQuestion()
        question.limit = Self.pageSize + 1
        question.before = try query.text("page")
        question.recipients = seen
        if let text = try query.text("state") {
            guard let state = DeliveryProgress.State(rawValue: text) else {
                throw Query.fault("state", NoticeChoiceWords.unknownState)
            }
            question.state = state
        }
        if let text = try query.text("recipient") {
            guard let recipient = NoticeRecipient(text) else {
                throw Query.fault("recipient", NoticeChoiceWords.unknownRecipient)
            }
            guard seen?.contains(recipient) ?? true else { throw Refusal(.notYours) }
            question.recipients = [recipient]
        }
        return question
    }
}
