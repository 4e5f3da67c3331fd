import DutyRota
import Foundation

/// Makes a card document of one row; what cannot be read is a fault in its column.
struct CardRowReader {
    let row: Table.Row
    /// Of each field the column's name in the file.
    let headers: [String: String]
    let book: RotaBook
    let physicians: PhysicianNames
    let hospitals: [Hospital]
    private(set) var faults: [TableFault] = []

    init(
        _ row: Table.Row, headers: [String: String], book: RotaBook, physicians: PhysicianNames, hospitals: [Hospital]
    ) {
        self.row = row
        self.headers = headers
        self.book = book
        self.physicians = physicians
        self.hospitals = hospitals
    }

    /// What stands in the column of a field; nil where nothing does.
    func cell(_ field: String) -> String? {
        let text = headers[field].map { row[$0] } ?? ""
        return text.isEmpty ? nil : text
    }

    /// The document; nil, with faults, where not even the colour can be read.
    mutating func document() -> CardDocument? {
        var members: [String: JSONValue] = ["association": .string(book.association.id.text)]
        members["colour"] = value("colour", ImportWords.notAColour, CardRowReader.colour)
        members["patient"] = .object(patient())
        members["family"] = family()
        members["attendingPhysician"] = physician("attendingPhysician")
        members["deputyPhysician"] = physician("deputyPhysician")
        if cell("visitingNurse.name") != nil || cell("visitingNurse.telephone") != nil {
            members["visitingNurse"] = .object(texts("visitingNurse", ["name", "telephone"]))
        }
        members["wish"] = .object(wish())
        members["clinical"] = .object(clinical())
        members["hospitals"] = agreed()
        members["consent"] = .object(consent())
        members["validUntil"] = day("validUntil")
        members["training"] = flag("training")
        var reader = ObjectReader(.object(members.filter { $0.value != .null }))
        let document = CardDocument.read(&reader)
        for fault in reader.finished() { note(fault) }
        return document
    }

    /// Notes a fault of a field in its column; one fault a column is enough.
    mutating func note(_ fault: FieldFault) {
        let column = CardColumn.column(of: fault.field)
        let name = column.map { headers[$0.field] ?? $0.name }
        guard !faults.contains(where: { $0.column == name }) else { return }
        faults.append(row.fault(name, fault.message))
    }

    private mutating func patient() -> [String: JSONValue] {
        var members = texts("patient", ["name", "kana", "postalCode", "address", "doorNotes"])
        members["birthDate"] = day("patient.birthDate")
        members["sex"] = value("patient.sex", ImportWords.notASex) { CardRowReader.sexes[$0] }
        members["telephones"] = list("patient.telephones")
        if let text = cell("patient.area") {
            let area = book.association.areas.named(text)
            if area == nil {
                note(
                    FieldFault(
                        field: "patient.area",
                        message: ImportWords.unknownArea(text, book.association.areas.map(\.name))))
            }
            members["area"] = area.map { .string($0.id.text) }
        }
        return members
    }

    private mutating func wish() -> [String: JSONValue] {
        var members = texts("wish", ["text", "agreements"])
        members["confirmedOn"] = day("wish.confirmedOn")
        members["confirmedBy"] = physician("wish.confirmedBy")
        members["participants"] = list("wish.participants")
        return members
    }

    private mutating func clinical() -> [String: JSONValue] {
        var members = texts(
            "clinical",
            [
                "diagnosis", "expectedCourse", "foreseenSigns", "medication", "drugsKeptAt", "devices", "allergies",
                "infections",
            ])
        members["lastVisitOn"] = day("clinical.lastVisitOn")
        return members
    }

    private mutating func consent() -> [String: JSONValue] {
        var members = texts("consent", ["givenBy", "relationship"])
        members["givenOn"] = day("consent.givenOn")
        let words = cell("consent.sharedWith").map(CardRowReader.parts) ?? []
        let recipients = words.compactMap { CardRowReader.recipients[$0] }
        if recipients.count != words.count {
            note(FieldFault(field: "consent.sharedWith", message: ImportWords.notARecipient))
        }
        members["sharedWith"] = .array(recipients.map { .string($0.rawValue) })
        return members
    }

    private mutating func family() -> JSONValue {
        let people = (cell("family").map(CardRowReader.parts) ?? []).map { person in
            person.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "／" }.map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
        if people.contains(where: { $0.count != 3 }) {
            note(FieldFault(field: "family", message: ImportWords.notAFamily))
        }
        return .array(
            people.filter { $0.count == 3 }.map { parts in
                .object([
                    "name": .string(parts[0]), "relationship": .string(parts[1]), "telephone": .string(parts[2]),
                ])
            })
    }

    private mutating func agreed() -> JSONValue {
        let names = cell("hospitals").map(CardRowReader.parts) ?? []
        let dates = days("hospitals.agreedOn")
        let numbers = cell("hospitals.patientNumber").map(CardRowReader.parts) ?? []
        if dates.count > 1, dates.count != names.count {
            note(FieldFault(field: "hospitals.agreedOn", message: ImportWords.hospitalDates))
        }
        if !numbers.isEmpty, numbers.count != names.count {
            note(FieldFault(field: "hospitals.patientNumber", message: ImportWords.patientNumbers))
        }
        return .array(
            names.enumerated().map { index, name in
                var members: [String: JSONValue] = [:]
                members["hospital"] = hospital(name)
                members["agreedOn"] = dates.count == 1 ? dates[0] : dates.indices.contains(index) ? dates[index] : nil
                members["patientNumber"] = numbers.indices.contains(index) ? .string(numbers[index]) : nil
                return .object(members)
            })
    }

    private mutating func hospital(_ text: String) -> JSONValue? {
        let folded = Names.folded(text)
        let matches = hospitals.filter { $0.id.text == text || Names.folded($0.name) == folded }
        if let only = matches.first, matches.count == 1 { return .string(only.id.text) }
        let message =
            matches.isEmpty
            ? ImportWords.unknownHospital(text) : ImportWords.ambiguousHospital(text, matches.map(\.id.text))
        note(FieldFault(field: "hospitals", message: message))
        return nil
    }

    private mutating func physician(_ field: String) -> JSONValue? {
        guard let text = cell(field) else { return nil }
        switch physicians.find(text) {
        case .success(let id): return .string(id.text)
        case .failure(let wrong):
            note(FieldFault(field: field, message: wrong.message))
            return nil
        }
    }

    private mutating func day(_ field: String) -> JSONValue? {
        value(field, ImportWords.notADate) { JapaneseDate.read($0)?.description }
    }

    private mutating func days(_ field: String) -> [JSONValue] {
        let texts = cell(field).map(CardRowReader.parts) ?? []
        let days = texts.compactMap { JapaneseDate.read($0) }
        if days.count != texts.count { note(FieldFault(field: field, message: ImportWords.notADate)) }
        return days.map { .string($0.description) }
    }

    private mutating func value(_ field: String, _ message: String, _ read: (String) -> String?) -> JSONValue? {
        guard let text = cell(field) else { return nil }
        if let value = read(text.sameWidth) { return .string(value) }
        note(FieldFault(field: field, message: message))
        return nil
    }

    private mutating func flag(_ field: String) -> JSONValue? {
        guard let text = cell(field)?.sameWidth.lowercased() else { return nil }
        if ["はい", "○", "〇", "true", "1", "yes"].contains(text) { return .flag(true) }
        if ["いいえ", "×", "false", "0", "no"].contains(text) { return .flag(false) }
        note(FieldFault(field: field, message: ImportWords.notAFlag))
        return nil
    }

    private func list(_ field: String) -> JSONValue? {
        cell(field).map { .array(CardRowReader.parts($0).map { .string($0) }) }
    }

    private func texts(_ object: String, _ keys: [String]) -> [String: JSONValue] {
        keys.reduce(into: [:]) { members, key in members[key] = cell("\(object).\(key)").map { .string($0) } }
    }

    /// The pieces between commas of any kind, as they are written but for white space at their ends.
    private static func parts(_ text: String) -> [String] {
        text.split { ",、，".contains($0) || $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    private static func colour(_ text: String) -> String? {
        let word = ColourWords.fillers.reduce(text.lowercased()) { $0.replacing($1, with: "") }
        return ColourWords.all.first { $0.word == word }?.colour.rawValue
    }

    private static let sexes = [
        "女": "female", "女性": "female", "female": "female", "F": "female", "男": "male", "男性": "male", "male": "male",
        "M": "male", "その他": "other", "other": "other",
    ]

    private static let recipients: [String: Consent.Recipient] = [
        "消防": .fire, "fire": .fire, "当番医": .dutyPhysician, "dutyPhysician": .dutyPhysician, "病院": .hospital,
        "hospital": .hospital,
    ]
}
