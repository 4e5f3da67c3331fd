import COpenAPI
import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Something that does not stop a look-up but that somebody must see to.
public struct ReadinessWarning: Sendable {
    /// Stable, for programs.
    public let slug: String
    /// For people.
    public let message: String

    public init(slug: String, message: String) {
        self.slug = slug
        self.message = message
    }
}

/// Whether the daemon lives, whether it can answer a look-up, and what it counts. Needs no key and tells nothing of a patient.
struct OperationsRoutes: Sendable {
    let audit: any AuditTrail
    let clock: Clock
    let metrics: ServiceMetrics
    let series: PrometheusMetrics
    /// Throws where a look-up could not be answered now.
    let probe: @Sendable () throws -> Void
    /// What the machine has to say, such as a full disk.
    let machineWarnings: @Sendable () -> [ReadinessWarning]
    let rotaWatch: RotaWatch
    let dueWatch: DueWatch
    let noticeWatch: NoticeWatch

    func health(_ request: Request, _ context: ServiceContext) -> Response {
        var json = JSONWriter()
        json.object { $0.member("status", "ok") }
        return Response(json)
    }

    func readiness(_ request: Request, _ context: ServiceContext) -> Response {
        var json = JSONWriter()
        do {
            try probe()
            let warnings =
                auditWarnings + machineWarnings() + (try rotaWarnings()) + cardWarnings
                + noticeWatch.warnings()
            json.object { json in
                json.member("status", "ready")
                json.member("warnings", each: warnings) {
                    $0.member("slug", $1.slug)
                    $0.member("message", $1.message)
                }
            }
            return Response(json)
        } catch {
            context.logger.critical("look-ups cannot be answered", metadata: ["error": "\(type(of: error))"])
            json.object { $0.member("status", "unavailable") }
            return Response(json, status: .serviceUnavailable)
        }
    }

    func metricsText(_ request: Request, _ context: ServiceContext) async -> Response {
        metrics.note(audit.condition)
        metrics.note(await dueWatch.counted(at: clock.now()))
        if let findings = try? rotaWatch.findings(at: clock.now()) {
            metrics.note(findings, in: rotaWatch.associations)
        }
        if let counts = try? noticeWatch.counts() { metrics.note(counts, at: clock.now()) }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: series.text)))
    }

    func openAPI(_ request: Request, _ context: ServiceContext) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: Self.openAPIDocument))
    }

    private static var openAPIDocument: ByteBuffer {
        var size = 0
        let start = card_dispatch_openapi(&size)
        return ByteBuffer(bytes: UnsafeBufferPointer(start: start, count: size))
    }

    private var auditWarnings: [ReadinessWarning] {
        audit.condition.isHealthy ? [] : [ReadinessWarning(slug: "audit-disk", message: OperationsWords.auditDisk)]
    }

    /// Cards with a hole in tonight's plan, a line for each reason and association. It names no patient: whoever asks needs no key.
    private var cardWarnings: [ReadinessWarning] {
        dueWatch.known(at: clock.now()).filter { $0.reason.breaksPlan && $0.cards > 0 }.map { finding in
            ReadinessWarning(
                slug: finding.reason.rawValue,
                message: KeepingWords.breaksPlan(
                    finding.reason, cards: finding.cards, finding.association.name))
        }
    }

    /// What the published rotas lack in the days ahead, a line for each kind and association. It names no person: whoever asks needs no key.
    private func rotaWarnings() throws -> [ReadinessWarning] {
        try rotaWatch.findings(at: clock.now()).map { finding in
            ReadinessWarning(
                slug: finding.kind.slug,
                message: OperationsWords.rotaProblem(
                    finding.kind, count: finding.count, first: finding.first, finding.association.name))
        }
    }
}
