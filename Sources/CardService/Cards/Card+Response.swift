import DutyRota
import EmergencyCards
import Foundation
import HTTPTypes
import Hummingbird

extension Response {
    /// A card with the tag of its version.
    init(_ card: Card, status: HTTPResponse.Status = .ok) {
        var json = JSONWriter(capacity: 4096)
        json.object { card.write(to: &$0) }
        self = Response(json, status: status).tagged(EntityTag(card: card.version))
    }
}

extension ServiceContext {
    /// The card's number in the path. Throws `malformedNumber`: whether it was typed well is no secret here, the caller holds the card.
    func cardNumber(_ caller: Caller) throws(Refusal) -> CardNumber {
        let reading = NumberReading(part("number"), length: caller.registers.numberLength)
        guard let number = reading.number else { throw Refusal(.malformedNumber) }
        return number
    }
}

extension CardOutcome {
    /// Writes what is kept of cards that were changed.
    func writeShown(to json: inout JSONWriter) {
        json.member("card", card.number.text)
        json.member("version", card.version)
        json.member("patient", card.document.patient.id?.text)
        json.member("state", card.life.state.rawValue)
        json.member("superseded", others.first { $0.life.endedReason == .superseded }?.number.text)
        json.member("others", others.map(\.number.text))
    }
}

extension CardAction {
    /// What the record calls the act before it is done.
    var record: AuditRecord.Action {
        switch self {
        case .draft, .issue, .supersede: .cardIssue
        case .change: .cardChange
        case .confirm: .cardConfirm
        case .renew: .cardRenew
        case .review: .cardReview
        case .visit: .cardVisit
        case .suspend: .cardSuspend
        case .resume: .cardResume
        case .withdraw: .cardWithdraw
        case .reissue: .cardReissue
        case .close: .cardClose
        case .reopen: .cardReopen
        case .handOver: .cardHandOver
        case .load: .load
        }
    }
}
