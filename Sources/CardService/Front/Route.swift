import Hummingbird

/// Every path of the API, once.
enum Route: String, CaseIterable {
    case lookUp = "/api/v1/lookup/{number}"
    case duty = "/api/v1/duty"
    case cards = "/api/v1/cards"
    case card = "/api/v1/cards/{number}"
    case withdraw = "/api/v1/cards/{number}/withdraw"
    case openAPI = "/openapi.json"
    case health = "/healthz"
    case readiness = "/readyz"
    case metrics = "/metrics"

    var path: RouterPath { RouterPath(rawValue) }

    /// The methods that the path takes, as the Allow header lists them.
    var allowed: String {
        switch self {
        case .cards, .withdraw: "POST"
        default: "GET, HEAD"
        }
    }

    /// Whether a request's path is one of this pattern.
    func matches(_ path: String) -> Bool {
        let (pattern, parts) = (rawValue.split(separator: "/"), path.split(separator: "/"))
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
