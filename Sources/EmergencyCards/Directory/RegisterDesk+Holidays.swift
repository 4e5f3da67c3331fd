public import DutyRota

extension RegisterDesk {
    /// The Cabinet Office's new holiday table in the place of the present one.
    ///
    /// Throws `unknownAssociation`, and ``DutyRota/RotaRefusal/faultyFile(_:)`` for a file with faults and for a table that leaves out years
    /// of the present one: their slots could no longer be told.
    public func loadingHolidays(
        _ bytes: [UInt8], file: String, of association: AssociationID
    ) throws -> RegisterDecision {
        let present = try book(of: association).calendar.national
        var faults: [TableFault] = []
        let table = HolidayTable(table: bytes, file: file, faults: &faults)
        let missing = faults.isEmpty ? present.years(missingIn: table) : []
        if !missing.isEmpty {
            faults.append(TableFault(file: file, message: DirectoryWords.missingYears(missing)))
        }
        guard faults.isEmpty else { throw RotaRefusal.faultyFile(faults) }
        return RegisterDecision(entries: [.holidays(table, of: association)])
    }
}

extension HolidayChanges {
    /// Writes the days that change.
    public func write(to json: inout JSONWriter) {
        json.member("added", each: added) { $1.write(to: &$0) }
        json.member("removed", each: removed) { $1.write(to: &$0) }
        json.member("renamed", each: renamed) { $1.write(to: &$0) }
    }
}

extension HolidayChanges.Holiday {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("day", day.description)
        json.member("name", name)
    }
}
