import DutyRota
import EmergencyCards
import Foundation
import Hummingbird

/// The call that all this exists for: a number comes in, the plan for the night goes out.
struct LookUpRoutes: Sendable {
    let gate: Gate
    let finder: any CardFinder
    let audit: any AuditTrail
    let clock: Clock
    let metrics: ServiceMetrics
    let rules: CallRules

    func lookUp(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayLookUp()
        let question = try Question(request, context, now: clock.now(), length: caller.registers.numberLength)
        guard let number = question.reading.number else { throw await malformed(question, caller) }
        let result = Result { try finder.find(number) }
        guard case .success(let match) = result else { throw await unavailable(question, caller) }
        guard let found = match else { throw await unknown(question, caller) }
        let visible: FoundCard
        do {
            visible = try caller.access.visible(found)
        } catch {
            // What a hospital may not know reads like a number that was never issued; the record says what it was.
            guard error.code == .unknownCard else {
                await record(question, caller, outcome: error.code.rawValue) { _ in }
                throw error
            }
            throw await nowhere(question, caller, error, Sentences.unknown)
        }
        let answer = question.lookUp.answer(visible, registers: caller.registers, rules: rules)
        await record(question, caller, outcome: "found") { answer.writeShown(to: &$0) }
        var json = JSONWriter(capacity: 6144)
        json.object { answer.write(to: &$0) }
        return Response(json)
    }

    private func unknown(_ question: Question, _ caller: Caller) async -> Problem {
        await nowhere(question, caller, Refusal(.unknownCard), Sentences.unknown)
    }

    /// The register cannot be read: the dispatcher is told what to do all the same.
    private func unavailable(_ question: Question, _ caller: Caller) async -> Problem {
        await nowhere(question, caller, Refusal(.unavailable), Sentences.unavailable)
    }

    private func malformed(_ question: Question, _ caller: Caller) async -> Problem {
        let suggestions =
            caller.access.seesSuggestions ? (try? finder.issued(among: question.reading.candidates)) ?? [] : []
        let sentence = Sentences.malformed(question.reading, length: caller.registers.numberLength)
        return await nowhere(question, caller, Refusal(.malformedNumber), sentence, suggestions: suggestions)
    }

    /// Records a number that leads nowhere, and says what to do and how to search on.
    private func nowhere(
        _ question: Question, _ caller: Caller, _ refusal: Refusal, _ sentence: String,
        suggestions: [Acquaintance] = []
    ) async -> Problem {
        await record(question, caller, outcome: refusal.truth.rawValue) {
            $0.member("didYouMean", suggestions.map(\.number.text))
        }
        return Problem(refusal) { json in
            json.member("sentence", sentence)
            json.member("didYouMean", each: suggestions) { $1.write(to: &$0) }
            json.member("nextSearches", SearchWords.kinds)
        }
    }

    private func record(
        _ question: Question, _ caller: Caller, outcome: String, _ shown: (inout JSONWriter) -> Void
    ) async {
        metrics.lookUp(outcome)
        await audit.append(
            AuditRecord(at: question.askedAt, action: .lookup, actor: caller.actor) { json in
                json.member("asked", question.asked)
                if let number = question.reading.number, number.text != question.asked {
                    json.member("read", number.text)
                }
                json.member("via", question.via)
                json.member("at", question.lookUp.at.rfc3339)
                json.member("rehearsal", question.lookUp.rehearsal)
                json.member("outcome", outcome)
                shown(&json)
            })
    }
}

/// What was asked, as it came in.
private struct Question {
    let askedAt: Instant
    /// As it was typed, for the record: cut off where it cannot be a number any more.
    let asked: String
    let via: String?
    let lookUp: LookUp

    var reading: NumberReading { lookUp.reading }

    init(_ request: Request, _ context: ServiceContext, now: Instant, length: NumberLength) throws {
        let query = try Query(request, allowed: ["at", "via"])
        let raw = context.parameters.get("number") ?? ""
        let typed = raw.utf8.contains(UInt8(ascii: "%")) ? raw.removingPercentEncoding ?? raw : raw
        asked = String(typed.prefix(64))
        via = try query.text("via")
        guard via == nil || via == "didYouMean" || via == "search" else {
            throw Query.fault("via", RequestWords.unknownVia)
        }
        let at = try query.instant("at")
        askedAt = now
        lookUp = LookUp(reading: NumberReading(typed, length: length), at: at ?? now, rehearsal: at != nil)
    }
}
