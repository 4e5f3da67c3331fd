import DutyRota

extension Evidence {
    /// The figures as rows of `measure,label,value` under a header, for a spreadsheet: the same as the JSON has. A value that is not told is empty.
    public var table: [[String]] {
        var rows = [["measure", "label", "value"]]
        func add(_ measure: String, _ label: String, _ value: Int?) {
            rows.append([measure, label, value.map(String.init) ?? ""])
        }
        for measure in Tally.Measure.allCases {
            add(measure.rawValue, "", count(measure, ofInstallation: measure.isOfInstallation))
            for entry in counts(measure, ofInstallation: measure.isOfInstallation) where !entry.label.isEmpty {
                add(measure.rawValue, entry.label, entry.count)
            }
        }
        add("calls", "", calls.calls)
        for colour in [Colour.green, .yellow] { add("calls", colour.rawValue, calls.opened[colour] ?? 0) }
        for outcome in CallOutcome.ofCalls { add("outcome", outcome.rawValue, calls.outcomes[outcome] ?? 0) }
        add("notClosed", "", calls.notClosed)
        add("nobody", "", calls.nobody)
        add("transportRequested", "", calls.transportRequested)
        add("planChanged", "", calls.planChanged)
        add("overdue", "", calls.overdue)
        for step in CallStep.allCases {
            let count = calls.step(step)
            add("tried", step.rawValue, count.tried)
            add("reached", step.rawValue, count.reached)
            add("accepted", step.rawValue, count.accepted)
            add("first", step.rawValue, count.first)
        }
        for (name, spread) in [
            ("attempts", calls.attempts), ("secondsToAccept", calls.secondsToAccept),
            ("secondsToArrive", calls.secondsToArrive), ("secondsToHospital", calls.secondsToHospital),
        ] {
            add(name, "count", spread.count)
            add(name, "median", spread.median)
            add(name, "ninety", spread.ninety)
        }
        return rows
    }
}
