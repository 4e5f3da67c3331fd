import HTTPTypes
import Hummingbird

/// Every path of the API, once.
enum Route: String, CaseIterable {
    case lookUp = "/api/v1/lookup/{number}"
    case search = "/api/v1/search"
    case duty = "/api/v1/duty"
    case cardChoices = "/api/v1/card-choices"
    case cards = "/api/v1/cards"
    case card = "/api/v1/cards/{number}"
    case cardIssue = "/api/v1/cards/{number}/issue"
    case confirm = "/api/v1/cards/{number}/confirm"
    case renew = "/api/v1/cards/{number}/renew"
    case review = "/api/v1/cards/{number}/review"
    case visit = "/api/v1/cards/{number}/visit"
    case suspend = "/api/v1/cards/{number}/suspend"
    case resume = "/api/v1/cards/{number}/resume"
    case withdraw = "/api/v1/cards/{number}/withdraw"
    case reissue = "/api/v1/cards/{number}/reissue"
    case close = "/api/v1/cards/{number}/close"
    case reopen = "/api/v1/cards/{number}/reopen"
    case cardVersions = "/api/v1/cards/{number}/versions"
    case cardVersion = "/api/v1/cards/{number}/versions/{version}"
    case cardDifferences = "/api/v1/cards/{number}/differences"
    case patient = "/api/v1/patients/{patient}"
    case cardPrint = "/api/v1/cards/{number}/print/{form}"
    case scanned = "/c/{number}"

    case associations = "/api/v1/associations"
    case association = "/api/v1/associations/{association}"
    case warnings = "/api/v1/associations/{association}/warnings"
    case overrides = "/api/v1/associations/{association}/rota/overrides"
    case override = "/api/v1/associations/{association}/rota/overrides/{id}"
    case exchanges = "/api/v1/associations/{association}/rota/exchanges"
    case exchange = "/api/v1/associations/{association}/rota/exchanges/{id}"
    case unavailabilities = "/api/v1/associations/{association}/rota/unavailable"
    case unavailability = "/api/v1/associations/{association}/rota/unavailable/{id}"
    case history = "/api/v1/associations/{association}/rota/history"
    case months = "/api/v1/associations/{association}/rota"
    case month = "/api/v1/associations/{association}/rota/{month}"
    case monthImport = "/api/v1/associations/{association}/rota/{month}/import"
    case monthCopy = "/api/v1/associations/{association}/rota/{month}/copy"
    case monthChecks = "/api/v1/associations/{association}/rota/{month}/checks"
    case monthCounts = "/api/v1/associations/{association}/rota/{month}/counts"
    case monthPublish = "/api/v1/associations/{association}/rota/{month}/publish"
    case absences = "/api/v1/associations/{association}/absences"
    case absence = "/api/v1/associations/{association}/absences/{id}"
    case associationSwaps = "/api/v1/associations/{association}/swaps"
    case feeds = "/api/v1/associations/{association}/feeds"
    case feed = "/api/v1/associations/{association}/feeds/{id}"
    case feedFile = "/feeds/{secret}"
    case associationPhysicians = "/api/v1/associations/{association}/physicians"
    case slots = "/api/v1/associations/{association}/slots"
    case slot = "/api/v1/associations/{association}/slots/{slot}"
    case slotRetire = "/api/v1/associations/{association}/slots/{slot}/retire"
    case holidays = "/api/v1/associations/{association}/holidays"
    case physician = "/api/v1/physicians/{physician}"
    case shifts = "/api/v1/physicians/{physician}/shifts"
    case swaps = "/api/v1/physicians/{physician}/swaps"
    case swapAccept = "/api/v1/physicians/{physician}/swaps/{id}/accept"
    case swapDecline = "/api/v1/physicians/{physician}/swaps/{id}/decline"
    case swapWithdraw = "/api/v1/physicians/{physician}/swaps/{id}/withdraw"
    case physicianHistory = "/api/v1/physicians/{physician}/history"
    case departure = "/api/v1/physicians/{physician}/departure"
    case physicianRetire = "/api/v1/physicians/{physician}/retire"
    case handOver = "/api/v1/physicians/{physician}/hand-over"
    case hospitals = "/api/v1/hospitals"
    case hospital = "/api/v1/hospitals/{hospital}"
    case hospitalRetire = "/api/v1/hospitals/{hospital}/retire"
    case hospitalFull = "/api/v1/hospitals/{hospital}/full"
    case hospitalFullMark = "/api/v1/hospitals/{hospital}/full/{id}"
    case associationCards = "/api/v1/associations/{association}/cards"
    case associationCardsDue = "/api/v1/associations/{association}/cards/due"
    case associationCardCounts = "/api/v1/associations/{association}/cards/counts"
    case physicianCards = "/api/v1/physicians/{physician}/cards"
    case physicianCardsDue = "/api/v1/physicians/{physician}/cards/due"
    case hospitalCards = "/api/v1/hospitals/{hospital}/cards"
    case audit = "/api/v1/audit"
    case calls = "/api/v1/calls"
    case call = "/api/v1/calls/{id}"
    case callEvents = "/api/v1/calls/{id}/events"
    case callAttempts = "/api/v1/calls/{id}/attempts"
    case callRing = "/api/v1/calls/{id}/ring"
    case callHandOver = "/api/v1/calls/{id}/handover"
    case callClose = "/api/v1/calls/{id}/close"
    case callReopen = "/api/v1/calls/{id}/reopen"
    case callLinks = "/api/v1/calls/{id}/links"
    case callPacket = "/api/v1/calls/{id}/packet"
    case link = "/n/{address}"
    case linkAnswer = "/n/{address}/{act}"
    case notices = "/api/v1/notices"
    case noticeResend = "/api/v1/notices/{id}/resend"
    case noticeRecipient = "/api/v1/notices/recipients/{recipient}"
    case keys = "/api/v1/keys"
    case keyRevoke = "/api/v1/keys/{id}/revoke"
    case installation = "/api/v1/installation"
    case evidence = "/api/v1/associations/{association}/evidence/{month}"
    case associationMorning = "/api/v1/associations/{association}/morning"
    case physicianMorning = "/api/v1/physicians/{physician}/morning"

    case openAPI = "/openapi.json"
    case health = "/healthz"
    case readiness = "/readyz"
    case metrics = "/metrics"

    var path: RouterPath { RouterPath(rawValue) }

    /// The methods that the path takes.
    private var methods: [HTTPRequest.Method] {
        switch self {
        case .search, .cards, .cardIssue, .confirm, .renew, .review, .visit, .suspend, .resume, .withdraw, .reissue,
            .close,
            .reopen, .handOver, .monthImport, .monthCopy, .monthPublish, .exchanges, .physicianRetire, .slotRetire,
            .hospitalRetire, .callAttempts, .callRing, .callHandOver, .callClose, .callReopen, .noticeResend,
            .swapAccept, .swapDecline, .swapWithdraw, .keyRevoke:
            [.post]
        case .override, .exchange, .unavailability, .absence, .feed, .hospitalFullMark: [.delete]
        case .overrides, .unavailabilities, .absences, .feeds, .associationPhysicians, .slots, .hospitals,
            .hospitalFull, .swaps, .calls, .callLinks, .link, .linkAnswer, .keys:
            [.get, .post]
        case .card, .association, .physician, .hospital: [.get, .patch]
        case .month: [.get, .patch, .delete]
        case .slot: [.patch]
        case .holidays, .noticeRecipient: [.get, .put]
        default: [.get]
        }
    }

    /// The methods that the path takes, as the Allow header lists them.
    var allowed: String {
        methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }.joined(separator: ", ")
    }

    /// Whether a request's path is one of this pattern.
    func matches(_ path: String) -> Bool {
        let (pattern, parts) = (rawValue.split(separator: "/"), path.split(separator: "/"))
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
