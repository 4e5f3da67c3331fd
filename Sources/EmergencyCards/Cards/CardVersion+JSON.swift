import DutyRota

extension CardVersion {
    /// Writes who made the version, when, by what act and why, and where the card stood; not what it says.
    public func write(to json: inout JSONWriter) {
        json.member("version", card.version)
        json.member("enteredAt", card.enteredAt.rfc3339)
        writeAct(to: &json)
        json.member("state", card.life.state.rawValue)
        json.member("endedReason", card.life.endedReason?.rawValue)
        card.life.writeConfirmation(to: &json)
    }

    /// Writes the card as it was, and what made it so.
    public func writeWhole(to json: inout JSONWriter) {
        card.write(to: &json)
        writeAct(to: &json)
    }

    private func writeAct(to json: inout JSONWriter) {
        json.member("enteredBy", enteredBy)
        json.member("action", action?.rawValue)
        json.member("reason", reason)
    }
}

extension PatientRecord {
    /// Writes the patient and their cards, the one that answers first.
    public func write(to json: inout JSONWriter) {
        json.member("association", association.text)
        json.member("patient", object: details.write)
        json.member("cards", each: cards) { json, card in
            json.member("number", card.number.text)
            json.member("colour", card.document.colour.rawValue)
            json.member("state", card.life.state.rawValue)
            json.member("endedReason", card.life.endedReason?.rawValue)
            json.member("issuedOn", card.life.issuedOn?.description)
            json.member("endedOn", card.life.endedOn?.description)
        }
    }
}
