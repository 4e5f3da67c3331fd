import CoreMetrics
import DutyRota
import EmergencyCards
import Metrics
import Synchronization

/// What the service counts. Nothing of it names a patient, a card or a person.
final class ServiceMetrics: Sendable {
    private struct RequestSeries {
        let count: Counter
        let duration: Timer
    }

    private struct RequestKey: Hashable {
        let endpoint: String
        let method: String
        let status: Int
    }

    private let factory: any MetricsFactory
    private let requests = Mutex<[RequestKey: RequestSeries]>([:])
    private let lookUps = Mutex<[String: Counter]>([:])
    private let searches = Mutex<[[String]: Counter]>([:])
    /// Answers with status 500.
    let failures: Counter
    /// Fire keys that passed their limit.
    let fireOverRate: Counter
    private let auditHealthy: Gauge
    private let auditWaiting: Gauge
    private let auditOverflowed: Gauge
    private let auditUnsaved: Gauge

    init(factory: any MetricsFactory) {
        self.factory = factory
        failures = Counter(label: "card_dispatch_failures_total", factory: factory)
        fireOverRate = Counter(label: "card_dispatch_fire_over_rate_total", factory: factory)
        auditHealthy = Gauge(label: "card_dispatch_audit_healthy", factory: factory)
        auditWaiting = Gauge(label: "card_dispatch_audit_waiting", factory: factory)
        auditOverflowed = Gauge(label: "card_dispatch_audit_overflowed", factory: factory)
        auditUnsaved = Gauge(label: "card_dispatch_audit_unsaved", factory: factory)
    }

    /// Counts a look-up by its outcome.
    func lookUp(_ outcome: String) {
        let counter = lookUps.withLock { counters in
            if let known = counters[outcome] { return known }
            let made = Counter(
                label: "card_dispatch_lookups_total", dimensions: [("outcome", outcome)], factory: factory)
            counters[outcome] = made
            return made
        }
        counter.increment()
    }

    /// Counts a search by the words that were used and by its outcome.
    func search(_ kind: String, _ outcome: String) {
        let counter = searches.withLock { counters in
            if let known = counters[[kind, outcome]] { return known }
            let made = Counter(
                label: "card_dispatch_searches_total", dimensions: [("by", kind), ("outcome", outcome)],
                factory: factory)
            counters[[kind, outcome]] = made
            return made
        }
        counter.increment()
    }

    /// Counts a request, and how long its answer took.
    func request(endpoint: String, method: String, status: Int, duration: Duration) {
        let key = RequestKey(endpoint: endpoint, method: method, status: status)
        let series = requests.withLock { requests in
            if let known = requests[key] { return known }
            let made = makeSeries(key)
            requests[key] = made
            return made
        }
        series.count.increment()
        let (seconds, attoseconds) = duration.components
        series.duration.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    /// Takes over how the record of look-ups is doing.
    func note(_ condition: AuditCondition) {
        auditHealthy.record(condition.isHealthy ? 1 : 0)
        auditWaiting.record(condition.waiting)
        auditOverflowed.record(condition.overflowed)
        auditUnsaved.record(condition.unsaved)
    }

    /// Takes over what the published rotas lack; what no longer does stands at 0.
    func note(_ findings: [RotaWatch.Finding], in associations: [AssociationID]) {
        for association in associations {
            for kind in RotaProblem.Kind.allCases {
                let count = findings.first { $0.association.id == association && $0.kind == kind }?.count ?? 0
                Gauge(
                    label: "card_dispatch_rota_problems",
                    dimensions: [("association", association.text), ("kind", kind.rawValue)], factory: factory
                ).record(count)
            }
        }
    }

    /// Takes over how many cards somebody must look after.
    func note(_ findings: [DueWatch.Finding]) {
        for finding in findings {
            Gauge(
                label: "card_dispatch_cards_due",
                dimensions: [("association", finding.association.id.text), ("reason", finding.reason.rawValue)],
                factory: factory
            ).record(finding.cards)
        }
    }

    /// Takes over what lies in the outboxes.
    func note(_ counts: OutboxCounts, at now: Instant) {
        for channel in NoticeAddress.Channel.allCases {
            Gauge(
                label: "card_dispatch_notices_waiting", dimensions: [("channel", channel.rawValue)], factory: factory
            ).record(counts.waiting[channel] ?? 0)
        }
        let age = counts.oldest.map { max(0, now.milliseconds - $0.milliseconds) / 1000 } ?? 0
        Gauge(label: "card_dispatch_notices_oldest_seconds", factory: factory).record(age)
        Gauge(label: "card_dispatch_notices_dead", factory: factory).record(counts.dead)
    }

    private func makeSeries(_ key: RequestKey) -> RequestSeries {
        // A client can make up methods; each would be a series for ever.
        let method = ["GET", "POST", "PATCH", "DELETE", "HEAD", "PUT"].contains(key.method) ? key.method : "other"
        let dimensions = [("endpoint", key.endpoint), ("method", method), ("status", String(key.status))]
        return RequestSeries(
            count: Counter(label: "card_dispatch_requests_total", dimensions: dimensions, factory: factory),
            duration: Timer(
                label: "card_dispatch_request_seconds", dimensions: [("endpoint", key.endpoint)], factory: factory))
    }
}
