public import DutyRota

/// One line of what somebody is given about a patient: what it is, what it says, of when it is.
public struct PacketItem: Hashable, Sendable {
    /// The stable names of the lines, in the order in which they are read out.
    public enum Field: String, CaseIterable, Sendable {
        case name, kana, birthDate, sex, address, doorNotes, patientTelephones, family, diagnosis, expectedCourse,
            lastVisitOn, foreseenSigns, medication, drugsKeptAt, devices, allergies, infections, wish, agreements,
            patientNumber, attendingPhysician, visitingNurse, deputyPhysician, card
    }

    /// A number that goes with the line.
    public struct Number: Hashable, Sendable {
        public let label: String
        /// As it is written; masked in a rehearsal.
        public let text: String
        /// What a telephone dials; nil in a rehearsal.
        public let dial: String?
    }

    public let field: Field
    public let label: String
    /// The wish is a quotation, in its brackets.
    public let text: String
    /// ``text`` line by line; none where only numbers are there.
    public let lines: [String]
    /// Of which day it is, or for the wish who confirmed it and when.
    public let note: String?
    /// The day of ``note``.
    public let asOf: Day?
    public let numbers: [Number]

    init(
        _ field: Field, _ text: String?, note: String? = nil, asOf: Day? = nil, numbers: [Number] = []
    ) {
        self.field = field
        label = PacketWords.label(field)
        self.text = text ?? PacketWords.notWritten
        lines = self.text.split(separator: "\n").map(String.init)
        self.note = note
        self.asOf = asOf
        self.numbers = numbers
    }
}

extension PacketItem.Number {
    /// A number; of a rehearsal it cannot be dialled.
    init(_ label: String, _ number: String, isRehearsal: Bool) {
        let digits = number.filter { $0.isASCII && $0.isNumber }
        self.init(
            label: label, text: isRehearsal ? PacketWords.masked(number) : number,
            dial: isRehearsal || digits.isEmpty ? nil : digits)
    }
}
