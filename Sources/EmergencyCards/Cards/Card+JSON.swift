import DutyRota

extension Card {
    /// Writes the card's members: number, state and dates, then its document.
    public func write(to json: inout JSONWriter) {
        json.member("number", number.text)
        json.member("version", version)
        json.member("enteredAt", enteredAt.rfc3339)
        json.member("state", life.state.rawValue)
        writeLife(to: &json)
        document.write(to: &json)
    }

    /// Writes the members of its life but for the state.
    func writeLife(to json: inout JSONWriter) {
        json.member("endedReason", life.endedReason?.rawValue)
        json.member("endedOn", life.endedOn?.description)
        json.member("issuedOn", life.issuedOn?.description)
        json.member("suspendedSince", life.suspendedSince?.description)
        json.member("suspendedWhere", life.suspendedWhere)
        json.member("reviewedOn", life.reviewedOn?.description)
        life.writeConfirmation(to: &json)
    }
}

extension CardLife {
    /// Writes who confirmed the card, when and how.
    func writeConfirmation(to json: inout JSONWriter) {
        json.member("confirmed", object: confirmed) {
            $0.member("by", $1.by.text)
            $0.member("on", $1.on.description)
            $0.member("means", $1.means.rawValue)
        }
    }
}
