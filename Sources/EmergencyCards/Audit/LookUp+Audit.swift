import DutyRota

extension LookupAnswer {
    /// Writes what was shown, so that it can be shown again: the card's version, the rota's revision, the steps with their numbers. What is
    /// counted afterwards is told too, so that nobody need look at the card a second time.
    public func writeShown(to json: inout JSONWriter) {
        json.member("card", card.number.text)
        json.member("version", card.version)
        json.member("state", card.life.state.rawValue)
        json.member("association", card.document.association.text)
        json.member("colour", card.document.colour.rawValue)
        if isInForce, card.life.isExpired(on: asOf.day) { json.member("expired", true) }
        if card.isUnconfirmed { json.member("unconfirmed", true) }
        if card.document.training { json.member("training", true) }
        if !found.household.isEmpty { json.member("sameHousehold", found.household.map(\.card.number.text)) }
        json.member("rotaMonth", duty?.revision == nil ? nil : dutyMonth)
        json.member("rotaRevision", duty?.revision)
        json.member("duty", duty?.status.rawValue)
        json.member("plan", each: plan) { json, step in
            json.member("id", step.id)
            json.member("status", step.status.rawValue)
            json.member("reason", step.reason?.rawValue)
            json.member("numbers", step.telephones.map(\.number))
        }
    }

    private var dutyMonth: String { (duty?.shifts.first?.place.dutyDate ?? asOf.day).month.description }
}
