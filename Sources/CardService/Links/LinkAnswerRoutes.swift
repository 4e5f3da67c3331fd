import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// What somebody says by a form of a link's page.
struct LinkAnswerRoutes: Sendable {
    let pages: LinkPageRoutes

    private var keeping: LinkKeeping { pages.keeping }

    func answer(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (place, remote) = (try LinkPlace(context, pages.address), context.address(of: request))
        guard let act = LinkAct(rawValue: context.part("act")) else { throw Refusal(.notFound) }
        let form = try await FormFields(request)
        guard let visit = LinkVisit(request), let scene = try keeping.scene(visit, at: place.address) else {
            return place.redirect
        }
        guard act.isOf(scene.link.kind) else { throw Refusal(.notFound) }
        guard form.isMade(with: visit.token) else {
            return try await pages.show(
                scene, visit, place, to: remote, message: LinkFormWords.oldForm, status: .forbidden)
        }
        do {
            try await enter(act, form, scene, from: remote)
        } catch let refusal as Refusal where refusal.code.status.kind == .clientError {
            let message = refusal.errors.first?.message ?? LinkFormWords.notNow
            let isLate = refusal.code == .wrongCallState
            let (present, status) = (try keeping.scene(visit, at: place.address), refusal.code.status)
            guard let present else { return place.redirect }
            return try await pages.show(
                present, visit, place, to: remote, message: isLate ? LinkFormWords.notNow : message, status: status)
        }
        guard act == .decline, scene.link.kind == .physician else { return place.redirect }
        let view = try keeping.view(scene)
        return Response(
            try Page(PackageResources.night_mustache) {
                NightPage(turnedBackFrom: view, at: place.path, policy: $0)
            })
    }

    /// Enters what was said. A hospital that is full declines first: should the rest fail, the next one has been told all the same.
    private func enter(_ act: LinkAct, _ form: FormFields, _ scene: LinkScene, from remote: String?) async throws {
        let now = keeping.announcer.clock.now()
        let answer = try act.answer(form, scene.link.kind, at: now)
        let fullness = act == .full ? try act.fullness(form, at: now) : nil
        try await keeping.answer(answer, scene, from: remote)
        guard let fullness, !scene.call.subject.isRehearsal,
            case .hospital(let hospital) = LinkView.reader(scene.link, in: scene.call)
        else { return }
        try await keeping.announcer.announced(.hospitalFull, by: .link(from: remote)) {
            scene.write(to: &$0)
        } change: {
            _ = try await keeping.night.change(by: "link", at: now) { marks, now in
                var decision = NightDecision()
                let isKnown = marks.fullHospitals.contains {
                    $0.hospital == hospital && $0.lift == nil && $0.interval.contains(now) && $0.until >= fullness.until
                }
                if isKnown { return decision }
                decision.marks.fullHospitals = [
                    try fullness.mark(hospital: hospital, id: now.newID(), at: now, by: "link")
                ]
                return decision
            }
        } shown: {
            $1.member("hospitals", [hospital.text])
        }
    }
}
