import DutyRota

extension LookupAnswer {
    /// Writes what was shown, so that it can be shown again: the card's version, the rota's revision, the steps with their numbers.
    public func writeShown(to json: inout JSONWriter) {
        json.member("card", card.number.text)
        json.member("version", card.version)
        json.member("state", card.life.state.rawValue)
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
