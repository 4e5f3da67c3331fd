import DutyRota
import EmergencyCards

/// What the checks say of a month, line by line.
struct GridMarks {
    /// One thing about a sheet that somebody should see to.
    struct Problem {
        let id: String
        let kind: String
        let message: String
        let physicians: [String]
        let json: JSONValue

        init(_ json: JSONValue) {
            id = json["id"].text ?? ""
            kind = json["kind"].text ?? ""
            message = json["message"].text ?? ""
            physicians = json["physicians"].elements.compactMap(\.text)
            self.json = json
        }
    }

    let problems: [Problem]
    /// How many nights in a row one physician may have.
    let nights: Int
    private let words: RotaWords
    private let people: RotaPeople

    /// `checks`: as the API answers them.
    init(_ checks: JSONValue, people: RotaPeople, words: RotaWords) {
        problems = checks["problems"].elements.map(Problem.init)
        nights = checks["nightsInARow"].whole ?? 0
        self.people = people
        self.words = words
    }

    /// What is said behind a line, in few words; the whole sentences stand where it is published.
    func of(_ row: MonthGrid.Row) -> [Shown] {
        problems.filter { concerns($0, row) }.map { problem in
            [
                "kind": problem.kind,
                "text": words[
                    "mark.\(problem.kind)",
                    [
                        "call": words.call(problem.json["callOrder"].whole ?? 1), "nights": "\(nights)",
                        "names": people.joined(problem.physicians, by: people.name),
                    ]],
            ]
        }
    }

    /// How many there are of each kind, the loudest first.
    var counts: [Shown] {
        let kinds = problems.map(\.kind).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return kinds.map { kind in
            ["text": words["kind.\(kind)"], "count": problems.count { $0.kind == kind }, "kind": kind]
        }
    }

    private func concerns(_ problem: Problem, _ row: MonthGrid.Row) -> Bool {
        guard problem.kind == "nightsRunning" else { return isOther(problem, row) || row.isPlace(of: problem.json) }
        let holders = (row.holders[.first] ?? []) + (row.holders[.second] ?? [])
        guard problem.physicians.contains(where: holders.contains), let start = problem.json["start"].text,
            let end = problem.json["end"].text
        else { return false }
        return start <= row.start && row.end <= end
    }

    /// Whether a clash of two places names this one as its other.
    private func isOther(_ problem: Problem, _ row: MonthGrid.Row) -> Bool {
        guard ["doubleDuty", "twoAreas"].contains(problem.kind) else { return false }
        let place = [row.date, row.slot, row.area].compactMap(\.self).joined(separator: ":")
        return problem.id.contains(":\(place):")
    }
}
