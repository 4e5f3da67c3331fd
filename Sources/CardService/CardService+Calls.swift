import EmergencyCards
import Hummingbird
public import Logging
public import ServiceLifecycle

extension CardService {
    /// The service that looks at the open calls every second.
    public static func callWatch(_ parts: ServiceParts, limits: ServiceLimits, logger: Logger) -> any Service {
        CallWatch(keeping: parts.callKeeping(limits), logger: logger)
    }

    /// Calls at night: opening them, what is done on them, what they say.
    static func addCalls(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer,
        limits: ServiceLimits
    ) {
        let keeping = parts.callKeeping(limits)
        let calls = CallRoutes(gate: gate, keeping: keeping, announcer: announcer)
        let reading = CallReadRoutes(gate: gate, keeping: keeping, announcer: announcer)
        router.get(Route.calls.path, use: reading.list)
        router.post(Route.calls.path, use: calls.open)
        router.get(Route.call.path, use: reading.read)
        let stream = CallStream(reading: reading, listeners: Listeners(maximum: limits.connections / 4))
        router.get(Route.callEvents.path, use: stream.events)
        router.post(Route.callAttempts.path, use: calls.attempt)
        router.post(Route.callRing.path, use: calls.ring)
        router.post(Route.callHandOver.path, use: calls.handOver)
        router.post(Route.callClose.path, use: calls.close)
        router.post(Route.callReopen.path, use: calls.reopen)
    }
}

extension ServiceParts {
    /// The one way in which calls are changed.
    func callKeeping(_ limits: ServiceLimits) -> CallKeeping {
        CallKeeping(
            calls: calls, links: links, finder: finder, source: registers, rules: limits.calls, clock: clock,
            address: limits.publicAddress)
    }
}
