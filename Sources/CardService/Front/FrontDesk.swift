import CoreMetrics
import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Stands before every route: makes problems of errors, sets the headers that every answer carries, counts and logs.
///
/// The log names the route's pattern, never the path or the query: both may hold what is the patient's.
struct FrontDesk: RouterMiddleware {
    let metrics: ServiceMetrics
    /// Whether browsers reach us by https alone.
    let isSecure: Bool
    /// For browsers that find no screen.
    let pages: FailurePages

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            let problem = problem(for: error, request: request, context: context)
            response = pages.page(problem, for: request) ?? problem.response
        }
        response.headers.guard(isSecure: isSecure)
        finish(request, context, response.status.code, ContinuousClock.now - start)
        return response
    }

    private func finish(_ request: Request, _ context: ServiceContext, _ status: Int, _ duration: Duration) {
        let endpoint = context.endpointPath ?? "unknown"
        metrics.request(endpoint: endpoint, method: request.method.rawValue, status: status, duration: duration)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "endpoint": "\(endpoint)", "status": "\(status)",
                "ms": "\(duration.milliseconds)",
            ])
    }

    private func problem(for error: any Error, request: Request, context: ServiceContext) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let refusal as Refusal: return Problem(refusal)
        case let refusal as RotaRefusal: return Problem(refusal)
        case let error as HTTPError where error.status == .notFound: return noRoute(request)
        case is NIOTooManyBytesError: return Problem(Refusal(.bodyTooLarge))
        case let error as HTTPError where error.status.kind == .clientError: return Problem(Refusal(.malformedRequest))
        default:
            // The error's text could hold values of a row; its type cannot.
            context.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
            metrics.failures.increment()
            return Problem(Refusal(.internalError))
        }
    }

    /// A path that has routes answers another method with 405 and says which it takes.
    private func noRoute(_ request: Request) -> Problem {
        guard let route = Route.allCases.first(where: { $0.matches(request.uri.path) }) else {
            return Problem(Refusal(.notFound))
        }
        var problem = Problem(Refusal(.methodNotAllowed))
        problem.headers[.allow] = route.allowed
        return problem
    }
}

extension HTTPField.Name {
    static var operatorName: HTTPField.Name { HTTPField.Name("Operator") ?? .from }
    static var idempotencyKey: HTTPField.Name { HTTPField.Name("Idempotency-Key") ?? .from }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}
