extension HolidayTable {
    /// Reads the Cabinet Office's own file (syukujitsu.csv), as it is downloaded.
    ///
    /// A day that cannot be read or stands twice is a fault, and so is an empty table. A year without a holiday between years
    /// that have some is a fault too: Japan has had holidays every year, and its days would pass for plain weekdays.
    public init(table: [UInt8], file: String, faults: inout [TableFault]) {
        let (date, name) = ("国民の祝日・休日月日", "国民の祝日・休日名称")
        let table = Table(file: file, bytes: table, required: [date, name], optional: [], faults: &faults)
        var names: [Day: String] = [:]
        for row in table.rows {
            guard let day = row.day(date, faults: &faults) else { continue }
            if names[day] != nil { faults.append(row.fault(date, CalendarWords.repeatedHoliday(day))) }
            names[day] = row.text(name, faults: &faults) ?? ""
        }
        self.init(names: names)
        guard let years else {
            faults.append(TableFault(file: file, message: CalendarWords.emptyTable))
            return
        }
        let present = Set(names.keys.map(\.parts.year))
        for year in years where !present.contains(year) {
            faults.append(TableFault(file: file, message: CalendarWords.emptyYear(year)))
        }
    }
}
