import EmergencyCards
import HTTPTypes
import Hummingbird

/// The pages that a link leads to: first its code is asked for, whatever the address.
struct LinkPageRoutes: Sendable {
    let keeping: LinkKeeping
    let codes: CodeGuard
    let address: PublicAddress?

    func page(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let place = try LinkPlace(context, address)
        guard let visit = LinkVisit(request), let scene = try keeping.scene(visit, at: place.address) else {
            return try ask(place)
        }
        return try await show(scene, visit, place, to: context.address(of: request))
    }

    /// A code is given.
    func open(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let place = try LinkPlace(context, address)
        guard let code = LinkDigits.read(try await FormFields(request)["code"] ?? "") else {
            return try ask(place, message: LinkFormWords.sixDigits, status: .unprocessableContent)
        }
        let (remote, now, rules) = (
            context.address(of: request) ?? "", keeping.announcer.clock.now(), keeping.rules
        )
        try await codes.admit(remote, at: now)
        let (start, visit) = (ContinuousClock.now, LinkVisit())
        let trial = try await keeping.links.tryCode(at: place.address, at: now, visit: visit.hash) { scene, wrong in
            LinkRules.opens(code, scene, wrong: wrong, at: now, rules)
        }
        await record(trial, place, remote)
        guard trial.isOpened else {
            try await codes.refuse(remote, wrong: trial.wrongCodes, since: start, at: now)
            return try ask(place, message: LinkFormWords.wrongCode, status: .forbidden)
        }
        var response = place.redirect
        response.setCookie(visit.cookie(for: place.path, isSecure: place.isSecure))
        return response
    }

    /// The question whether a physician turns back; of anything else the page itself.
    func confirm(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let place = try LinkPlace(context, address)
        guard let visit = LinkVisit(request), let scene = try keeping.scene(visit, at: place.address),
            scene.link.kind == .physician, context.part("act") == LinkAct.decline.rawValue
        else { return place.redirect }
        return try await show(scene, visit, place, to: context.address(of: request), isTurningBack: true)
    }

    func ask(_ place: LinkPlace, message: String? = nil, status: HTTPResponse.Status = .ok) throws -> Response {
        let page = try Page(PackageResources.night_mustache, hasForms: true) {
            NightPage(asking: place.path, policy: $0, message: message)
        }
        return Response(page, status: status)
    }

    /// What somebody who is let in is shown. What it shows of the patient is kept as shown, each time.
    func show(
        _ scene: LinkScene, _ visit: LinkVisit, _ place: LinkPlace, to remote: String?, message: String? = nil,
        status: HTTPResponse.Status = .ok, isTurningBack: Bool = false
    ) async throws -> Response {
        let view = try keeping.view(scene)
        let page = try Page(PackageResources.night_mustache, hasForms: true) {
            NightPage(
                view, at: place.path, token: visit.token, policy: $0, message: message, isTurningBack: isTurningBack)
        }
        if let version = view.version, !isTurningBack {
            await keeping.record(.linkRead, from: remote) { json in
                scene.write(to: &json)
                json.member("version", version)
            }
        }
        return Response(page, status: status)
    }

    private func record(_ trial: CodeTrial, _ place: LinkPlace, _ remote: String) async {
        await keeping.record(trial.isOpened ? .linkOpened : .linkRefused, from: remote.isEmpty ? nil : remote) { json in
            json.member("link", place.address)
            trial.scene?.write(to: &json)
            json.member("wrongCodes", trial.wrongCodes)
            json.member("locked", trial.wrongCodes >= LinkRules.wrongCodes)
        }
    }
}
