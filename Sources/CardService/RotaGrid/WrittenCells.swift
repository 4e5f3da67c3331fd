import EmergencyCards

/// What was written into the grid: the cells that are not what they were when the page was made.
struct WrittenCells: Sendable {
    /// What stood in the cells then; empty ones are left out.
    let before: [String: String]
    /// The changed cells, in the order of their names.
    let changes: [(cell: CellName, text: String)]
    /// The version that the page showed.
    let version: Int

    init(_ form: FormFields) {
        let before = JSONValue(Array((form.raw("was") ?? "").utf8))?.members?.compactMapValues(\.text) ?? [:]
        changes = form.names.compactMap { name in
            guard let cell = CellName(name) else { return nil }
            let text = form[name] ?? ""
            return text == before[name] ?? "" ? nil : (cell, text)
        }
        version = Int(form["version"] ?? "") ?? 0
        self.before = before
    }

    /// As the API takes them.
    var edits: JSONValue { .object(["cells": .array(changes.map { $0.cell.edit($0.text) })]) }

    /// What was written, by the fields' names.
    var texts: [String: String] { Dictionary(changes.map { ($0.cell.text, $0.text) }) { $1 } }

    /// What is wrong, by the fields' names.
    func faults(_ refused: Refused) -> [String: String] {
        refused.faults.reduce(into: [:]) { faults, fault in
            let digits = fault.field.drop { !$0.isNumber }.prefix(while: \.isNumber)
            guard let index = Int(digits), changes.indices.contains(index) else { return }
            let name = changes[index].cell.text
            faults[name] = [faults[name], fault.message].compactMap(\.self).joined(separator: " ")
        }
    }

    /// Cells that somebody else has changed since, with what stands there now.
    func meanwhile(_ grid: MonthGrid, in area: String) -> [(cell: CellName, before: String, now: String)] {
        grid.rows.filter { $0.isOf(area) }.flatMap { row in
            MonthGrid.Column.allCases.compactMap { column in
                let cell = CellName(row, column)
                let (old, new) = (before[cell.text] ?? "", grid.text(row, column))
                return old == new ? nil : (cell, old, new)
            }
        }
    }
}
