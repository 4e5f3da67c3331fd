import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore

/// What the screens of all desks share.
struct Desk: Sendable {
    let library: ScreenLibrary
    let doorkeeper: any Doorkeeper
    /// The API, as every program finds it.
    let api: any HTTPResponder<ServiceContext>
    let clock: Clock
    /// Under which address browsers find us; nil: at this machine alone.
    let address: PublicAddress?

    /// What stands before every path, such as a proxy's folder; mostly nothing.
    var base: String { address?.path ?? "" }

    /// What our pages may do in a browser: show what comes from us, and send forms to us.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    /// What stands around the screens of a person: who they are, and where else they can go. nil: nobody is signed in.
    func frame(for person: Person?, at path: String) -> Shown {
        var shown: Shown = ["base": base]
        guard let person else { return shown }
        let (words, role) = (library.words, person.holder.role)
        shown["token"] = person.token
        let places = Self.places(of: role)
        let here = places.map(\.path).filter { path == $0 || path.hasPrefix($0 + "/") }.max { $0.count < $1.count }
        shown["me"] =
            [
                "name": person.name, "role": words["common.role.\(role.rawValue)"],
                "nav": places.map { place -> Shown in
                    ["path": place.path, "text": words[place.word], "isHere": place.path == here]
                },
            ] as Shown
        return shown
    }

    /// A template filled in, as an answer.
    func screen(_ template: String, _ shown: Shown, status: HTTPResponse.Status = .ok) throws -> Response {
        var response = Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try library.render(template, shown))))
        response.headers[.contentSecurityPolicy] = Self.policy
        return response
    }

    /// Sends a browser to a path of ours.
    func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: base + path])
    }
}
