import DutyRota

extension Telephone {
    /// Numbers with their hours, as one column keeps them: label, number, day types, first minute, last minute.
    static func encoded(_ telephones: [Telephone]) -> String {
        StringTable(
            telephones.map { telephone in
                let types = telephone.hours.map { DayType.encoded($0.dayTypes) } ?? ""
                let span = telephone.hours?.span
                return [
                    telephone.label, telephone.number, types, span.map { String($0.start) } ?? "",
                    span.map { String($0.end) } ?? "",
                ]
            }
        ).encoded
    }

    static func decoded(_ column: String) -> [Telephone] {
        StringTable(encoded: column).rows.compactMap { cells in
            guard let label = cells.cell(0), let number = cells.cell(1) else { return nil }
            let hours = TelephoneHours(
                dayTypes: cells.cell(2), start: cells.cell(3).flatMap { Int($0) },
                end: cells.cell(4).flatMap { Int($0) })
            return Telephone(label: label, number: number, hours: hours)
        }
    }
}

extension TelephoneHours {
    /// Hours as columns keep them; nil: at all hours.
    init?(dayTypes: String?, start: Int?, end: Int?) {
        guard let start, let end, let span = HourSpan(start: start, end: end) else { return nil }
        self.init(dayTypes: DayType.decoded(dayTypes ?? ""), span: span)
    }
}

extension DayType {
    /// Day types as one column keeps them, parted by spaces.
    static func encoded(_ types: Set<DayType>) -> String {
        DayType.allCases.filter(types.contains).map(\.rawValue).joined(separator: " ")
    }

    static func decoded(_ column: String) -> Set<DayType> {
        Set(column.split(separator: " ").compactMap { DayType(rawValue: String($0)) })
    }
}
