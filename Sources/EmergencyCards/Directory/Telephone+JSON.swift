public import DutyRota

extension Telephone {
    /// Reads a number with its label and the hours in which it is answered.
    static func read(_ reader: inout ObjectReader) -> Telephone? {
        let label = reader.required("label") { $0.text($1) }
        let number = reader.required("number") { $0.telephoneNumber($1) }
        let hours = reader.object("hours", TelephoneHours.read) ?? nil
        return label.flatMap { label in number.map { Telephone(label: label, number: $0, hours: hours) } }
    }

    /// Writes a number with its label and the hours in which it is answered.
    public func write(to json: inout JSONWriter) {
        json.member("label", label)
        json.member("number", number)
        json.member("hours", object: hours) { $1.write(to: &$0) }
    }
}

extension TelephoneHours {
    /// Reads hours; without kinds of day they hold on every day.
    static func read(_ reader: inout ObjectReader) -> TelephoneHours? {
        let dayTypes = reader.dayTypes("dayTypes")
        return reader.hours("from", "to").map { TelephoneHours(dayTypes: dayTypes, span: $0) }
    }

    /// Writes hours in the form in which they are read.
    func write(to json: inout JSONWriter) {
        json.member("dayTypes", DayType.names(of: dayTypes))
        json.member("from", DirectoryWords.clock(span.start))
        json.member("to", DirectoryWords.clock(span.end))
    }
}

extension DayType {
    /// The names of some kinds of day, always in one order.
    static func names(of types: Set<DayType>) -> [String] { allCases.filter(types.contains).map(\.rawValue) }
}

extension ObjectReader {
    /// Numbers in the order in which to try them.
    mutating func numbers(_ key: String) -> [Telephone] { list(key, Telephone.read).compactMap(\.self) }
}
