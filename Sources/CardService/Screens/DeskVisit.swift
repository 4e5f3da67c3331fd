import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore

/// One request of somebody at a desk, with all that a screen needs to answer it.
///
/// A screen asks the API for what it shows and for what it does, as its person: it has no rule of its own, and whatever a screen can do
/// is recorded, refused and described as the API says.
struct DeskVisit: Sendable {
    let desk: Desk
    let person: Person
    let request: Request
    let context: ServiceContext
    /// What was sent; empty where the page is only read.
    let form: FormFields

    var words: ScreenWords { desk.library.words }

    /// Asks the API. Throws ``Refused`` for whatever it refuses.
    func ask(
        _ method: HTTPRequest.Method = .get, _ route: Route, _ parts: [String: String] = [:],
        query: [(String, String)] = [], _ body: JSONValue? = nil, ifMatch: String? = nil, once: String? = nil
    ) async throws -> APIAnswer {
        var headers: HTTPFields = [:]
        if body != nil { headers[.contentType] = "application/json" }
        headers[.ifMatch] = ifMatch
        headers[.idempotencyKey] = once
        let response = try await forward(
            method, route, parts, query: query, headers: headers, body: body?.bytes ?? [])
        let answer = APIAnswer(
            status: response.status, headers: response.headers,
            json: JSONValue(try await response.body.collected()) ?? .null)
        guard answer.status.kind == .successful else { throw Refused(answer) }
        return answer
    }

    /// What the API answers, whatever it is: a file, a stream, a refusal.
    func forward(
        _ method: HTTPRequest.Method = .get, _ route: Route, _ parts: [String: String] = [:],
        query: [(String, String)] = [], headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> Response {
        var head = HTTPRequest(
            method: method, scheme: "http", authority: request.head.authority, path: route.filled(parts, query: query),
            headerFields: headers)
        // Where the person sits, for the record, as a proxy has said it.
        for value in request.headers[values: .forwardedFor] {
            head.headerFields.append(HTTPField(name: .forwardedFor, value: value))
        }
        if !body.isEmpty { head.headerFields[.contentLength] = "\(body.count)" }
        var context = context
        context.coreContext.endpointPath = EndpointPath()
        context.person = person
        return try await desk.api.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))), context: context)
    }

    /// A screen: a template of the library with what it shows under `page`. `drill`: what is said of a rehearsal, over everything.
    func screen(
        _ template: String, _ page: Shown, message: String? = nil, status: HTTPResponse.Status = .ok,
        refresh: Int? = nil, drill: String? = nil
    ) throws -> Response {
        var shown = desk.frame(for: person, at: request.uri.path)
        shown["page"] = page
        shown["message"] = message
        shown["refresh"] = refresh
        shown["drill"] = drill
        shown["done"] = request.uri.queryParameters["done"].flatMap { words.find("done.\($0)") }
        return try desk.screen(template, shown, status: status)
    }

    /// Sends the browser on after something was done; `done` names in the catalogue what the next screen says of it.
    func go(to path: String, done: String? = nil) -> Response {
        let query = done.map { (path.contains("?") ? "&" : "?") + "done=\($0)" } ?? ""
        return desk.redirect(to: path + query)
    }
}

/// What the API answered.
struct APIAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let json: JSONValue

    /// Which version it shows.
    var tag: String? { headers[.eTag] }
}

/// What the API refused.
struct Refused: Error {
    let status: HTTPResponse.Status
    /// The problem as it was answered.
    let problem: JSONValue

    init(_ answer: APIAnswer) {
        (status, problem) = (answer.status, answer.json)
    }

    /// The stable name of the reason.
    var code: Refusal.Code? {
        problem["type"].text?.split(separator: "/").last.flatMap { Refusal.Code(rawValue: String($0)) }
    }

    var title: String { problem["title"].text ?? "" }

    /// What is wrong, by field.
    var faults: [(field: String, message: String)] {
        problem["errors"].elements.map { ($0["field"].text ?? "", $0["message"].text ?? "") }
    }

    /// What is said over a form: the reason, and what is wrong with fields that it does not show.
    var message: String { title }
}

extension Route {
    /// The path with its parts filled in, as a request has it.
    func filled(_ parts: [String: String], query: [(String, String)] = []) -> String {
        let path = rawValue.split(separator: "/").map { piece in
            guard piece.hasPrefix("{"), let end = piece.firstIndex(of: "}") else { return String(piece) }
            let name = String(piece[piece.index(after: piece.startIndex)..<end])
            return (parts[name] ?? "").percentEncoded + piece[piece.index(after: end)...]
        }
        let asked = query.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }
        return "/" + path.joined(separator: "/") + (asked.isEmpty ? "" : "?" + asked.joined(separator: "&"))
    }
}

extension DeskVisit {
    /// A part of the path.
    func part(_ name: String) -> String { context.part(name) }

    /// A parameter of the query; nil where it is missing or empty.
    func query(_ name: String) -> String? {
        request.uri.queryParameters[Substring(name)].flatMap { $0.isEmpty ? nil : String($0) }
    }

    /// The association, physician or hospital for whom the person speaks; empty for fire and admin.
    var speaksFor: String { person.holder.scope.identifier ?? "" }
}
