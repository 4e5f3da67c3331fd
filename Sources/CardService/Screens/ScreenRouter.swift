import EmergencyCards
import HTTPTypes
import Hummingbird

/// Where screens are entered under their path. Whatever is entered here is for one role, takes a form only with the session's token, and
/// answers errors with a page: no screen can forget it.
struct ScreenRouter {
    /// A screen, and whom it is for.
    struct Entry: Hashable, Sendable {
        let method: HTTPRequest.Method
        let path: String
        /// nil: anybody, also who is not signed in. Empty: whoever is signed in.
        let roles: Set<Role>?
    }

    typealias Screen = @Sendable (DeskVisit) async throws -> Response

    let router: Router<ServiceContext>
    let desk: Desk
    private(set) var entries: [Entry] = []

    init(_ router: Router<ServiceContext>, _ desk: Desk) {
        self.router = router
        self.desk = desk
    }

    /// A page to be read.
    mutating func get(_ path: String, for roles: Role..., use screen: @escaping Screen) {
        enter(.get, path, Set(roles), bodyLimit: 0, screen)
    }

    /// A form that is sent. `bodyLimit` is in bytes; `files`: whether it may bring files.
    mutating func post(
        _ path: String, for roles: Role..., bodyLimit: Int = 64 * 1024, files: Bool = false,
        use screen: @escaping Screen
    ) {
        enter(.post, path, Set(roles), bodyLimit: bodyLimit, files: files, screen)
    }

    /// A page for anybody, such as that on which people sign in.
    mutating func open(
        _ method: HTTPRequest.Method, _ path: String,
        use answer: @escaping @Sendable (Request, ServiceContext) async throws -> Response
    ) {
        entries.append(Entry(method: method, path: path, roles: nil))
        router.on(RouterPath(path), method: method) { [desk] request, context in
            try await desk.answering(request, person: nil) { try await answer(request, context) }
        }
    }

    private mutating func enter(
        _ method: HTTPRequest.Method, _ path: String, _ roles: Set<Role>, bodyLimit: Int, files: Bool = false,
        _ screen: @escaping Screen
    ) {
        entries.append(Entry(method: method, path: path, roles: roles))
        router.on(RouterPath(path), method: method) { [desk] request, context in
            guard let person = try await desk.doorkeeper.person(request, context) else { return desk.signIn(request) }
            return try await desk.answering(request, person: person) {
                guard roles.isEmpty || roles.contains(person.holder.role) else { throw Refusal(.wrongRole) }
                var form = FormFields()
                if method != .get {
                    form = try await FormFields(request, upTo: bodyLimit, files: files)
                    guard form.isMade(with: person.token) else { throw OldForm() }
                }
                return try await screen(
                    DeskVisit(desk: desk, person: person, request: request, context: context, form: form))
            }
        }
    }
}

/// A form that was not made for the session that it is sent in: an old page, or somebody else's.
struct OldForm: Error {}

extension Desk {
    /// Sends whoever is not signed in to where they can; a page that was to be read is opened afterwards.
    func signIn(_ request: Request) -> Response {
        let wanted = request.method == .get ? "?next=" + request.uri.path.percentEncoded : ""
        return redirect(to: "/login" + wanted)
    }

    /// An answer, or a page that says why there is none.
    func answering(
        _ request: Request, person: Person?, _ answer: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await answer()
        } catch let refused as Refused {
            return try failure(
                refused.title, faults: refused.faults.map(\.message), status: refused.status, person, request)
        } catch let stale as StaleProof {
            return redirect(to: "/login/again?next=" + stale.back.percentEncoded)
        } catch is OldForm {
            return try failure(library.words["failure.oldForm"], status: .forbidden, person, request)
        } catch let refusal as Refusal {
            let known = library.words.find("failure.\(refusal.code)")
            return try failure(
                known ?? refusal.title, faults: refusal.errors.map(\.message), status: refusal.code.status, person,
                request)
        }
    }

    private func failure(
        _ title: String, faults: [String] = [], status: HTTPResponse.Status, _ person: Person?, _ request: Request
    ) throws -> Response {
        var shown = frame(for: person, at: request.uri.path)
        shown["page"] =
            [
                "title": title, "faults": faults.map { ["message": $0] as Shown },
                "advice": library.words["failure.advice"],
            ] as Shown
        return try screen("failure", shown, status: status)
    }
}
