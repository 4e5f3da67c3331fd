import EmergencyCards
import Testing

@testable import CardService

@Suite("SMS and fax through a gateway")
struct WebhookTests {
    @Test("A request is signed as the example of Standard Webhooks")
    func signature() throws {
        let signature = try #require(WebhookSignature(secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let body = Array(#"{"test": 2432232314}"#.utf8)
        #expect(
            signature.signature(id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330, body: body)
                == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(
        "Secrets that are none",
        arguments: ["", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_abcd", "whsec_!!"])
    func secrets(_ text: String) {
        #expect(WebhookSignature(secret: text) == nil)
    }

    @Test(
        "A status says whether it was taken, may be later, or never will",
        arguments: [
            (200, nil, .confirmed), (202, nil, .confirmed), (204, nil, .confirmed), (301, nil, .permanent("http-301")),
            (400, nil, .permanent("http-400")), (401, nil, .permanent("http-401")), (404, nil, .permanent("http-404")),
            (410, nil, .permanent("http-410")), (408, nil, .temporary("http-408")),
            (429, "7", .temporary("http-429", retryAfter: 7_000)),
            (503, "120", .temporary("http-503", retryAfter: 120_000)), (503, "-5", .temporary("http-503")),
            (429, "Wed, 21 Oct 2026 07:28:00 GMT", .temporary("http-429")),
            (429, "99999999999999999999", .temporary("http-429")), (500, nil, .temporary("http-500")),
        ] as [(UInt, String?, DeliveryOutcome)])
    func statuses(_ status: UInt, _ retryAfter: String?, _ outcome: DeliveryOutcome) {
        #expect(Webhook.outcome(status, retryAfter: retryAfter) == outcome)
    }

    @Test(
        "A gateway is reached by https, or on this machine",
        arguments: [
            ("https://gw.example.jp/hook", true), ("http://127.0.0.1:9000/hook", true), ("http://localhost/", true),
            ("http://[::1]:9000/", true), ("http://gw.example.jp/hook", false), ("https://u:p@gw.example.jp/", false),
            ("ftp://gw.example.jp/", false), ("https://", false), ("http://127.0.0.1.example.jp/", false), ("", false),
        ])
    func addresses(_ text: String, _ isTaken: Bool) {
        #expect((WebhookAddress(text) != nil) == isTaken)
    }
}
