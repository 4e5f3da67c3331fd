import DutyRota
import EmergencyCards

extension Call {
    /// Writes what a list shows of a call.
    func writeHead(to json: inout JSONWriter) {
        json.member("id", id.text)
        json.member("card", subject.card.text)
        json.member("colour", subject.colour.rawValue)
        json.member("association", subject.association.text)
        json.member("state", state.rawValue)
        json.member("rehearsal", subject.isRehearsal)
        json.member("openedAt", openedAt.rfc3339)
        json.member("closed", object: ending) { json, ending in
            json.member("at", closedAt?.rfc3339)
            json.member("outcome", ending.outcome.rawValue)
            json.member("note", ending.note)
        }
    }
}

extension CallView {
    /// Writes the whole call.
    func write(to json: inout JSONWriter) {
        call.writeHead(to: &json)
        json.member("sentence", sentence)
        json.member("people", each: people) { json, person in
            json.member("key", person.author.key)
            json.member("person", person.author.person)
            json.member("since", person.since.rfc3339)
        }
        json.member("plan", each: plan) { $1.write(to: &$0) }
        json.member("lit", each: situation.lit) { [self] json, lit in
            json.member("stepId", lit.step)
            json.member("since", lit.since.rfc3339)
            json.member("ringingSince", lit.ringingSince?.rfc3339)
            json.member("ringSeconds", ringSeconds(lit))
            json.member("over", isOver(lit))
        }
        json.member("next", situation.lit.first?.step)
        json.member("acceptances", each: situation.acceptances) { [self] json, acceptance in
            acceptance.write(to: &json)
            json.member("overdue", isOverdue(acceptance))
        }
        json.member("transport", object: transport) { $1.write(to: &$0) }
        json.member("changes", each: changes) { json, change in
            json.member("at", change.at.rfc3339)
            json.member("sentence", change.sentence)
        }
        json.member("flags", each: flags) { $1.write(to: &$0) }
        json.member("entries", each: entries) { $1.write(to: &$0) }
    }
}

extension Acceptance {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("stepId", step.id)
        json.member("kind", step.kind.rawValue)
        json.member("name", step.name)
        json.member("at", at.rfc3339)
        json.member("eta", arrivesAt.rfc3339)
        json.member("assumed", isAssumed)
        json.member("acknowledged", isAcknowledged)
        json.member("arrivedAt", arrivedAt?.rfc3339)
    }
}

extension CallTransport {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("stepId", step.id)
        json.member("hospitalId", step.reception?.hospital.text)
        json.member("name", step.name)
        json.member("entrance", step.reception?.entrance)
        json.member("telephones", each: step.telephones) { $1.write(to: &$0) }
        json.member("told", isTold)
        json.member("acknowledged", isAcknowledged)
        json.member("accepted", isAccepted)
    }
}

extension CardFlag {
    /// Writes what a call has left on a card.
    func write(to json: inout JSONWriter) {
        json.member("kind", kind.rawValue)
        json.member("at", at.rfc3339)
        json.member("call", call.text)
    }
}
