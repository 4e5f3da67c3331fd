public import DutyRota

/// Codes on paper for the day on which the telephone with the one-time codes is lost or broken. Each opens once.
public enum RecoveryCode {
    /// Without those that are taken for another.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

    /// New ones, as they are shown: `k3xm-9p2q-hwt7`.
    public static func draw(_ randomness: Randomness) -> [String] {
        var random = randomness
        return (0..<AccountRules.recoveryCodes).map { _ in
            let letters = (0..<AccountRules.recoveryLength).map { _ in
                alphabet[Int.random(in: alphabet.indices, using: &random)]
            }
            return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0...].prefix(4)) }.joined(
                separator: "-")
        }
    }

    /// Under which a code is kept; it doesn't matter how it was typed. An account's code is nobody else's.
    public static func hash(_ typed: String, of account: AccountID, _ digests: Digests) -> SecretHash {
        let plain = typed.sameWidth.lowercased().filter { $0.isLetter || $0.isNumber }
        return digests.hash("recovery \(account.text)", plain)
    }
}
