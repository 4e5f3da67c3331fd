import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore

/// What a browser is shown where no screen answers: a page instead of the API's problem.
struct FailurePages: Sendable {
    let library: ScreenLibrary
    /// What stands before every path, such as a proxy's folder; mostly nothing.
    let base: String

    /// The page; nil for a program, and for whatever asks the API.
    func page(_ problem: Problem, for request: Request) -> Response? {
        let accepted = request.headers[.accept] ?? ""
        guard accepted.contains("text/html"), !request.uri.path.hasPrefix("/api/") else { return nil }
        let (code, words) = (problem.refusal.code, library.words)
        var shown: Shown = ["base": base]
        shown["page"] =
            [
                "title": words.find("failure.\(code)") ?? problem.refusal.title, "faults": [Shown](),
                "advice": words["failure.advice"],
            ] as Shown
        guard let html = try? library.render("failure", shown) else { return nil }
        var headers = problem.headers
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentSecurityPolicy] = Desk.policy
        return Response(
            status: code.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
