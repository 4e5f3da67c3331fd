import DutyRota
import EmergencyCards

/// A card document as a form has it: one text a field, each named by where it stands in the document.
///
/// The rows of a list are those in which something is written, so that a fault that the API names stands beside the row that it means.
struct CardForm: Sendable {
    /// What stands in the fields in which something is written.
    var values: [String: String] = [:]
    /// How many rows of each list were on the form.
    private(set) var rows: [String: Int] = [:]

    /// Lists, with the members of a row; a row of telephones is the number itself.
    static let lists: [(name: String, members: [String])] = [
        ("patient.telephones", [""]), ("family", [".name", ".relationship", ".telephone"]),
        ("hospitals", [".hospital", ".agreedOn", ".patientNumber"]),
    ]
    /// Fields that hold a day, without the place in a list.
    static let dates: Set<String> = [
        "patient.birthDate", "wish.confirmedOn", "clinical.lastVisitOn", "consent.givenOn", "validUntil",
        "hospitals.agreedOn",
    ]
    /// What stands once, as one text.
    static let lines =
        [
            "colour", "patient.id", "patient.name", "patient.kana", "patient.birthDate", "patient.sex",
            "patient.postalCode", "patient.address", "patient.area", "patient.doorNotes", "attendingPhysician",
            "deputyPhysician", "visitingNurse.name", "visitingNurse.telephone", "wish.text", "wish.confirmedOn",
            "wish.confirmedBy", "wish.agreements", "consent.givenBy", "consent.relationship", "consent.givenOn",
            "validUntil",
        ] + clinical.map { "clinical.\($0)" }
    static let clinical = [
        "diagnosis", "expectedCourse", "foreseenSigns", "lastVisitOn", "medication", "drugsKeptAt", "devices",
        "allergies", "infections",
    ]
    static let recipients = Consent.Recipient.allCases.map(\.rawValue)
    private static let participants = "wish.participants"
    private static let shared = "consent.sharedWith"
    private static let mostRows = 50

    init() {}

    /// What was typed.
    init(_ form: FormFields) {
        let others = [Self.participants, "training"] + Self.recipients.map { "\(Self.shared).\($0)" }
        for name in Self.lines + others { values[name] = form[name] }
        for list in Self.lists {
            let there = (0..<Self.mostRows).filter { row in
                list.members.contains { form.raw("\(list.name)[\(row)]\($0)") != nil }
            }
            rows[list.name] = there.count
            let written = there.map { row in list.members.map { form["\(list.name)[\(row)]\($0)"] } }
                .filter { $0.contains { $0 != nil } }
            for (row, texts) in written.enumerated() {
                for (member, text) in zip(list.members, texts) { values["\(list.name)[\(row)]\(member)"] = text }
            }
        }
    }

    /// What a card says.
    init(card: JSONValue) {
        for name in Self.lines { values[name] = Self.text(name, card.at(name)) }
        values[Self.participants] =
            card.at(Self.participants).elements.compactMap(\.text).joined(separator: Self.separator).nonEmpty
        for recipient in card.at(Self.shared).elements.compactMap(\.text) {
            values["\(Self.shared).\(recipient)"] = recipient
        }
        if card["training"] == .flag(true) { values["training"] = "true" }
        for list in Self.lists {
            for (row, item) in card.at(list.name).elements.enumerated() {
                for member in list.members {
                    let name = "\(list.name)[\(row)]\(member)"
                    values[name] = Self.text(name, member.isEmpty ? item : item[String(member.dropFirst())])
                }
            }
        }
    }

    /// The card document of what is written, as the API reads it.
    func document(of association: String) -> JSONValue {
        var fields = Self.lines.map { (name: $0, value: sent($0)) }
        let people = values[Self.participants]?.split { "、,，;；\n".contains($0) } ?? []
        fields.append((Self.participants, .array(people.map { .string(String($0).trimmed) })))
        let shared = Self.recipients.filter { values["\(Self.shared).\($0)"] != nil }
        fields.append((Self.shared, .array(shared.map(JSONValue.string))))
        for list in Self.lists {
            fields.append((list.name, .array([])))
            for row in 0..<written(list.name) {
                for member in list.members {
                    fields.append(("\(list.name)[\(row)]\(member)", sent("\(list.name)[\(row)]\(member)")))
                }
            }
        }
        fields += [("association", .string(association)), ("training", .flag(values["training"] != nil))]
        var document = JSONValue(document: fields).members ?? [:]
        if values["visitingNurse.name"] == nil, values["visitingNurse.telephone"] == nil {
            document["visitingNurse"] = .null
        }
        return .object(document)
    }

    /// How many rows of a list have something in them.
    func written(_ list: String) -> Int {
        (0..<Self.mostRows).prefix { row in
            Self.lists.first { $0.name == list }?.members.contains { values["\(list)[\(row)]\($0)"] != nil } ?? false
        }.count
    }

    /// Whether a field holds a day.
    static func isDate(_ name: String) -> Bool { dates.contains(name.replacing(#/\[[0-9]+\]/#, with: "")) }

    private func sent(_ name: String) -> JSONValue {
        guard let text = values[name] else { return .null }
        return .string(Self.isDate(name) ? WrittenDate.sent(text) : text)
    }

    private static func text(_ name: String, _ json: JSONValue) -> String? {
        guard let text = json.text else { return nil }
        return isDate(name) ? Day(text).map { JapaneseDate.text($0) } ?? text : text
    }

    private static let separator = "、"
}

extension JSONValue {
    /// What stands at a place such as `patient.kana`.
    func at(_ name: String) -> JSONValue { name.split(separator: ".").reduce(self) { $0[String($1)] } }
}

extension String {
    /// nil where there is nothing.
    var nonEmpty: String? { isEmpty ? nil : self }

    /// Without spaces at its ends.
    fileprivate var trimmed: String {
        String(self.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
