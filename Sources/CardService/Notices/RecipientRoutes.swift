import EmergencyCards
import Hummingbird

/// Where people want to be told, and of what not.
struct RecipientRoutes: Sendable {
    let gate: Gate
    let choices: any NoticeChoices
    let announcer: Announcer

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        _ = try Query(request, allowed: [])
        let recipient = try recipient(caller, context)
        return answer(recipient, caller.registers.noticeChoices[recipient], caller)
    }

    func choose(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        _ = try Query(request, allowed: [])
        let recipient = try recipient(caller, context)
        let choice = try await request.object(NoticeChoice.read)
        try await announcer.announced(.noticeChoice, caller) {
            $0.member("recipient", recipient.text)
        } change: {
            try await choices.choose(choice, for: recipient)
        } shown: {
            $1.member("channels", choice.addresses.map(\.channel.rawValue))
        }
        return answer(recipient, choice, caller)
    }

    private func answer(_ recipient: NoticeRecipient, _ choice: NoticeChoice?, _ caller: Caller) -> Response {
        var json = JSONWriter()
        json.object { json in
            json.member("recipient", recipient.text)
            json.member("name", caller.registers.name(of: recipient))
            json.member("chosen", choice != nil)
            (choice ?? NoticeChoice()).write(to: &json)
            let used = caller.registers.choosing(choice, for: recipient).addresses(of: recipient)
            json.member("told", each: used) {
                $0.member("channel", $1.channel.rawValue)
                $0.member("target", $1.target)
            }
        }
        return Response(json)
    }

    /// The recipient in the path, who is on the registers. Throws `malformedParameter`, `notYours`, `wrongRole`, `unknownPhysician`.
    private func recipient(_ caller: Caller, _ context: ServiceContext) throws(Refusal) -> NoticeRecipient {
        guard let recipient = NoticeRecipient(context.part("recipient")) else {
            throw Query.fault("recipient", NoticeChoiceWords.unknownRecipient)
        }
        try caller.access.mayChoose(for: recipient, registers: caller.registers)
        return recipient
    }
}
