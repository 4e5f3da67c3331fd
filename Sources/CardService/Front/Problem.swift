import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore

/// A refusal as it goes out: RFC 9457, with members of its own where a route has more to say.
struct Problem: Error {
    let refusal: Refusal
    var headers: HTTPFields = [:]
    let more: @Sendable (inout JSONWriter) -> Void

    init(_ refusal: Refusal, more: @escaping @Sendable (inout JSONWriter) -> Void = { _ in }) {
        self.refusal = refusal
        self.more = more
    }

    var response: Response {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "/problems/\(refusal.code.rawValue)")
            json.member("title", refusal.title)
            json.member("status", refusal.code.status.code)
            json.member("errors", each: refusal.errors) {
                $0.member("field", $1.field)
                $0.member("message", $1.message)
            }
            more(&json)
        }
        var response = Response(json, status: refusal.code.status, type: "application/problem+json")
        for field in headers { response.headers.append(field) }
        if refusal.code.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        if refusal.code == .tooManyRequests { response.headers[.retryAfter] = "1" }
        return response
    }
}

extension Response {
    /// An answer whose body has been written as JSON.
    init(_ json: JSONWriter, status: HTTPResponse.Status = .ok, type: String = "application/json") {
        self.init(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }
}

extension Refusal.Code {
    /// The status of HTTP that says most nearly the same.
    var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .malformedJSON: .badRequest
        case .noKey, .invalidKey: .unauthorized
        case .wrongRole, .notYours: .forbidden
        case .unknownCard, .unknownPatient, .unknownArea, .unknownAssociation, .unknownPhysician, .unknownHospital,
            .noDraft, .unknownCall, .unknownNotice, .notFound:
            .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .activeCardExists, .possibleDuplicate, .areaMismatch, .notInForce, .wrongState, .notEmpty,
            .unacknowledgedProblems, .unpublished, .stillNeeded, .wrongCallState, .planChanged, .openCallExists,
            .notATrainingCard, .swapAnswered, .swapOutdated, .noticeNotDead, .noticeOutOfDate:
            .conflict
        case .ifMatchRequired: .preconditionRequired
        case .stale: .preconditionFailed
        case .bodyTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .malformedNumber, .timeWithoutOffset, .malformedTime, .missingParameter, .malformedParameter,
            .invalidFields, .incomplete, .idempotencyKeyReused, .faultyFile, .holidayTableEnds, .unknownStep:
            .unprocessableContent
        case .tooManyRequests: .tooManyRequests
        case .numbersExhausted, .unavailable: .serviceUnavailable
        case .noBrowser: .notImplemented
        case .internalError: .internalServerError
        }
    }
}
