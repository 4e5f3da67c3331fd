/// Why a request is refused, in a form that a program can tell apart (`slug`) and a person can read (`title`).
///
/// It holds no patient data beyond the fields that its `errors` name.
public struct Refusal: Error, Hashable, Sendable {
    /// Every reason there is. The raw value is the stable slug of the API.
    public enum Code: String, CaseIterable, Sendable {
        case noKey = "no-key"
        case invalidKey = "invalid-key"
        case wrongRole = "wrong-role"
        case notYours = "not-yours"
        case unknownCard = "unknown-card"
        case unknownPatient = "unknown-patient"
        case malformedNumber = "malformed-number"
        case unknownArea = "unknown-area"
        case unknownAssociation = "unknown-association"
        case timeWithoutOffset = "time-without-offset"
        case malformedTime = "malformed-time"
        case missingParameter = "missing-parameter"
        case malformedParameter = "malformed-parameter"
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case malformedRequest = "malformed-request"
        case unsupportedMediaType = "unsupported-media-type"
        case malformedJSON = "malformed-json"
        case bodyTooLarge = "body-too-large"
        case invalidFields = "invalid-fields"
        case incomplete = "incomplete"
        case activeCardExists = "active-card-exists"
        case possibleDuplicate = "possible-duplicate"
        case areaMismatch = "area-mismatch"
        case notInForce = "not-in-force"
        /// The card stands where the act cannot be done.
        case wrongState = "wrong-state"
        case idempotencyKeyReused = "idempotency-key-reused"
        case unknownPhysician = "unknown-physician"
        case unknownHospital = "unknown-hospital"
        /// Problems of a month sheet that nobody has acknowledged.
        case unacknowledgedProblems = "unacknowledged-problems"
        /// Rows of a file at fault.
        case faultyFile = "faulty-file"
        /// A change that must say of which version it is one.
        case ifMatchRequired = "if-match-required"
        /// The version that a change is one of is no longer the present one.
        case stale
        case noDraft = "no-draft"
        case unpublished
        case holidayTableEnds = "holiday-table-ends"
        /// Something still refers to what was to be taken away.
        case stillNeeded = "still-needed"
        case unknownCall = "unknown-call"
        /// The plan of a call never had such a step, or nobody could be called there.
        case unknownStep = "unknown-step"
        /// The call stands where it cannot be done.
        case wrongCallState = "wrong-call-state"
        /// The step that was meant is in the plan no more.
        case planChanged = "plan-changed"
        /// Another call about the card is open.
        case openCallExists = "open-call-exists"
        /// A rehearsal wants a training card.
        case notATrainingCard = "not-a-training-card"
        case unknownNotice = "unknown-notice"
        /// Only what was given up, or has lost its sense, can be sent anew.
        case noticeNotDead = "notice-not-dead"
        /// What has lost its sense is sent only where somebody says that it is to be.
        case noticeOutOfDate = "notice-out-of-date"
        /// The swap was answered, or taken back, already.
        case swapAnswered = "swap-answered"
        /// The rota has changed since the swap was asked for.
        case swapOutdated = "swap-outdated"
        case tooManyRequests = "too-many-requests"
        /// Something was loaded already.
        case notEmpty = "not-empty"
        case numbersExhausted = "numbers-exhausted"
        case unavailable = "unavailable"
        /// Nothing on the machine makes a PDF of a page.
        case noBrowser = "no-browser"
        case internalError = "internal-error"
    }

    public let code: Code
    /// What the record says of it: another code where whoever asks must not be told what there is.
    public let truth: Code
    /// The fields at fault, each with what is wrong.
    public let errors: [FieldFault]

    public init(_ code: Code, hiding truth: Code? = nil, errors: [FieldFault] = []) {
        self.code = code
        self.truth = truth ?? code
        self.errors = errors
    }
}

/// A field that is at fault, by its path in the document, such as `family[0].telephone`.
public struct FieldFault: Hashable, Sendable {
    public let field: String
    /// For people: what is wrong and, where possible, what would be right.
    public let message: String

    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}
