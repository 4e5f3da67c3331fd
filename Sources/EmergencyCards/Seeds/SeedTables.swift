public import DutyRota

/// What the registers say of an association, as the files of a Seeds folder: all but its cards.
///
/// Files say what counts now. What is planned, retired or past only the files of the history say.
public struct SeedTables {
    private let book: RotaBook
    private let hospitals: [Hospital]
    private let today: Day

    /// `today` decides whether a slot has ended.
    public init(book: RotaBook, hospitals: [Hospital], on today: Day) {
        self.book = book
        self.hospitals = hospitals.sorted { $0.id < $1.id }
        self.today = today
    }

    /// Every file with its bytes: UTF-8 without a mark, lines ending in LF.
    public var files: [(name: String, bytes: [UInt8])] {
        let fixed = [
            ("association.json", association), ("physicians.csv", csv([Physician.columns] + physicians.map(\.row))),
            ("telephones.csv", csv(telephones)), ("hospitals.csv", csv([Hospital.columns] + hospitals.map(\.row))),
            ("holidays.csv", csv(holidays)), ("slots.csv", csv(slots)),
        ]
        let months = book.months.values.sorted { $0.month < $1.month }
        return fixed
            + months.map { sheet in
                let table = MonthSheet.table(
                    of: sheet.places, areas: book.association.areas, physicians: physicians)
                return ("rota-\(sheet.month).csv", csv(table))
            }
    }

    private var association: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("id", book.association.id.text)
            book.association.write(to: &json, ownHolidays: book.calendar.own)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private var physicians: [Physician] { book.physicians.values.sorted { $0.id < $1.id } }

    private var telephones: [[String]] {
        let further =
            physicians.map { ($0.id.text, $0.furtherTelephones) }
            + hospitals.map { ($0.id.text, $0.furtherTelephones) }
            + book.slotTelephones.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return [["owner", "label", "number", "dayTypes", "from", "to"]]
            + further.flatMap { owner, telephones in
                telephones.map { telephone in
                    let hours = telephone.hours
                    return [
                        owner, telephone.label, telephone.number,
                        hours.map { DayType.names(of: $0.dayTypes).joined(separator: " ") } ?? "",
                        hours.map { DirectoryWords.clock($0.span.start) } ?? "",
                        hours.map { DirectoryWords.clock($0.span.end) } ?? "",
                    ]
                }
            }
    }

    private var holidays: [[String]] {
        [["国民の祝日・休日月日", "国民の祝日・休日名称"]]
            + book.calendar.national.names.sorted { $0.key < $1.key }.map { [$0.key.description, $0.value] }
    }

    /// A slot that has ended is left out, and so is an end that lies ahead: no row could say it.
    private var slots: [[String]] {
        let ended = Set(book.slots.valid(on: today).filter(\.dayTypes.isEmpty).map(\.name))
        return [["name", "dayTypes", "areas", "start", "end", "first", "second", "validFrom"]]
            + book.slots.filter { !ended.contains($0.name) && !$0.dayTypes.isEmpty }.map { slot in
                [
                    slot.name, DayType.names(of: slot.dayTypes).joined(separator: " "), slot.reach.column,
                    DirectoryWords.clock(slot.hours.start), DirectoryWords.clock(slot.hours.end),
                    String(slot.required.first), String(slot.required.second), slot.validFrom?.description ?? "",
                ]
            }
    }

    private func csv(_ table: [[String]]) -> [UInt8] {
        // UTF-8 has every character, and so nothing can be unwritable.
        (try? CSVWriter.bytes(of: table, file: "", coding: .utf8, ending: [UInt8(ascii: "\n")])) ?? []
    }
}

extension Slot.Reach {
    /// As `slots.csv` writes it.
    fileprivate var column: String {
        switch self {
        case .everyArea: "*"
        case .association: DirectoryWords.wholeAssociation
        case .areas(let areas): areas.map(\.text).joined(separator: " ")
        }
    }
}
