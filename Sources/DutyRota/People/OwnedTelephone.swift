/// A further number of somebody or something, as a file names it.
public struct OwnedTelephone: Sendable {
    /// The id of a physician or hospital, or the name of a slot; whose it is, the reader of the other files knows.
    public let owner: String
    /// The number with its hours.
    public let telephone: Telephone
    /// The row of the file, for naming an unknown owner.
    public let row: Int
}

extension OwnedTelephone {
    /// Reads `telephones.csv`: `owner,label,number,dayTypes,from,to`.
    ///
    /// Without kinds of day the hours hold every day; without hours the number is answered all day on those kinds of day. Hours of
    /// one side only are a fault.
    public static func read(telephones bytes: [UInt8], file: String, faults: inout [TableFault]) -> [OwnedTelephone] {
        let table = Table(
            file: file,
            bytes: bytes,
            required: ["owner", "label", "number", "dayTypes", "from", "to"],
            optional: [],
            faults: &faults
        )
        return table.rows.compactMap { OwnedTelephone($0, faults: &faults) }
    }

    private init?(_ row: Table.Row, faults: inout [TableFault]) {
        let owner = row.text("owner", faults: &faults)
        let label = row.text("label", faults: &faults)
        let number = row.text("number", faults: &faults).flatMap { _ in
            row.telephone("number", label: label ?? "", faults: &faults)
        }
        let dayTypes = row.dayTypes("dayTypes", faults: &faults)
        let isAllDay = row["from"].isEmpty && row["to"].isEmpty
        let span = isAllDay ? HourSpan(start: 0, end: 1440) : row.hours("from", "to", faults: &faults)
        guard let owner, let number, let span else { return nil }
        let hours = isAllDay && dayTypes.isEmpty ? nil : TelephoneHours(dayTypes: dayTypes, span: span)
        self.owner = owner
        telephone = Telephone(label: number.label, number: number.number, hours: hours)
        self.row = row.number
    }
}
