import DutyRota
import EmergencyCards

/// A month as a table to be filled: a line for each slot of a day, in one area with the whole association's beside it.
struct GridView {
    let grid: MonthGrid
    let areas: RotaAreas
    /// The area that is shown.
    let area: String
    /// What the server's checks say.
    let marks: GridMarks
    let words: RotaWords
    /// What was typed and could not be saved, by the fields' names.
    var typed: [String: String] = [:]
    /// What is wrong with it.
    var faults: [String: String] = [:]
    /// The day that is marked as today.
    var today = ""

    private var rows: [MonthGrid.Row] { grid.rows.filter { $0.isOf(area) } }

    /// The lines of the table.
    var lines: [Shown] {
        let (rows, columns) = (rows, grid.columns(of: rows))
        let perDay = Dictionary(grouping: rows, by: \.date).mapValues(\.count)
        return rows.indices.map { index in
            let row = rows[index]
            let isFirst = index == 0 || rows[index - 1].date != row.date
            return line(row, columns, span: isFirst ? perDay[row.date] : nil)
        }
    }

    /// The names of the columns of calls and remarks.
    var headings: [Shown] {
        grid.columns(of: rows).map { ["text": words["column.\($0.rawValue)"], "kind": $0.rawValue] }
    }

    /// What stands in the cells now, for comparing what comes back; JSON, empty ones left out.
    var present: String {
        let texts = rows.flatMap { row in
            MonthGrid.Column.allCases.map { (CellName(row, $0).text, grid.text(row, $0)) }
        }.filter { !$0.1.isEmpty }
        return String(
            decoding: JSONValue.object(Dictionary(texts.map { ($0.0, .string($0.1)) }) { $1 }).bytes, as: UTF8.self)
    }

    /// Who is on duty where else, for the marks while one types; JSON.
    var elsewhere: String {
        let held = grid.rows.filter { !$0.isOf(area) }.flatMap { row in
            [MonthGrid.Column.first, .second].flatMap { row.holders[$0] ?? [] }.map { id -> JSONValue in
                .object([
                    "who": .string(id), "date": .string(row.date), "start": .string(row.start),
                    "end": .string(row.end), "where": .string(areas.name(row.area)),
                ])
            }
        }
        return String(decoding: JSONValue.array(held).bytes, as: UTF8.self)
    }

    /// Whom the fields complete to.
    var people: [Shown] {
        grid.people.list.filter(\.isActive).map {
            ["id": $0.id, "written": $0.written, "name": $0.name, "kana": $0.kana]
        }
    }

    private func line(_ row: MonthGrid.Row, _ columns: [MonthGrid.Column], span: Int?) -> Shown {
        let kind = grid.days[row.date]
        let own = marks.of(row)
        return [
            "date": row.date, "start": row.start, "end": row.end, "area": row.area, "slot": row.slot,
            "firstNeed": row.needs[.first], "secondNeed": row.needs[.second],
            "isRest": kind?.type != "weekday", "isToday": row.date == today,
            "isWhole": row.area == nil, "whole": areas.name(nil),
            "day": span.map { span -> Shown in
                [
                    "text": words.day(row.date), "span": span, "holiday": kind?.holiday,
                    "today": row.date == today ? words["today"] : nil,
                ]
            },
            "hours": words.hours(row.start, row.end, of: row.date),
            "cells": columns.map { cell(row, $0) },
            "marks": own,
        ]
    }

    private func cell(_ row: MonthGrid.Row, _ column: MonthGrid.Column) -> Shown {
        let name = CellName(row, column).text
        let fault = faults[name]
        let place = row.area == nil ? "\(row.slot) \(areas.name(nil))" : row.slot
        return [
            "name": name, "heading": words["column.\(column.rawValue)"],
            "label": "\(words.day(row.date)) \(place) \(words["column.\(column.rawValue)"])",
            "value": typed[name] ?? grid.text(row, column), "isCall": column.order != nil,
            "isRemark": column.order == nil, "fault": fault, "faultID": fault.map { _ in "x-\(name.percentEncoded)" },
        ]
    }
}
