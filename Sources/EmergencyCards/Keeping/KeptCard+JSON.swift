public import DutyRota

extension ListedCard {
    /// Writes the members of a card in a list, with the reasons why somebody must look after it.
    public func write(to json: inout JSONWriter, reasons: [DueReason]) {
        let life = card.life
        json.member("number", number.text)
        json.member("version", version)
        json.member("colour", card.colour.rawValue)
        json.member("state", life.state.rawValue)
        json.member("endedReason", life.endedReason?.rawValue)
        json.member("endedOn", life.endedOn?.description)
        json.member("issuedOn", life.issuedOn?.description)
        json.member("validUntil", life.validUntil?.description)
        json.member("reviewedOn", life.reviewedOn?.description)
        json.member("suspendedSince", life.suspendedSince?.description)
        json.member("confirmed", card.isConfirmed)
        json.member("training", card.training)
        json.member("association", card.association.text)
        json.member("attendingPhysician", card.attending?.text)
        json.member("deputyPhysician", card.deputy?.text)
        json.member("patient", object: patient) { [self] json, id in
            json.member("id", id.text)
            json.member("name", name)
            json.member("kana", kana)
            json.member("birthDate", birthDate?.description)
            json.member("area", area?.text)
        }
        json.member("reasons", reasons.map(\.rawValue))
    }

    /// Writes what a hospital may see of a card that names it.
    public func write(to json: inout JSONWriter, naming hospital: HospitalID, rules: DueRules) {
        let agreed = card.hospitals.first { $0.hospital == hospital }
        json.member("number", number.text)
        json.member("state", card.life.state.rawValue)
        json.member("name", name)
        json.member("kana", kana)
        json.member("birthDate", birthDate?.description)
        json.member("agreedOn", agreed?.agreedOn?.description)
        json.member("agreementOld", rules.isAgreementOld(card, with: hospital))
        json.member("patientNumber", agreed?.patientNumber)
        json.member("attendingPhysician", object: card.attending) { json, id in
            let physician = rules.registers.physicians[id]
            json.member("id", id.text)
            json.member("name", physician?.name)
            json.member("organisation", physician?.organisation)
        }
    }
}

extension DueEntry {
    /// Writes the entry's members; the card beside it is written by the list.
    public func write(to json: inout JSONWriter, registers: Registers) {
        json.member("reason", reason.rawValue)
        json.member("since", since?.description)
        json.member("days", days)
        json.member("message", KeepingWords.message(self))
        json.member("physician", object: physician) { json, concerned in
            json.member("id", concerned.id.text)
            json.member("name", registers.physicians[concerned.id]?.name)
            json.member("role", concerned.role.rawValue)
            json.member("fault", concerned.fault.rawValue)
        }
        json.member("hospital", object: hospital) { json, id in
            json.member("id", id.text)
            json.member("name", registers.hospitals[id]?.name)
        }
    }
}
