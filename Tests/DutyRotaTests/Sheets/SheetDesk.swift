import DutyRota
import Testing

/// An association's office with a month or two, to work on drafts.
struct SheetDesk {
    var rota = TestRota()
    var draft: MonthDraft?
    var lastVersion = 0
    var overrides: [Override] = []
    var absences: [Absence] = []

    static let now = Instant(milliseconds: 1_793_000_000_000)
    static let november = Month(year: 2026, month: 11)
    static let december = Month(year: 2026, month: 12)

    func book() throws -> RotaBook {
        RotaBook(
            association: rota.association,
            calendar: TestRota.calendar,
            slots: rota.slots,
            months: try rota.months.map { try rota.sheet(#require(Month($0))) },
            physicians: rota.physicians,
            overrides: overrides,
            absences: absences
        )
    }

    func desk() throws -> RotaDesk {
        RotaDesk(book: try book(), draft: draft, lastVersion: lastVersion, now: SheetDesk.now, actor: "tanaka")
    }

    /// Keeps what has been decided, as a register would.
    mutating func keep(_ decision: RotaDecision) {
        switch decision.draft {
        case .written(let written): (draft, lastVersion) = (written, written.version)
        case .dropped: draft = nil
        case nil: break
        }
    }

    static func key(_ text: String) throws -> Place.Key {
        let parts = text.split(separator: " ").map(String.init)
        let area: AreaID? = ["東部": "east", "西部": "west"][parts[2]]
        return Place.Key(dutyDate: try day(parts[0]), slot: parts[1], area: area)
    }

    /// What came of reading a file.
    func read(_ source: SheetSource, month: Month = november) -> (places: [Place], faults: [TableFault]) {
        var faults: [TableFault] = []
        let places = MonthSheet.read(
            source,
            file: "rota",
            month: month,
            slots: rota.slots,
            areas: rota.areas,
            physicians: rota.physicians,
            calendar: TestRota.calendar,
            faults: &faults
        )
        return (places, faults)
    }
}

extension MonthDraft {
    /// What is written, such as `2026-11-24 平日夜間 east A,B C 備考`.
    var lines: [String] {
        rows.map { row in
            let cells = CallOrder.allCases.map { row.holders[$0].map(\.text).joined(separator: ",") }
            let key = "\(row.key.dutyDate) \(row.key.slot) \(row.key.area?.text ?? "全域")"
            return ([key] + cells + [row.remark]).joined(separator: " ")
        }
    }
}

extension RotaDecision {
    /// The draft that is written.
    var written: MonthDraft? { if case .written(let draft) = draft { draft } else { nil } }
}
