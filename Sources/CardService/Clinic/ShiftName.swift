import DutyRota
import EmergencyCards
import Foundation

/// One physician's shift as a form names it: which call of which place, and whose.
struct ShiftName: Hashable, Sendable {
    let dutyDate: String
    let slot: String
    /// nil: the whole association.
    let area: String?
    let callOrder: Int
    let physician: String

    /// A shift as the API lists it.
    init(_ shift: JSONValue) {
        dutyDate = shift["dutyDate"].text ?? ""
        slot = shift["slot"].text ?? ""
        area = shift["area"].text
        callOrder = shift["callOrder"].whole ?? 1
        physician = shift["physician"].text ?? ""
    }

    /// What ``text`` wrote; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.removingPercentEncoding ?? ""
        }
        guard parts.count == 5, let order = Int(parts[3]) else { return nil }
        (dutyDate, slot, area, callOrder, physician) = (parts[0], parts[1], parts[2].nonEmpty, order, parts[4])
    }

    var text: String {
        [dutyDate, slot, area ?? "", "\(callOrder)", physician].map(\.percentEncoded).joined(separator: "|")
    }

    /// The shift as the API is asked about it: whose it is is said beside it.
    var side: JSONValue {
        .object([
            "dutyDate": .string(dutyDate), "slot": .string(slot), "area": area.map(JSONValue.string) ?? .null,
            "callOrder": .number(Double(callOrder)),
        ])
    }
}

/// A shift as lists show it.
struct ShiftRow {
    let words: ScreenWords
    let areas: [String: String]

    init(words: ScreenWords, choices: CardChoicesView) {
        self.words = words
        areas = Dictionary(choices.areas.map { ($0.value, $0.text) }) { first, _ in first }
    }

    func shown(_ shift: JSONValue) -> Shown {
        [
            "day": shift["dutyDate"].text.flatMap { Day($0) }.map { WrittenDate.short($0) }, "hours": hours(shift),
            "slot": shift["slot"].text, "area": area(shift), "order": words["clinic.shifts.order.\(order(shift))"],
            "name": shift["name"].text ?? shift["physician"].text, "value": ShiftName(shift).text,
            "isAway": shift["obstacle"] == .string("absent"),
        ]
    }

    /// The shift in one line.
    func line(_ shift: JSONValue) -> String {
        [
            shift["dutyDate"].text.flatMap { Day($0) }.map { WrittenDate.short($0) }, area(shift), shift["slot"].text,
            words["clinic.shifts.order.\(order(shift))"], hours(shift),
        ].compactMap { $0?.nonEmpty }.joined(separator: " ")
    }

    private func order(_ shift: JSONValue) -> Int { shift["callOrder"].whole ?? 1 }

    private func area(_ shift: JSONValue) -> String {
        shift["area"].text.map { areas[$0] ?? $0 } ?? words["clinic.shifts.whole"]
    }

    /// 17:30〜翌8:30.
    private func hours(_ shift: JSONValue) -> String {
        guard let start = shift["start"].text.flatMap({ try? Instant(rfc3339: $0) }),
            let end = shift["end"].text.flatMap({ try? Instant(rfc3339: $0) })
        else { return "" }
        let isNext = end.day.number > start.day.number
        return words[
            "clinic.shifts.hours",
            [
                "from": start.clock, "to": (isNext ? words["clinic.shifts.next"] : "") + end.clock,
            ]]
    }
}
