import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// How days, times and cards are written on the screens of the office and of hospitals. Pure: it is given the catalogue, and asks for no clock.
struct OfficeText: Sendable {
    let words: ScreenWords

    /// A day where it matters: by era, with the western date beside it. nil where there is none.
    func day(_ value: JSONValue) -> String? {
        value.text.map { text in Day(text).map { noted(JapaneseDate.text($0), text) } ?? text }
    }

    /// Several of a kind in one line.
    func list(_ items: [String]) -> String { items.joined(separator: words["office.text.and"]) }

    /// A text with a note behind it.
    func noted(_ text: String, _ note: String) -> String {
        text + words["office.text.noteBegins"] + note + words["office.text.noteEnds"]
    }

    /// An instant in Japan: 2026-11-24 22:03. nil where there is none.
    func moment(_ value: JSONValue) -> String? {
        value.text.map { text in
            guard let instant = try? Instant(rfc3339: text) else { return text }
            return "\(instant.day) \(instant.rfc3339.dropFirst(11).prefix(5))"
        }
    }

    /// The colour of a card as a badge.
    func colour(_ value: JSONValue) -> Shown? {
        value.text.map { ["class": $0, "text": words["common.\($0)"]] }
    }

    /// The state of a card in words, with what it ended by.
    func state(_ card: JSONValue) -> String {
        let state = words["common.state.\(card["state"].text ?? "")"]
        return card["endedReason"].text.map { noted(state, words["common.endedReason.\($0)"]) } ?? state
    }

    /// Why somebody must look after a card, in a few words.
    func reason(_ slug: String) -> String { DueReason(rawValue: slug).map(KeepingWords.name) ?? slug }

    /// A number with hyphens taken away, as it stands in a path.
    func path(ofCard value: JSONValue) -> String { "/office/cards/\((value.text ?? "").percentEncoded)" }
}

extension DeskVisit {
    var officeText: OfficeText { OfficeText(words: words) }

    /// The association whose office it is, as the API's paths name it.
    var ownAssociation: [String: String] { ["association": speaksFor] }

    /// The names of the association's physicians by identifier.
    func physicianNames() async throws -> [String: String] {
        try await ask(.get, .associationPhysicians, ownAssociation).json["physicians"].elements.reduce(into: [:]) {
            $0[$1["id"].text ?? ""] = $1["name"].text
        }
    }

    /// The page's own address with another query; what is nil is left out.
    func address(_ path: String, _ query: [(String, String?)]) -> String {
        let given = query.compactMap { name, value in value.map { "\(name.percentEncoded)=\($0.percentEncoded)" } }
        return path + (given.isEmpty ? "" : "?" + given.joined(separator: "&"))
    }
}
