import DutyRota
import EmergencyCards
import Hummingbird

/// The parameters of a request's query.
struct Query {
    private let values: [Substring: Substring]

    /// Throws `malformedParameter` for a parameter that the route does not know, or that comes twice: neither may be passed over.
    init(_ request: Request, allowed: Set<Substring>) throws(Refusal) {
        var values: [Substring: Substring] = [:]
        for (name, value) in request.uri.queryParameters {
            guard allowed.contains(name), values.updateValue(value, forKey: name) == nil else {
                throw Query.fault(String(name), RequestWords.unknownParameter)
            }
        }
        self.values = values
    }

    /// A parameter, nil where it is missing. Throws `malformedParameter` where it is there and empty: `?draft=` is no wish for either.
    func text(_ name: Substring) throws(Refusal) -> String? {
        guard let value = values[name] else { return nil }
        guard !value.isEmpty else { throw Query.fault(String(name), RequestWords.empty) }
        return String(value)
    }

    /// A parameter that must be there. Throws `missingParameter`.
    func required(_ name: Substring) throws(Refusal) -> String {
        guard let text = try text(name) else {
            throw Refusal(.missingParameter, errors: [FieldFault(field: String(name), message: RequestWords.required)])
        }
        return text
    }

    /// true or false; false where it is missing. Throws `malformedParameter`.
    func flag(_ name: Substring) throws(Refusal) -> Bool {
        switch try text(name) {
        case nil, "false": return false
        case "true": return true
        default: throw Query.fault(String(name), RequestWords.notABoolean)
        }
    }

    /// An instant; nil where it is missing. Throws `timeWithoutOffset` or `malformedTime`.
    ///
    /// A `+` that a client took for a space is read as the `+` that was meant.
    func instant(_ name: Substring) throws(Refusal) -> Instant? {
        guard let value = values[name] else { return nil }
        let text = String(value)
        do {
            return try Instant(rfc3339: text.utf8.contains(UInt8(ascii: " ")) ? text.replacing(" ", with: "+") : text)
        } catch {
            let code: Refusal.Code = error == .withoutOffset ? .timeWithoutOffset : .malformedTime
            throw Refusal(code, errors: [FieldFault(field: String(name), message: Refusal(code).title)])
        }
    }

    /// A day, nil where it is missing. Throws `malformedParameter`.
    func day(_ name: Substring) throws(Refusal) -> Day? {
        guard let text = try text(name) else { return nil }
        guard let day = Day(text) else { throw Query.fault(String(name), RequestWords.notADay) }
        return day
    }

    /// A month, nil where it is missing. Throws `malformedParameter`.
    func month(_ name: Substring) throws(Refusal) -> Month? {
        guard let text = try text(name) else { return nil }
        guard let month = Month(text) else { throw Query.fault(String(name), RequestWords.notAMonth) }
        return month
    }

    static func fault(_ field: String, _ message: String) -> Refusal {
        Refusal(.malformedParameter, errors: [FieldFault(field: field, message: message)])
    }
}
