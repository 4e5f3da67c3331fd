import Crypto
import EmergencyCards
import HTTPTypes
import Hummingbird

extension Request {
    /// What tells a repetition of this request, which consists of `content`, from a new one; nil where nobody asked. Throws `malformedParameter`.
    func repetition(_ content: [UInt8], _ caller: Caller) throws -> Repetition? {
        guard let key = headers[.idempotencyKey] else { return nil }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Query.fault("Idempotency-Key", RequestWords.badIdempotencyKey)
        }
        return Repetition(holder: caller.holder.id, key: key, request: Array(SHA256.hash(data: content)))
    }
}
