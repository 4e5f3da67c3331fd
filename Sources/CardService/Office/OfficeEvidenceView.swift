import DutyRota
import EmergencyCards

/// A month's figures as tables and charts, with the course of the months before it. Nobody's name and no card stand in it.
struct OfficeEvidenceView {
    let text: OfficeText
    /// The month that is shown, last, after those before it.
    let months: [(month: Month, figures: JSONValue)]

    private var words: ScreenWords { text.words }
    private var figures: JSONValue { months.last?.figures ?? .null }

    var shown: Shown {
        let calls = figures["calls"]
        return [
            "title": (months.last?.month).map(EvidenceWords.title), "madeAt": text.moment(figures["madeAt"]),
            "course": course, "courseChart": courseChart,
            "tables": [
                table(EvidenceWords.record, measures("record")), table(EvidenceWords.calls, callRows),
                table(EvidenceWords.times, times), table(EvidenceWords.installation, measures("installation")),
            ],
            "steps": steps, "stepColumns": EvidenceWords.stepColumns.dropLast().map { ["text": $0] as Shown },
            "stepsHeading": EvidenceWords.steps,
            "outcomeChart": OfficeChart(
                id: "outcomes", title: words["office.evidence.outcomesTitle"], bars: outcomes(calls)
            ).shown(words),
            "stepChart": OfficeChart(
                id: "steps", title: words["office.evidence.stepsTitle"],
                bars: calls["steps"].elements.map { (Self.step($0), $0["first"].whole ?? 0) }
            ).shown(words),
            "notes": EvidenceWords.notes.map { ["text": $0] as Shown },
        ]
    }

    private var courseRows: [(month: Month, lookUps: Int, calls: Int)] {
        months.map {
            ($0.month, $0.figures["record"]["lookUp"]["count"].whole ?? 0, $0.figures["calls"]["count"].whole ?? 0)
        }
    }

    private var course: [Shown] {
        courseRows.map { row in
            [
                "month": row.month.description, "lookUps": row.lookUps, "calls": row.calls,
                "path": "/office/evidence/\(row.month)",
            ]
        }
    }

    private var courseChart: Shown {
        OfficeCourseChart(
            id: "course", title: words["office.evidence.courseTitle"],
            columns: courseRows.map { ("\($0.month.month)", $0.lookUps, $0.calls) }
        ).shown(words)
    }

    private func table(_ heading: String, _ rows: [Shown]) -> Shown { ["heading": heading, "rows": rows] }

    private func measures(_ part: String) -> [Shown] {
        Tally.Measure.allCases.filter { $0.isOfInstallation == (part == "installation") }.flatMap { measure in
            let found = figures[part][measure.rawValue]
            let kinds = (found["by"].members ?? [:]).sorted { $0.key < $1.key }
            return [row(EvidenceWords.measure(measure), "\(found["count"].whole ?? 0)")]
                + kinds.map { row(EvidenceWords.label($0.key), "\($0.value.whole ?? 0)", isKind: true) }
        }
    }

    private var callRows: [Shown] {
        let calls = figures["calls"]
        let colours = [Colour.green, .yellow].map { colour in
            row(EvidenceWords.colour(colour), "\(calls["opened"][colour.rawValue].whole ?? 0)", isKind: true)
        }
        let others = [
            (EvidenceWords.notClosed, "notClosed"), (EvidenceWords.nobody, "nobody"),
            (EvidenceWords.transport, "transportRequested"), (EvidenceWords.planChanged, "planChanged"),
            (EvidenceWords.overdue, "overdue"),
        ].map { row($0.0, "\(calls[$0.1].whole ?? 0)") }
        return [row(EvidenceWords.opened, "\(calls["count"].whole ?? 0)")] + colours
            + outcomes(calls).map { row($0.0, "\($0.1)", isKind: true) } + others
    }

    private func outcomes(_ calls: JSONValue) -> [(String, Int)] {
        CallOutcome.ofCalls.map { (EvidenceWords.outcome($0), calls["outcomes"][$0.rawValue].whole ?? 0) }
    }

    private var times: [Shown] {
        let calls = figures["calls"]
        let spans = [
            (EvidenceWords.toAccept, "secondsToAccept"), (EvidenceWords.toArrive, "secondsToArrive"),
            (EvidenceWords.toHospital, "secondsToHospital"),
        ].map { row($0.0, spread(calls[$0.1], "minutes", per: 60)) }
        return spans + [row(EvidenceWords.attempts, spread(calls["attempts"], "times", per: 1))]
    }

    /// The middle and what nine of ten do not pass, in units that have begun; of too few their count alone.
    private func spread(_ spread: JSONValue, _ unit: String, per size: Int) -> String {
        func whole(_ name: String) -> String? { spread[name].whole.map { "\(($0 + size - 1) / size)" } }
        let count = "\(spread["count"].whole ?? 0)"
        guard let median = whole("median"), let ninety = whole("ninety") else {
            return words["office.evidence.tooFew", ["count": count]]
        }
        return words["office.evidence.\(unit)", ["median": median, "ninety": ninety, "count": count]]
    }

    private var steps: [Shown] {
        figures["calls"]["steps"].elements.map { step in
            [
                "name": Self.step(step), "tried": step["tried"].whole, "reached": step["reached"].whole,
                "accepted": step["accepted"].whole, "first": step["first"].whole,
            ]
        }
    }

    private static func step(_ step: JSONValue) -> String {
        let name = step["step"].text ?? ""
        return CallStep(rawValue: name).map(EvidenceWords.step) ?? name
    }

    private func row(_ name: String, _ value: String, isKind: Bool = false) -> Shown {
        ["name": name, "value": value, "isKind": isKind]
    }
}
