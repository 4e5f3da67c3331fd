import Crypto
import Foundation

/// Signs requests by Standard Webhooks (standardwebhooks.com): whoever has the same secret can tell that a request is ours and has not been changed.
public struct WebhookSignature: Sendable {
    private let key: SymmetricKey

    /// nil for anything but `whsec_` and 24 to 64 bytes in Base64.
    public init?(secret: String) {
        guard secret.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(secret.dropFirst(6))),
            (24...64).contains(bytes.count)
        else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The `webhook-signature` of a request. `seconds`: its `webhook-timestamp`.
    func signature(id: String, seconds: Int64, body: [UInt8]) -> String {
        let signed = Array("\(id).\(seconds).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        return "v1," + Data(code).base64EncodedString()
    }
}
