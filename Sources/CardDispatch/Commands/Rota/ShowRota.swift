public import ArgumentParser
import CardStore
public import DutyRota
import EmergencyCards
import Foundation
import Workbooks

struct ShowRota: AsyncParsableCommand {
    enum Stage: String, CaseIterable, ExpressibleByArgument {
        case published, draft, template
    }

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case table, csv, xlsx
    }

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a month, or writes it as a file for a spreadsheet.",
        discussion: """
            Without --form: a line for each place, columns parted by tabs: start, end, slot, area, first call, second call; with \
            overrides as they stand. --form csv or xlsx writes the sheet itself, as `rota import` reads it back.
            """)

    @OptionGroup var rota: RotaOptions

    @Argument(help: "The month, such as 2026-11.")
    var month: String

    @Option(help: "published, draft, or template (the month's places with nobody in them).")
    var stage = Stage.published

    @Option(help: "table, csv or xlsx.")
    var form = Form.table

    @Option(help: "Of a CSV file: utf8, utf8WithMark (as Excel likes it) or cp932.")
    var coding = SheetCoding.utf8WithMark

    @Option(help: "Write to this file instead of standard output.")
    var output: String?

    func run() async throws {
        let month = try OpenRota.month(month)
        let opened = try rota.open()
        try await refusing {
            let places = try places(of: month, opened)
            switch form {
            case .table: for place in places { print(line(place, opened)) }
            case .csv: try write(try csv(places, month, opened))
            case .xlsx: try write(try workbook(places, month, opened))
            }
        }
    }

    private func places(of month: Month, _ opened: OpenRota) throws -> [Place] {
        switch stage {
        case .draft: return try opened.desk(month).draftSheet(of: month).places
        case .template:
            let book = opened.book
            do {
                return try MonthSheet.places(
                    of: month, slots: book.slots, areas: book.association.areas, calendar: book.calendar)
            } catch { throw RotaRefusal.holidayTableEnds(error) }
        case .published:
            guard let sheet = opened.book.months[month] else { throw RotaRefusal.unpublished(month) }
            let name = opened.book.association.name
            printError("\(name) \(month) 第\(sheet.revision)版 \(sheet.publishedAt.rfc3339) 公開")
            return sheet.places.sorted { $0.interval.lowerBound < $1.interval.lowerBound }
        }
    }

    /// A place with its holders; of a published one with what lies over it.
    private func line(_ place: Place, _ opened: OpenRota) -> String {
        let holdings = stage == .published ? opened.book.holdings(of: place) : []
        let names = CallOrder.allCases.map { order in
            stage == .published
                ? holdings.filter { $0.order == order }.map { text($0, in: place, opened) }.joined(separator: "、")
                : place.holders[order].map(opened.name).joined(separator: "、")
        }
        let area = place.key.area.map { opened.book.association.area($0)?.name ?? $0.text }
        let fields = [
            place.interval.lowerBound.rfc3339, place.interval.upperBound.rfc3339, place.key.slot,
            area ?? PageWords.wholeAssociation,
        ]
        return (fields + names).joined(separator: "\t")
    }

    private func text(_ holding: Holding, in place: Place, _ opened: OpenRota) -> String {
        let name = opened.name(holding.physician)
        guard holding.interval != place.interval else { return name }
        return "\(name)（\(holding.interval.lowerBound.rfc3339)–\(holding.interval.upperBound.rfc3339)）"
    }

    private func csv(_ places: [Place], _ month: Month, _ opened: OpenRota) throws -> [UInt8] {
        let table = MonthSheet.table(
            of: places, areas: opened.book.association.areas,
            physicians: Array(opened.book.physicians.values))
        do { return try CSVWriter.bytes(of: table, file: "rota-\(month).csv", coding: coding) } catch {
            throw RotaRefusal.faultyFile(error.faults)
        }
    }

    private func workbook(_ places: [Place], _ month: Month, _ opened: OpenRota) throws -> [UInt8] {
        try SpreadsheetFormat.xlsx.write(
            MonthSheet.spreadsheet(
                of: places, month: month, areas: opened.book.association.areas,
                physicians: opened.book.physicians.values.sorted { $0.id < $1.id },
                calendar: opened.book.calendar))
    }

    private func write(_ bytes: [UInt8]) throws {
        if let output {
            try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
        } else {
            FileHandle.standardOutput.write(Data(bytes))
        }
    }
}

extension SheetCoding: ExpressibleByArgument {}
