extension CallRules {
    /// Sets ring seconds from a text such as `gp=60,duty=120`; kinds that it does not name stay as they are. Gives false, and sets nothing, where the
    /// text is at fault.
    public mutating func setRingSeconds(_ text: String) -> Bool {
        var seconds = ringSeconds
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, let kinds = Self.kinds[String(pair[0])], let number = Int(pair[1]),
                (10...600).contains(number)
            else { return false }
            for kind in kinds { seconds[kind] = number }
        }
        ringSeconds = seconds
        return true
    }

    private static let kinds: [String: [PlanStep.Kind]] = [
        "gp": [.attendingPhysician, .deputyPhysician, .visitingNurse], "duty": [.dutyPhysician],
        "hospital": [.hospital], "contact": [.standingContact],
    ]
}
