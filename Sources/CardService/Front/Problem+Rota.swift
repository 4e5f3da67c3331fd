import DutyRota
import EmergencyCards
import HTTPTypes

extension Problem {
    /// Why a rota was not changed, with what must be acknowledged or mended.
    init(_ refusal: RotaRefusal) {
        self.init(Refusal(refusal.code, errors: refusal.errors)) { json in
            switch refusal {
            case .unacknowledged(let problems): json.member("problems", each: problems) { $1.write(to: &$0) }
            case .faultyFile(let faults): json.member("problems", each: faults) { $1.write(to: &$0) }
            case .staleDraft(let version): json.member("version", version)
            default: break
            }
        }
    }

    /// The stable code of a refusal, as the record has it; nil for anything that is no refusal.
    static func reason(of error: any Error) -> Refusal.Code? {
        switch error {
        case let refusal as Refusal: refusal.truth
        case let refusal as RotaRefusal: refusal.code
        case let problem as Problem: problem.refusal.truth
        default: nil
        }
    }
}

extension RotaRefusal {
    fileprivate var code: Refusal.Code {
        switch self {
        case .unknownAssociation: .unknownAssociation
        case .invalid: .invalidFields
        case .unacknowledged: .unacknowledgedProblems
        case .faultyFile: .faultyFile
        case .staleDraft: .stale
        case .noDraft: .noDraft
        case .unpublished: .unpublished
        case .unknown: .notFound
        case .swapAnswered: .swapAnswered
        case .swapOutdated: .swapOutdated
        case .holidayTableEnds: .holidayTableEnds
        }
    }

    fileprivate var errors: [FieldFault] {
        switch self {
        case .invalid(let faults): faults.map { FieldFault(field: $0.field, message: $0.message) }
        case .swapOutdated(let messages): messages.map { FieldFault(field: "one", message: $0) }
        case .holidayTableEnds(let end): [FieldFault(field: "month", message: end.message)]
        default: []
        }
    }
}

extension TableFault {
    /// Writes where a file is at fault, and how.
    func write(to json: inout JSONWriter) {
        json.member("row", row)
        json.member("column", column)
        json.member("message", message)
    }
}
