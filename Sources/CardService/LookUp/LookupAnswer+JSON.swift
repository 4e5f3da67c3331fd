import DutyRota
import EmergencyCards

extension LookupAnswer {
    /// Writes the answer's members.
    func write(to json: inout JSONWriter) {
        json.member("asOf", asOf.rfc3339)
        json.member("rehearsal", rehearsal)
        json.member("sentence", sentence)
        json.member("read", object: writeRead)
        json.member("card", object: writeCard)
        json.member("patient", object: writePatient)
        json.member("sameHousehold", each: found.household) { json, member in
            member.card.write(to: &json)
            json.member("matchedBy", member.matchedBy.rawValue)
        }
        json.member("family", each: card.document.family) { $1.write(to: &$0) }
        json.member("wish", object: isInForce ? card.document.wish : nil) { $1.write(to: &$0) }
        json.member("clinical", object: isInForce ? card.document.clinical : nil) { [self] json, clinical in
            clinical.write(to: &json)
            json.member("asOf", card.enteredAt.day.description)
        }
        json.member("plan", each: plan) { $1.write(to: &$0) }
        json.member("duty", object: duty) { $1.write(to: &$0) }
        json.member("flags", each: flags) { $1.write(to: &$0) }
        json.member("openCall", object: openCall) {
            $0.member("id", $1.call.text)
            $0.member("state", $1.state.rawValue)
        }
    }

    private func writeRead(to json: inout JSONWriter) {
        let read = found.read
        json.member("number", read.number.text)
        json.member("colour", read.colour.rawValue)
        json.member("state", read.state.rawValue)
        json.member("endedReason", read.endedReason?.rawValue)
        json.member("colourMismatch", colourMismatch)
        if read.isErased { json.member("erased", true) }
    }

    private func writeCard(to json: inout JSONWriter) {
        let (life, day) = (card.life, asOf.day)
        json.member("number", card.number.text)
        json.member("colour", card.document.colour.rawValue)
        json.member("state", life.state.rawValue)
        json.member("endedReason", life.endedReason?.rawValue)
        json.member("version", card.version)
        json.member("confirmed", object: life.confirmed) {
            $0.member("by", $1.by.text)
            $0.member("on", $1.on.description)
        }
        json.member("issuedOn", life.issuedOn?.description)
        json.member("validUntil", life.validUntil?.description)
        json.member("expired", life.isExpired(on: day))
        json.member("reviewOverdue", life.isReviewOverdue(on: day, colour: card.document.colour))
        json.member("suspendedSince", life.suspendedSince?.description)
        json.member("training", card.document.training)
        json.member("association", object: association) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
        }
    }

    private func writePatient(to json: inout JSONWriter) {
        json.member("name", patient.name)
        json.member("kana", patient.kana)
        json.member("birthDate", patient.birthDate?.description)
        json.member("birthDateJapanese", patient.birthDate.map(JapaneseDate.text))
        json.member("age", patient.birthDate?.age(on: asOf.day))
        json.member("sex", patient.sex?.rawValue)
        json.member("address", patient.address)
        json.member("area", object: area) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
        }
        json.member("doorNotes", patient.doorNotes)
        json.member("telephones", patient.telephones)
    }
}

extension Acquaintance {
    /// Writes what a dispatcher compares with the caller's words.
    func write(to json: inout JSONWriter) {
        json.member("number", number.text)
        json.member("colour", colour.rawValue)
        json.member("kana", kana)
        json.member("birthDate", birthDate?.description)
        json.member("sex", sex?.rawValue)
    }
}

extension PlanStep {
    /// Writes the step's members; those of a shift or of a hospital only where the step has one.
    func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("step", step)
        json.member("kind", kind.rawValue)
        json.member("status", status.rawValue)
        json.member("reason", reason?.rawValue)
        json.member("physicianId", physician?.text)
        json.member("name", name)
        json.member("organisation", organisation)
        json.member("telephones", each: telephones) { $1.write(to: &$0) }
        json.member("ringSeconds", ringSeconds)
        if let shift {
            json.member("callOrder", shift.callOrder.rawValue)
            json.member("scope", shift.scope.rawValue)
            json.member("shift", object: shift.interval.write)
        }
        if let reception {
            json.member("hospitalId", reception.hospital.text)
            json.member("entrance", reception.entrance)
            json.member("patientNumber", reception.patientNumber)
        }
    }
}

extension Telephone {
    /// Writes label and number.
    func write(to json: inout JSONWriter) {
        json.member("label", label)
        json.member("number", number)
    }
}

extension Range<Instant> {
    /// Writes start and end.
    func write(to json: inout JSONWriter) {
        json.member("start", lowerBound.rfc3339)
        json.member("end", upperBound.rfc3339)
    }
}
