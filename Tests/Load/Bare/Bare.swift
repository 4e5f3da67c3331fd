import Hummingbird

/// The benchmark's yardstick: Hummingbird with one route that answers the same bytes whatever it is asked.
///
/// `Bare PORT SIZE` listens on 127.0.0.1 and answers `GET /` with SIZE bytes of JSON. What the service needs beyond this is its own.
@main
struct Bare {
    static func main() async throws {
        guard CommandLine.arguments.count == 3, let port = Int(CommandLine.arguments[1]),
            let size = Int(CommandLine.arguments[2]), size >= 11
        else { return print("usage: Bare PORT SIZE") }
        let answer = ByteBuffer(string: #"{"pad":""# + String(repeating: "x", count: size - 10) + #""}"#)
        let router = Router()
        router.get("/") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: answer))
        }
        let app = Application(
            router: router, server: .http1(),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: "bare"))
        try await app.runService()
    }
}
