import DutyRota

extension Evidence {
    /// Writes the figures' members.
    public func write(to json: inout JSONWriter) {
        json.member("association", association.id.text)
        json.member("month", month.description)
        json.member("madeAt", madeAt.rfc3339)
        json.member("record", object: { write(ofInstallation: false, to: &$0) })
        json.member("installation", object: { write(ofInstallation: true, to: &$0) })
        json.member("calls", object: calls.write)
    }

    private func write(ofInstallation: Bool, to json: inout JSONWriter) {
        for measure in Tally.Measure.allCases where measure.isOfInstallation == ofInstallation {
            json.member(named: measure.rawValue) { json in
                json.object { json in
                    json.member("count", count(measure, ofInstallation: ofInstallation))
                    json.member(
                        "by",
                        object: { json in
                            let labelled = counts(measure, ofInstallation: ofInstallation).filter { !$0.label.isEmpty }
                            for entry in labelled { json.member(named: entry.label) { $0.number(entry.count) } }
                        })
                }
            }
        }
    }
}

extension CallFigures {
    /// Writes the figures' members; every outcome and every step is there, with 0 where there was none.
    public func write(to json: inout JSONWriter) {
        json.member("count", calls)
        json.member(
            "opened",
            object: { json in
                for colour in [Colour.green, .yellow] {
                    json.member(named: colour.rawValue) { $0.number(opened[colour] ?? 0) }
                }
            })
        json.member(
            "outcomes",
            object: { json in
                for outcome in CallOutcome.ofCalls {
                    json.member(named: outcome.rawValue) { $0.number(outcomes[outcome] ?? 0) }
                }
            })
        json.member("notClosed", notClosed)
        json.member("nobody", nobody)
        json.member("transportRequested", transportRequested)
        json.member("planChanged", planChanged)
        json.member("overdue", overdue)
        json.member("steps", each: CallStep.allCases) { json, step in
            let count = self.step(step)
            json.member("step", step.rawValue)
            json.member("tried", count.tried)
            json.member("reached", count.reached)
            json.member("accepted", count.accepted)
            json.member("first", count.first)
        }
        json.member("attempts", object: attempts.write)
        json.member("secondsToAccept", object: secondsToAccept.write)
        json.member("secondsToArrive", object: secondsToArrive.write)
        json.member("secondsToHospital", object: secondsToHospital.write)
    }
}

extension CallOutcome {
    /// How calls end that are no rehearsals.
    public static var ofCalls: [CallOutcome] { allCases.filter { $0 != .rehearsalOver } }
}
