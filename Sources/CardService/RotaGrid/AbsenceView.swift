import DutyRota
import EmergencyCards

/// Who is away, as it is shown beside a month and in the list.
struct AbsenceView {
    private let absences: [JSONValue]
    private let people: RotaPeople
    private let words: RotaWords

    init(_ absences: [JSONValue], people: RotaPeople, words: RotaWords) {
        self.absences = absences.filter { $0["lift"] == .null }
        self.people = people
        self.words = words
    }

    /// Those that touch a month.
    func of(_ month: Month) -> [Shown] {
        let (first, last) = (month.firstDay.description, month.adding(1).firstDay.adding(-1).description)
        return absences.filter { ($0["from"].text ?? "") <= last && first <= ($0["to"].text ?? "") }.map(one)
    }

    var all: [Shown] { absences.sorted { ($0["from"].text ?? "") < ($1["from"].text ?? "") }.map(one) }

    /// For the marks while one types; JSON.
    static func data(_ absences: [JSONValue]) -> String {
        let standing = absences.filter { $0["lift"] == .null }.map { absence -> JSONValue in
            .object(["who": absence["physician"], "from": absence["from"], "to": absence["to"]])
        }
        return String(decoding: JSONValue.array(standing).bytes, as: UTF8.self)
    }

    private func one(_ absence: JSONValue) -> Shown {
        let (from, to) = (absence["from"].text ?? "", absence["to"].text ?? "")
        return [
            "id": absence["id"].text, "name": people.name(absence["physician"].text ?? ""),
            "days": from == to
                ? words.day(from) : words["span", ["from": words.day(from), "to": words.day(to)]],
            "reason": absence["reason"].text,
        ]
    }
}
