public import DutyRota

/// The data of one association as its folder of files has it: registers, rota, cards. What the office keeps in spreadsheets comes in here.
public struct SeedFolder: Sendable {
    /// The folder's name, by which faults name its files.
    public let name: String
    public let association: Association
    /// As in the file, `12-29/01-03`.
    public let ownHolidays: [String]
    public var calendar: DayCalendar
    public let physicians: [Physician]
    public let hospitals: [Hospital]
    public let slots: [Slot]
    public let slotTelephones: [String: [Telephone]]
    public var months: [Month: [Place]]
    public var cards: [SeedCard]

    /// The rota as the folder's files alone would have it, nothing published.
    public var book: RotaBook {
        RotaBook(
            association: association, calendar: calendar, slots: slots, months: [], physicians: physicians,
            slotTelephones: slotTelephones)
    }

    /// Reads a folder's files. nil where even `association.json` cannot be read; after any fault what was read must not be used.
    public static func read(name: String, files: [String: [UInt8]], faults: inout [TableFault]) -> SeedFolder? {
        var reader = SeedFolderReader(folder: name, files: files)
        defer { faults += reader.faults }
        return reader.read()
    }
}

/// A card as a file has it.
public struct SeedCard: Sendable {
    /// Where it stands in `cards.json`, counted from 1.
    public let position: Int
    /// nil: one is drawn.
    public let number: CardNumber?
    public var document: CardDocument
    public var life: CardLife
    /// What the file accepts all the same, such as an address outside the area.
    public let acknowledged: Set<Refusal.Code>

    public init(
        position: Int, number: CardNumber?, document: CardDocument, life: CardLife, acknowledged: Set<Refusal.Code>
    ) {
        self.position = position
        self.number = number
        self.document = document
        self.life = life
        self.acknowledged = acknowledged
    }

    /// What only a database can tell of a card in a file.
    public enum StoredFault: Sendable {
        /// The number is there already, or one too near to it.
        case numberTaken
        /// The register has another person under the patient's identifier.
        case otherPerson
        /// Merged without a number it would be another card each time.
        case withoutNumber
        /// The register has another card in force for the patient.
        case secondInForce
    }

    /// Such a fault, at the card's place in the file.
    public func fault(_ fault: StoredFault, file: String) -> TableFault {
        let (column, message) =
            switch fault {
            case .numberTaken: ("number", SeedWords.numberTaken)
            case .otherPerson: ("patient.id", SeedWords.otherPerson)
            case .withoutNumber: ("number", SeedWords.numberNeeded)
            case .secondInForce: ("patient.id", SeedWords.secondInForce)
            }
        return TableFault(file: file, row: position, column: column, message: message)
    }
}

/// Reads the files of one folder and collects every fault.
private struct SeedFolderReader {
    let folder: String
    let files: [String: [UInt8]]
    var faults: [TableFault] = []

    init(folder: String, files: [String: [UInt8]]) {
        self.folder = folder
        self.files = files
    }

    mutating func read() -> SeedFolder? {
        for name in files.keys.sorted() where !SeedFileNames.isKnown(name) { refuse(name, SeedWords.unknownFile) }
        guard let bytes = bytes("association.json"),
            let about = SeedAssociation.read(bytes, file("association.json"), &faults)
        else { return nil }
        let areas = about.association.areas
        let calendar = DayCalendar(national: holidays, own: about.ownHolidays.compactMap { OwnHoliday($0) })
        let slots = table("slots.csv") { Slot.read(slots: $0, file: $1, areas: areas, faults: &$2) }
        let bare = table("physicians.csv") {
            Physician.read(physicians: $0, file: $1, association: about.association.id, areas: areas, faults: &$2)
        }
        let further =
            files["telephones.csv"] == nil
            ? [] : table("telephones.csv") { OwnedTelephone.read(telephones: $0, file: $1, faults: &$2) }
        let owners = TelephoneOwners(
            physicians: bare, hospitals: table("hospitals.csv") { Hospital.read(hospitals: $0, file: $1, faults: &$2) },
            slots: Set(slots.map(\.name)), further: further)
        faults += owners.faults(file: file("telephones.csv"))
        let months = months(slots: slots, areas: areas, physicians: owners.physicians, calendar: calendar)
        return SeedFolder(
            name: folder, association: about.association, ownHolidays: about.ownHolidays, calendar: calendar,
            physicians: owners.physicians, hospitals: owners.hospitals, slots: slots,
            slotTelephones: owners.slotTelephones, months: months, cards: cards)
    }

    private var holidays: HolidayTable {
        mutating get {
            guard let bytes = bytes("holidays.csv") else { return HolidayTable(names: [:]) }
            return HolidayTable(table: bytes, file: file("holidays.csv"), faults: &faults)
        }
    }

    private var cards: [SeedCard] {
        mutating get {
            guard let bytes = files["cards.json"] else { return [] }
            return SeedCard.read(bytes, file("cards.json"), &faults)
        }
    }

    private mutating func months(
        slots: [Slot], areas: [Area], physicians: [Physician], calendar: DayCalendar
    ) -> [Month: [Place]] {
        var months: [Month: [Place]] = [:]
        for name in files.keys.sorted() {
            guard let month = SeedFileNames.month(of: name), let bytes = files[name] else { continue }
            months[month] = MonthSheet.read(
                bytes, file: file(name), month: month, slots: slots, areas: areas, physicians: physicians,
                calendar: calendar, faults: &faults)
        }
        return months
    }

    private mutating func table<Value>(
        _ name: String, _ read: ([UInt8], String, inout [TableFault]) -> [Value]
    ) -> [Value] {
        bytes(name).map { read($0, file(name), &faults) } ?? []
    }

    private mutating func bytes(_ name: String) -> [UInt8]? {
        if files[name] == nil { refuse(name, SeedWords.missingFile) }
        return files[name]
    }

    private mutating func refuse(_ name: String, _ message: String) {
        faults.append(TableFault(file: file(name), row: nil, column: nil, message: message))
    }

    private func file(_ name: String) -> String { "\(folder)/\(name)" }
}

/// The names that files of a folder have.
enum SeedFileNames {
    private static let fixed: Set<String> = [
        "association.json", "physicians.csv", "telephones.csv", "hospitals.csv", "holidays.csv", "slots.csv",
        "cards.json",
    ]

    static func isKnown(_ name: String) -> Bool { fixed.contains(name) || month(of: name) != nil }

    /// The month of `rota-2026-11.csv`, nil for any other name.
    static func month(of name: String) -> Month? {
        guard name.hasPrefix("rota-"), name.hasSuffix(".csv") else { return nil }
        return Month(String(name.dropFirst(5).dropLast(4)))
    }
}
