public import DutyRota

/// What stands on the family's sheet (A4, upright): in large type, what to do at night. What finds no room goes on a second page; nothing is left out.
public struct PrintedSheet: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        /// 2, 3.
        public let place: String
        public let title: String
        public let text: String
    }

    /// The patient's words with by whom and when they were confirmed.
    public struct QuotedWish: Hashable, Sendable {
        public let heading: String
        /// Line by line.
        public let lines: [String]
        public let confirmed: String
    }

    public let title: String
    /// `green` or `yellow`: a class of style.
    public let colour: String
    public let isGreen: Bool
    public let colourName: String
    public let heading: String
    public let patientLabel: String
    public let patient: FittedText
    public let numberHeading: String
    /// nil on a draft.
    public let number: PrintedNumber?
    public let noNumber: String
    /// The first step, over the telephones.
    public let firstly: String
    /// Those after it.
    public let steps: [Step]
    public let contacts: [PrintedContact]
    /// Only on a yellow card.
    public let hospitals: [PrintedContact]
    public let noTelephone: String
    public let helps: String
    public let uses: [String]
    public let outside: String
    public let limits: [String]
    public let withdrawing: String
    public let withdraw: String
    public let keeping: String
    public let keep: String
    /// On the first page, where it is short enough.
    public let wish: QuotedWish?
    /// On a page of its own.
    public let longWish: QuotedWish?
    public let wishBehind: String
    public let associationHeading: String
    public let association: PrintedContact
    public let version: String
    public let dates: [String]
    public let printed: String
    public let current: String
    public let replaced: String
    public let codeWords: String
    /// What stands across it; nil on paper that counts.
    public let mark: String?
    public let marks: [String]

    /// A card's sheet as it is printed on a day, with names and telephones from the registers.
    public init(_ print: CardPrint, registers: Registers, hasAddress: Bool, on day: Day) {
        let (card, document) = (print.card, print.card.document)
        let association = PrintedContact(of: document.association, registers)
        let contacts = PrintedContact.people(of: document, registers: registers, on: day)
        let hospitals = PrintedContact.hospitals(of: document, registers: registers)
        let wish = QuotedWish(document.wish, registers)
        let isShort = Self.isShort(wish, beside: contacts, hospitals, marks: print.marks.count)
        title = [PrintWords.title(document.colour, print.isDraft ? nil : card.number.text), PrintWords.sheetTitle]
            .joined(separator: " ")
        colour = document.colour.rawValue
        isGreen = document.colour == .green
        colourName = Sentences.name(of: document.colour)
        heading = PrintWords.sheetHeading
        patientLabel = PrintWords.patient
        patient = TypeBox(width: 168, height: 7.7, sizes: .pt(9)...TypeSize.pt(18))
            .fitting(document.patient.name ?? PrintWords.blank)
        numberHeading = PrintWords.numberHeading
        number =
            print.isDraft
            ? nil : PrintedNumber(card.number, width: 140, largest: .pt(44), spoken: .pt(11)...TypeSize.pt(14))
        noNumber = PrintWords.noNumberYet
        firstly = PrintWords.firstly
        steps = PrintWords.steps(document.colour, number: print.isDraft ? nil : card.number.text)
        self.contacts = contacts
        self.hospitals = hospitals
        noTelephone = PrintWords.noTelephone
        helps = PrintWords.helps
        uses = PrintWords.uses(document.colour)
        outside = PrintWords.outside
        limits = PrintWords.limits
        withdrawing = PrintWords.withdrawing
        withdraw = PrintWords.withdraw(document.colour)
        keeping = PrintWords.keeping
        keep = PrintWords.keep
        self.wish = isShort ? wish : nil
        longWish = isShort ? nil : wish
        wishBehind = PrintWords.wishBehind
        associationHeading = PrintWords.contactOfAssociation
        self.association = association
        version = PrintWords.version(card.version, on: card.enteredAt.day, isDraft: print.isDraft)
        dates = [
            PrintWords.valid(until: card.life.validUntil, isExpired: card.life.isExpired(on: day)),
            card.isUnconfirmed ? PrintWords.unconfirmed : nil,
        ].compactMap(\.self)
        printed = PrintWords.printed(on: day)
        current = PrintWords.current(PrintWords.association)
        replaced = PrintWords.replaced
        codeWords = hasAddress ? PrintWords.codeWithAddress : PrintWords.codeAlone
        mark = print.marks.isEmpty ? nil : print.marks.joined(separator: "・")
        marks = PrintWords.marked(print)
    }

    /// Whether a wish finds room on the first page, beside whoever is to be called and what is said of paper that does not count.
    private static func isShort(
        _ wish: QuotedWish, beside people: [PrintedContact], _ hospitals: [PrintedContact], marks: Int
    ) -> Bool {
        let calls = people.reduce(0) { $0 + $1.height(number: 7.2, letters: 18) }
        let others = hospitals.reduce(hospitals.isEmpty ? 0 : 2.5) { $0 + $1.height(number: 5.1, letters: 11) }
        let said = marks > 0 ? Double(5 + marks * 8) : 0
        let lines = wish.lines.reduce(0) { $0 + max(1, ($1.count + 39) / 40) }
        return calls + others + said + 8.2 + Double(lines) * 5.9 <= roomBesides
    }

    /// What all that is always there leaves of the first page's 280 mm, and 2 mm to spare.
    private static let roomBesides = 75.6
}

extension PrintedContact {
    /// How high their row is on the sheet, in mm: with numbers of a height below one another beside a name of so many letters to a line.
    fileprivate func height(number: Double, letters: Int) -> Double {
        let parts = [organisation, name].compactMap(\.self)
        let fitsOneLine = parts.reduce(parts.count - 1) { $0 + $1.count } <= letters
        let lines = fitsOneLine ? 1 : parts.reduce(0) { $0 + ($1.count + letters - 1) / letters }
        return max(number * Double(max(1, numbers.count)), 5.1 * Double(lines)) + 1.6
    }
}

extension PrintedSheet.QuotedWish {
    fileprivate init(_ wish: Wish, _ registers: Registers) {
        let author = wish.confirmedBy.map { registers.physicians[$0]?.name ?? $0.text }
        self.init(
            heading: PrintWords.wishHeading,
            lines: wish.text.map { "「\($0)」" }?.split(separator: "\n").map(String.init) ?? [PrintWords.noWish],
            confirmed: PrintWords.confirmed(on: wish.confirmedOn, by: author, with: wish.participants))
    }
}

extension PrintedContact {
    /// The association with whoever answers its telephone.
    fileprivate init(of id: AssociationID, _ registers: Registers) {
        let association = registers.association(id)
        let contact = association?.standingContact
        self.init(
            role: association?.name ?? id.text, organisation: nil, name: contact?.name ?? "",
            numbers: contact.map { [Number(label: "", text: $0.telephone)] } ?? [])
    }
}
