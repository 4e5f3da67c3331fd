public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: CallRegister {
    public func open(
        _ subject: Call.Subject, repetition: Repetition?, at instant: Instant,
        decide: @Sendable (_ id: CallID, Call?) throws -> CallDecision
    ) async throws -> Call {
        let (randomness, rules) = (randomness, callRules)
        return try await writingNight { database in
            if let repetition, let earlier = try Call.earlier(repetition, database) { return earlier }
            let present = try Call.open(about: subject, database)
            let id = present?.id ?? CallID(UUIDv7.make(at: instant, randomness: randomness))
            let decision = try decide(id, present)
            let call = present ?? Call(id: id, subject: subject, entries: [])
            if present == nil { try call.insert(at: instant, database) }
            let changed = try call.write(decision, rules, database)
            if let repetition { try changed.remember(repetition, at: instant, database) }
            return changed
        }
    }

    public func change(
        _ id: CallID, repetition: Repetition?, at instant: Instant, decide: @Sendable (Call) throws -> CallDecision
    ) async throws -> Call {
        let rules = callRules
        return try await writingNight { database in
            if let repetition, let earlier = try Call.earlier(repetition, database) { return earlier }
            guard let call = try Call.fetch(id, database) else { throw Refusal(.unknownCall) }
            let changed = try call.write(try decide(call), rules, database)
            if let repetition { try changed.remember(repetition, at: instant, database) }
            return changed
        }
    }

    public func call(_ id: CallID) throws -> Call? {
        try nightFile().readers.read { database in
            try database.inCachedTransaction(.reading) { try Call.fetch(id, database) }
        }
    }

    public func calls(_ question: CallQuestion) throws -> [Call] {
        try nightFile().readers.read { database in
            try database.inCachedTransaction(.reading) { try Call.fetchAll(question, database) }
        }
    }

    /// One transaction on the desk's file. An ill file is `unavailable`.
    private func writingNight<Value: Sendable>(
        _ body: @Sendable (Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await nightFile().writer.write { try body($0) }
        } catch is DatabaseError { throw Refusal(.unavailable) }
    }
}
