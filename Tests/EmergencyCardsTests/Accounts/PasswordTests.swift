import DutyRota
import EmergencyCards
import Testing

@Suite("New passwords")
struct PasswordTests {
    private func fault(_ password: String) throws -> PasswordRules.Fault? {
        PasswordRules(
            login: try #require(Login("oishi.noriko")), name: "大石　典子", birthDate: Day("1968-02-11")
        ).fault(password)
    }

    @Test(
        "What anybody would guess is refused, and why",
        arguments: [
            ("abc12", PasswordRules.Fault.tooShort), ("ｋｕｍｏ１２", .tooShort),
            (String(repeating: "kumo-", count: 26), .tooLong),
            ("password", .common), ("Password1", .common), ("p@ssw0rd", .common), ("Sakura2026!", .common),
            ("sakurasakura", .common), ("ｓａｋｕｒａ１１９", .common), ("shizuoka119", .common), ("iloveyou", .common),
            ("Qwerty!234", .common), ("1qaz2wsx", .common), ("himitsu-2026", .common), ("midori1234", .common),
            ("11111111", .simple), ("abababab", .simple), ("ああああああああ", .simple), ("12345678", .simple),
            ("87654321", .simple), ("asdfghjk", .simple), ("lkjhgfdsa1", .common), ("x1234567y", .simple),
            ("oishi.noriko1", .containsLogin), ("my-noriko-77", .containsLogin), ("大石のうみ99x", .containsName),
            ("大石典子です1234", .containsName), ("kumo19680211", .containsBirthDate), ("kumo-680211", .containsBirthDate),
            ("kumo-430211x", .containsBirthDate),
        ])
    func refused(_ password: String, _ wanted: PasswordRules.Fault) throws {
        #expect(try fault(password) == wanted)
    }

    @Test(
        "Anything else is taken, whatever it is made of",
        arguments: [
            "kumo-no-mine", "tsurezure", "さくらの下で待つ", "wq8#Lm2z", "correct horse", "kaminari19", "4ji-han-no-bus",
            "yama to kawa",
        ])
    func taken(_ password: String) throws {
        #expect(try fault(password) == nil)
    }

    @Test(
        "Logins are taken as people type them, and nothing else is one",
        arguments: [
            ("Oishi", "oishi"), ("ｏｉｓｈｉ ", "oishi"), ("a.b-c_d@example.jp", "a.b-c_d@example.jp"), ("ab", nil),
            ("大石", nil),
            ("a<b>c", nil), ("", nil), (String(repeating: "a", count: 61), nil),
        ] as [(String, String?)])
    func logins(_ typed: String, _ wanted: String?) {
        #expect(Login(typed)?.text == wanted)
    }
}
