public import DutyRota

/// What stands on a card of 85.6 mm × 54 mm (ISO/IEC 7810, ID-1), front and back, with the size of whatever has no fixed length.
public struct PrintedCard: Hashable, Sendable {
    /// A line of the back.
    public struct Line: Hashable, Sendable {
        public let role: String
        public let organisation: FittedText?
        public let name: FittedText
        public let numbers: [String]
        /// Said where there is no number.
        public let instead: String?
    }

    public let title: String
    /// `green` or `yellow`: a class of style.
    public let colour: String
    public let isGreen: Bool
    public let colourName: String
    public let purpose: String
    /// nil on a draft.
    public let number: PrintedNumber?
    public let noNumber: String
    public let patientLabel: String
    public let patient: FittedText
    public let emergency: String
    public let sayIt: String
    public let words: String
    public let readIt: String
    public let contactsHeading: String
    public let lines: [Line]
    /// Said where not everybody found room.
    public let more: String?
    public let associationRole: String
    /// The class of the small print's size.
    public let smallPrint: String
    public let always: String
    public let association: FittedText
    public let associationTelephone: String
    public let version: String
    public let dates: [String]
    public let current: String
    public let replaced: String
    /// What stands across it; nil on paper that counts.
    public let mark: String?
    public let marks: [String]
    /// How to cut it out, on A4.
    public let cut: String

    /// How many find room on the back, the association apart.
    private static let lineCount = 5

    /// A card as it is printed on a day, with names and telephones from the registers.
    public init(_ print: CardPrint, registers: Registers, on day: Day) {
        let (card, document) = (print.card, print.card.document)
        let association = registers.association(document.association)
        title = PrintWords.title(document.colour, print.isDraft ? nil : card.number.text)
        colour = document.colour.rawValue
        isGreen = document.colour == .green
        colourName = Sentences.name(of: document.colour)
        purpose = PrintWords.purpose(document.colour)
        number =
            print.isDraft
            ? nil : PrintedNumber(card.number, width: 77, largest: .pt(26), spoken: .pt(5)...TypeSize.pt(8))
        noNumber = PrintWords.noNumberYet
        patientLabel = PrintWords.patient
        patient = TypeBox(width: 51.5, height: 9.4, sizes: .pt(5)...TypeSize.pt(13))
            .fitting(document.patient.name ?? PrintWords.blank)
        emergency = PrintWords.emergency
        sayIt = PrintWords.sayIt
        words = PrintWords.spoken(document.colour)
        readIt = PrintWords.readIt
        contactsHeading = PrintWords.contacts
        let contacts =
            PrintedContact.people(of: document, registers: registers, on: day)
            + PrintedContact.hospitals(of: document, registers: registers)
        lines = contacts.prefix(Self.lineCount).enumerated().map { Line($1, numbers: $0 == 0 ? 2 : 1) }
        more = contacts.count > Self.lineCount ? PrintWords.more : nil
        associationRole = PrintWords.association
        smallPrint = (contacts.count < Self.lineCount ? TypeSize.pt(6) : .pt(5.5)).style
        always = PrintWords.always
        self.association = Line.box.fitting(association?.name ?? document.association.text)
        associationTelephone = association?.standingContact.telephone ?? ""
        version = PrintWords.version(card.version, on: card.enteredAt.day, isDraft: print.isDraft)
        dates = [
            PrintWords.valid(until: card.life.validUntil, isExpired: card.life.isExpired(on: day)),
            card.isUnconfirmed ? PrintWords.unconfirmed : nil,
        ].compactMap(\.self)
        current = PrintWords.current(PrintWords.association, associationTelephone)
        replaced = PrintWords.replaced + PrintWords.sameNumber
        mark = print.marks.isEmpty ? nil : print.marks.joined(separator: "・")
        marks = PrintWords.marked(print)
        cut = PrintWords.cut
    }
}

extension PrintedCard.Line {
    /// The room for a name.
    fileprivate static let box = TypeBox(width: 34.5, height: 4.5, sizes: .pt(5)...TypeSize.pt(8))

    /// Not every number finds room; the family's sheet has all of them.
    fileprivate init(_ contact: PrintedContact, numbers count: Int) {
        let line = TypeBox(width: 34.5, height: 2.8, sizes: .pt(5.5)...TypeSize.pt(8)).fitting(contact.name)
        let above = line.isWhole ? contact.organisation : nil
        self.init(
            role: contact.role,
            organisation: above.map(TypeBox(width: 34.5, height: 2.2, sizes: .pt(5)...TypeSize.pt(6)).fitting),
            name: above == nil ? Self.box.fitting(contact.name) : line,
            numbers: contact.numbers.prefix(count).map(\.text),
            instead: contact.numbers.isEmpty ? PrintWords.noTelephone : nil)
    }
}
