public import DutyRota

/// A register of paper cards, read from a CSV file: what each row would become as an entry of the association's office.
public struct CardImport: Sendable {
    /// A row of the file.
    public struct Row: Sendable {
        /// As a spreadsheet counts: the header is row 1.
        public let number: Int
        /// What the earlier register called the card.
        public let oldNumber: String?
        /// What is to be entered; nil where it cannot be read.
        public let entry: CardEntry?
        /// What is wrong with it, by column.
        public let faults: [TableFault]
        fileprivate let row: Table.Row
        fileprivate let headers: [String: String]

        /// What a refusal of the entry says of the row.
        public func faults(of refusal: Refusal) -> [TableFault] {
            guard !refusal.errors.isEmpty else { return [row.fault(nil, refusal.title)] }
            return refusal.errors.map { fault in
                let column = CardColumn.column(of: fault.field)
                return row.fault(column.map { headers[$0.field] ?? $0.name }, fault.message)
            }
        }
    }

    /// How rows are to be taken.
    public struct Options: Sendable {
        /// What the office has seen and accepts all the same.
        public let acknowledged: Set<Refusal.Code>
        /// Whether rows in which something is merely missing become drafts.
        public let keepsDrafts: Bool

        public init(acknowledged: Set<Refusal.Code>, keepsDrafts: Bool) {
            self.acknowledged = acknowledged
            self.keepsDrafts = keepsDrafts
        }
    }

    /// In the file's order.
    public let rows: [Row]
    /// What is wrong with the file as a whole: its header, its characters, its quotes.
    public let faults: [TableFault]

    /// Reads a file, UTF-8 or CP932. Physicians and hospitals are found by identifier or name as on month sheets, and never guessed.
    public init(
        _ bytes: [UInt8], file: String, association: AssociationID, registers: Registers, options: Options,
        actor: String, on today: Day
    ) throws(Refusal) {
        guard let book = registers.books[association] else { throw Refusal(.unknownAssociation) }
        var faults: [TableFault] = []
        let table = Table(
            file: file, bytes: bytes, required: [], optional: CardColumn.all.flatMap { [$0.name, $0.field] },
            faults: &faults)
        let names = table.rows.first?.names ?? []
        for column in CardColumn.all where names.contains(column.name) && names.contains(column.field) {
            faults.append(TableFault(file: file, row: 1, column: column.name, message: ImportWords.twice))
        }
        let headers = CardColumn.all.reduce(into: [String: String]()) { headers, column in
            headers[column.field] = [column.name, column.field].first(where: names.contains)
        }
        let physicians = PhysicianNames(registers.physicians.values.sorted { $0.id < $1.id })
        let hospitals = registers.hospitals.values.sorted { $0.id < $1.id }
        let holder = KeyHolder(id: actor, role: .association, scope: .association(association))
        rows = table.rows.map { row in
            var reader = CardRowReader(
                row, headers: headers, book: book, physicians: physicians, hospitals: hospitals)
            let document = reader.document()
            let entry = document.map { document in
                let entry = CardEntry(
                    document: document, acknowledged: options.acknowledged, isDraft: false, holder: holder)
                return options.keepsDrafts && entry.lacksSomething(registers, today) ? entry.asDraft : entry
            }
            if let entry {
                do throws(Refusal) { try entry.check(registers: registers, on: today) } catch {
                    let refused = error.errors.isEmpty ? [FieldFault(field: "", message: error.title)] : error.errors
                    for fault in refused { reader.note(fault) }
                }
            }
            return Row(
                number: row.number, oldNumber: reader.cell(CardColumn.oldNumber), entry: entry, faults: reader.faults,
                row: row, headers: headers)
        }
        self.faults = faults
    }
}

extension CardEntry {
    /// Whether nothing is wrong but that something is missing.
    fileprivate func lacksSomething(_ registers: Registers, _ today: Day) -> Bool {
        do throws(Refusal) { try check(registers: registers, on: today) } catch {
            let missing = Issuing(document, registers: registers).missing
            return error.code == .incomplete && error.errors.allSatisfy(missing.contains)
        }
        return false
    }

    fileprivate var asDraft: CardEntry {
        CardEntry(document: document, acknowledged: acknowledged, isDraft: true, holder: holder)
    }
}
