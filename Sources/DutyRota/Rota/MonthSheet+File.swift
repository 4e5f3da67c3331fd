extension MonthSheet {
    /// Reads `rota-YYYY-MM.csv` (日付, 枠, 地区, 第一当番, 第二当番, 備考), or a spreadsheet of the same form, onto the empty places of
    /// its month.
    ///
    /// A place without a row stays empty: a gap, not a fault. Physicians are named by id or name; whoever cannot be told from
    /// another is a fault and never guessed. After any fault the result must not be used: one bad row, and nothing is stored.
    public static func read(
        _ source: SheetSource,
        file: String,
        month: Month,
        slots: [Slot],
        areas: [Area],
        physicians: [Physician],
        calendar: DayCalendar,
        faults: inout [TableFault]
    ) -> [Place] {
        let table = table(source, file: file, faults: &faults)
        let places: [Place]
        do throws(HolidayTableEnds) {
            places = try MonthSheet.places(of: month, slots: slots, areas: areas, calendar: calendar)
        } catch {
            faults.append(TableFault(file: file, message: error.message))
            return []
        }
        var sheet = SheetReader(
            month: month,
            slots: slots,
            areas: areas,
            physicians: PhysicianIndex(physicians),
            calendar: calendar,
            places: places
        )
        for row in table.rows { sheet.read(row) }
        faults += sheet.faults
        return sheet.places
    }

    /// Reads a CSV file.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        month: Month,
        slots: [Slot],
        areas: [Area],
        physicians: [Physician],
        calendar: DayCalendar,
        faults: inout [TableFault]
    ) -> [Place] {
        read(
            .csv(bytes), file: file, month: month, slots: slots, areas: areas, physicians: physicians,
            calendar: calendar, faults: &faults)
    }

    /// The last row in which a value may stand: ten times the month of an association with six areas.
    public static let lastRow = 5_000

    private static func table(_ source: SheetSource, file: String, faults: inout [TableFault]) -> Table {
        let required = [Column.date, Column.slot, Column.area] + CallOrder.allCases.map(Column.holders)
        let optional = [Column.remark]
        return switch source {
        case .csv(let bytes):
            Table(
                file: file, bytes: bytes, required: required, optional: optional, lastRow: lastRow, faults: &faults)
        case .cells(let cells):
            Table(
                file: file, cells: cells, required: required, optional: optional, lastRow: lastRow, faults: &faults)
        }
    }

    /// The columns of a month sheet.
    enum Column {
        static let date = "日付"
        static let slot = "枠"
        static let area = "地区"
        static let remark = "備考"

        /// Who holds a call order.
        static func holders(_ order: CallOrder) -> String { SlotWords.callOrder(order) }

        /// As they are written, from left to right.
        static let all = [date, slot, area] + CallOrder.allCases.map(holders) + [remark]
    }
}
