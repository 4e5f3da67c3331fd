import CardService
import DutyRota
import EmergencyCards
import Testing

@Suite("One-time codes")
struct OneTimeCodeTests {
    private static let secret = Array("12345678901234567890".utf8)
    private let codes = OneTimeCode(secret: secret, digests: .crypto)

    @Test(
        "The test vectors of RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func vectors(_ second: Int64, _ wanted: String) {
        let now = Instant(milliseconds: second * 1000)
        #expect(codes.code(OneTimeCode.step(at: now), digits: 8) == wanted)
        #expect(codes.step(of: String(wanted.suffix(6)), at: now) == second / 30)
    }

    @Test("The code before and the one after count as well, and none further off; digits of either width, with a space")
    func window() {
        let now = Instant(milliseconds: 1_800_000_015_000)
        let step = OneTimeCode.step(at: now)
        for (offset, counts) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
            #expect((codes.step(of: codes.code(step + offset), at: now) == step + offset) == counts, "\(offset)")
        }
        let code = codes.code(step)
        #expect(codes.step(of: "\(code.prefix(3)) \(code.suffix(3))", at: now) == step)
        for wrong in ["", "12345", "1234567", "abcdef"] { #expect(codes.step(of: wrong, at: now) == nil) }
    }

    @Test(
        "Secrets are written in base 32 as RFC 4648 has it",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(_ plain: String, _ written: String) {
        #expect(Base32.text(Array(plain.utf8)) == written)
        #expect(Base32.bytes(written.lowercased() + " ==") == Array(plain.utf8))
    }

    @Test("An app is told login and secret, and whose they are")
    func address() throws {
        let login = try #require(Login("a@b.jp"))
        #expect(
            codes.address(of: login, issuer: "緊急")
                == "otpauth://totp/%E7%B7%8A%E6%80%A5:a%40b%2Ejp?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E7%B7%8A%E6%80%A5"
        )
    }
}
