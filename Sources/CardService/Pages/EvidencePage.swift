import DutyRota
import EmergencyCards
import Mustache

/// A month's figures on one A4 page, for meetings. The template has tables and bars, and no script.
struct EvidencePage {
    /// A table with a heading.
    struct Section {
        let heading: String
        let rows: [Row]
    }

    /// A measure with its value; those that belong to the row above are set in.
    struct Row {
        let name: String
        let value: String
        let style: String
    }

    /// What came of trying a step.
    struct Step {
        let name: String
        let tried: String
        let reached: String
        let accepted: String
        let first: String
        /// Of 100, for a bar: in how many of the calls this step was the first to come.
        let share: String
    }

    let title: String
    let association: String
    let madeAt: String
    let summary: String
    let left: [Section]
    let right: [Section]
    let stepsHeading: String
    let stepColumns: [String]
    let steps: [Step]
    let notes: [String]

    init(_ evidence: Evidence) {
        let calls = evidence.calls
        title = EvidenceWords.title(evidence.month)
        association = evidence.association.name
        madeAt = EvidenceWords.madeAt(evidence.madeAt)
        summary = EvidenceWords.summary(evidence)
        left = [
            Section(EvidenceWords.record, evidence, Tally.Measure.allCases.filter { !$0.isOfInstallation }),
            Section(EvidenceWords.installation, evidence, Tally.Measure.allCases.filter(\.isOfInstallation)),
        ]
        right = [Section(calls), Section(times: calls)]
        stepsHeading = EvidenceWords.steps
        stepColumns = EvidenceWords.stepColumns
        steps = CallStep.allCases.map { step in
            let count = calls.step(step)
            return Step(
                name: EvidenceWords.step(step), tried: "\(count.tried)", reached: "\(count.reached)",
                accepted: "\(count.accepted)", first: "\(count.first)",
                share: "\(calls.calls == 0 ? 0 : 100 * count.first / calls.calls)")
        }
        notes = EvidenceWords.notes
    }

    /// The page. Throws where the template is none.
    func page() throws -> Page { try Page(PackageResources.evidence_mustache) { _ in self } }
}

extension EvidencePage.Section {
    /// Counts of the record, each with its kinds below.
    fileprivate init(_ heading: String, _ evidence: Evidence, _ measures: [Tally.Measure]) {
        self.heading = heading
        rows = measures.flatMap { measure in
            let kinds = evidence.counts(measure, ofInstallation: measure.isOfInstallation).filter { !$0.label.isEmpty }
            return [
                EvidencePage.Row(
                    name: EvidenceWords.measure(measure),
                    value: "\(evidence.count(measure, ofInstallation: measure.isOfInstallation))", style: "")
            ]
                + kinds.map {
                    EvidencePage.Row(name: EvidenceWords.label($0.label), value: "\($0.count)", style: "kind")
                }
        }
    }

    fileprivate init(_ calls: CallFigures) {
        heading = EvidenceWords.calls
        let colours = [Colour.green, .yellow].map { (EvidenceWords.colour($0), calls.opened[$0] ?? 0) }
        let outcomes = CallOutcome.ofCalls.map { (EvidenceWords.outcome($0), calls.outcomes[$0] ?? 0) }
        let others = [
            (EvidenceWords.notClosed, calls.notClosed), (EvidenceWords.nobody, calls.nobody),
            (EvidenceWords.transport, calls.transportRequested), (EvidenceWords.planChanged, calls.planChanged),
            (EvidenceWords.overdue, calls.overdue),
        ]
        rows =
            [EvidencePage.Row(name: EvidenceWords.opened, value: "\(calls.calls)", style: "")]
            + (colours + outcomes).map { EvidencePage.Row(name: $0.0, value: "\($0.1)", style: "kind") }
            + others.map { EvidencePage.Row(name: $0.0, value: "\($0.1)", style: "") }
    }

    fileprivate init(times calls: CallFigures) {
        heading = EvidenceWords.times
        rows =
            [
                (EvidenceWords.toAccept, calls.secondsToAccept), (EvidenceWords.toArrive, calls.secondsToArrive),
                (EvidenceWords.toHospital, calls.secondsToHospital),
            ].map { EvidencePage.Row(name: $0.0, value: EvidenceWords.minutes($0.1), style: "") }
            + [EvidencePage.Row(name: EvidenceWords.attempts, value: EvidenceWords.times(calls.attempts), style: "")]
    }
}
