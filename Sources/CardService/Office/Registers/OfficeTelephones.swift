import EmergencyCards
import Foundation

/// Telephone numbers as the rows of a form. No instances.
enum OfficeTelephones {
    /// How many a form takes.
    static let limit = 12

    /// What stands in the rows, of a list of the API.
    static func values(_ list: JSONValue, _ prefix: String = "telephones") -> OfficeSheet.Values {
        list.elements.enumerated().reduce(into: [:]) { values, row in
            let name = "\(prefix)[\(row.offset)]"
            values["\(name).label"] = row.element["label"].text
            values["\(name).number"] = row.element["number"].text
            values.merge(hours(row.element["hours"], name)) { $1 }
        }
    }

    /// The hours in which a number is answered, as fields.
    static func hours(_ hours: JSONValue, _ name: String) -> OfficeSheet.Values {
        guard hours.members != nil else { return [:] }
        let days = hours["dayTypes"].elements.compactMap(\.text)
        return [
            "\(name).hours.dayTypes": days.isEmpty ? "every" : days.joined(separator: " "),
            "\(name).hours.from": hours["from"].text, "\(name).hours.to": hours["to"].text,
        ].compactMapValues(\.self)
    }

    /// The API's list of what stands in the rows; those in which nothing is written are left out.
    static func document(_ values: OfficeSheet.Values, _ prefix: String = "telephones") -> JSONValue {
        .array(
            (0..<limit).map { "\(prefix)[\($0)]" }.filter { name in values.keys.contains { $0.hasPrefix("\(name).") } }
                .map { name in
                    .object([
                        "label": values.json("\(name).label"), "number": values.json("\(name).number"),
                        "hours": hours(values, name),
                    ])
                })
    }

    /// The API's document of hours; null: a number that is answered always.
    static func hours(_ values: OfficeSheet.Values, _ name: String) -> JSONValue {
        let (days, from, to) = (
            values["\(name).hours.dayTypes"], values["\(name).hours.from"], values["\(name).hours.to"]
        )
        guard days != nil || from != nil || to != nil else { return .null }
        let kinds = days == "every" ? [] : days?.split(separator: " ").map { JSONValue.string(String($0)) } ?? []
        return .object([
            "dayTypes": .array(kinds), "from": values.json("\(name).hours.from"),
            "to": values.json("\(name).hours.to"),
        ])
    }

    /// How many rows are written in.
    static func count(_ values: OfficeSheet.Values, _ prefix: String) -> Int { document(values, prefix).elements.count }

    /// Kinds of day in words.
    static func days(_ value: String, _ words: ScreenWords) -> String {
        if value.isEmpty { return words["office.telephones.always"] }
        let key = value.replacing(" ", with: "-")
        return words.find("office.days.\(key)")
            ?? value.split(separator: " ").map { words["office.days.\($0)"] }.joined(
                separator: words["office.text.dot"])
    }
}

extension [String: String] {
    /// What stands in a field; null where nothing does.
    func json(_ name: String) -> JSONValue { self[name].map(JSONValue.string) ?? .null }

    /// The fields `name.value` that are ticked, by their values.
    func ticked(_ name: String) -> [String] {
        keys.filter { $0.hasPrefix("\(name).") }.map { String($0.dropFirst(name.count + 1)) }.sorted()
    }

    /// Boxes that are ticked.
    static func ticks(_ name: String, _ list: JSONValue) -> [String: String] {
        list.elements.compactMap(\.text).reduce(into: [:]) { $0["\(name).\($1)"] = "on" }
    }

    /// The lines of a longer text.
    func lines(_ name: String) -> JSONValue {
        .array(
            (self[name] ?? "").split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty }.map(JSONValue.string))
    }
}
