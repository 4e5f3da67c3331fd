public import DutyRota

/// Where the figures of a month come from.
public protocol EvidenceRegister: Sendable {
    /// The counts of a month: an association's, and those of the whole installation. What was recorded in the last seconds may not be in them yet.
    func tallies(of association: AssociationID, in month: Month) throws -> [Tally: Int]

    /// What was said at night within a time of an association's physicians, and of hospitals; what was taken back too.
    func marks(said interval: Range<Instant>, of association: AssociationID) throws -> NightMarks
}

extension CallRegister {
    /// What the calls of an association come to that were opened in a month. They are read some at a time; none is kept.
    public func figures(
        of association: AssociationID, in month: Month, at now: Instant, rules: CallRules
    ) throws -> CallFigures {
        var question = CallQuestion()
        question.association = association
        question.from = month.firstDay.start
        question.to = month.adding(1).firstDay.start
        var figures = CallFigures()
        while true {
            let calls = try calls(question)
            for call in calls { figures.add(call, at: now, rules) }
            guard calls.count == question.limit, let last = calls.last else { return figures }
            question.before = last.id
        }
    }
}
