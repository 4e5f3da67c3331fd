public import DutyRota

/// One-time codes of an app on a telephone: TOTP (RFC 6238) with SHA-1, six digits, a new one every 30 seconds.
public struct OneTimeCode: Sendable {
    public let secret: [UInt8]
    private let digests: Digests

    public init(secret: [UInt8], digests: Digests) {
        self.secret = secret
        self.digests = digests
    }

    /// Which code counts at an instant, counted from 1970.
    public static func step(at now: Instant) -> Int64 { now.milliseconds / AccountRules.codeStep }

    /// The code of a step.
    public func code(_ step: Int64, digits: Int = AccountRules.codeDigits) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let hash = digests.hmac(secret, message)
        let start = Int(hash.last ?? 0) & 0x0F
        let value = hash.dropFirst(start).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(UInt64(value) % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Of which step a code is that somebody gives now: the present one, one before, or one after, as clocks differ. nil: of none.
    ///
    /// Every step is compared, whatever the first ones gave: the time says nothing.
    public func step(of typed: String, at now: Instant) -> Int64? {
        guard let digits = LinkDigits.read(typed) else { return nil }
        let present = Self.step(at: now)
        return AccountRules.codeSteps.map { present + $0 }.filter {
            Secrets.areEqual(Array(code($0).utf8), Array(digits.utf8))
        }.first
    }

    /// What an app scans to make the codes.
    public func address(of login: Login, issuer: String) -> String {
        let issuer = Base32.percentEncoded(issuer)
        return
            "otpauth://totp/\(issuer):\(Base32.percentEncoded(login.text))?secret=\(Base32.text(secret))&issuer=\(issuer)"
    }
}

/// Letters and digits that are typed instead of scanned (RFC 4648, without padding).
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func text(_ bytes: [UInt8]) -> String {
        var (bits, count, letters) = (0, 0, [UInt8]())
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                letters.append(alphabet[bits >> (count - 5) & 31])
                count -= 5
            }
            bits &= (1 << count) - 1
        }
        if count > 0 { letters.append(alphabet[bits << (5 - count) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// nil for anything else. Spaces, capitals and padding don't matter.
    public static func bytes(_ text: String) -> [UInt8]? {
        var (bits, count, bytes) = (0, 0, [UInt8]())
        for byte in text.uppercased().utf8 where byte != 0x20 && byte != 0x3D {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            bits = bits << 5 | value
            count += 5
            if count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits >> (count - 8)))
                count -= 8
                bits &= (1 << count) - 1
            }
        }
        return bytes
    }

    fileprivate static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
