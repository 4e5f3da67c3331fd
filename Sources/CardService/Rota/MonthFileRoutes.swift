import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore

/// A month's sheet as it is read: JSON for programs, CSV and XLSX for the office's spreadsheet, a page to print.
struct MonthFileRoutes: Sendable {
    let months: MonthRoutes

    /// What is asked for.
    private enum Stage: String {
        case draft, published
        /// The month's places with nobody in them, to fill in.
        case template
    }

    /// What is shown of it.
    private struct Sheet {
        let places: [Place]
        var vanished: [MonthDraft.Row] = []
        /// Of a draft; 0: there is none yet.
        var version: Int?
        var draft: MonthDraft?
        var published: PublishedMonth?
    }

    private enum Format: String {
        case json, csv, xlsx, html
    }

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await months.gate.caller(request, context)
        let asked = request.uri.queryParameters["stage"] ?? Substring(Stage.published.rawValue)
        let book = try context.readBook(caller, isPublished: asked == Stage.published.rawValue)
        let (month, format) = try context.monthFile(Format.json, RequestWords.notAFormat)
        let query = try Query(request, allowed: ["stage", "coding", "area"])
        let (stage, coding) = (try Self.stage(query), try Self.coding(query))
        let area = try query.text("area")
        if format == .html { return try page(of: month, area: area, book) }
        guard area == nil else { throw Query.fault("area", RequestWords.onlyToPrint) }
        let sheet = try sheet(stage, of: month, caller, book)
        switch format {
        case .csv: return try csv(sheet, month, coding, book)
        case .xlsx: return try workbook(sheet, month, book)
        default: return json(sheet, stage, month, book)
        }
    }

    private func sheet(_ stage: Stage, of month: Month, _ caller: Caller, _ book: RotaBook) throws -> Sheet {
        switch stage {
        case .draft:
            let desk = try months.desk(caller, book, month)
            let draft = try desk.draftSheet(of: month)
            return Sheet(
                places: draft.places, vanished: draft.vanished, version: draft.version, draft: desk.draft)
        case .published:
            guard let published = book.months[month] else { throw RotaRefusal.unpublished(month) }
            return Sheet(places: published.places, published: published)
        case .template:
            do {
                let places = try MonthSheet.places(
                    of: month, slots: book.slots, areas: book.association.areas, calendar: book.calendar)
                return Sheet(places: places)
            } catch { throw RotaRefusal.holidayTableEnds(error) }
        }
    }

    private func json(_ sheet: Sheet, _ stage: Stage, _ month: Month, _ book: RotaBook) -> Response {
        var json = JSONWriter(capacity: 64 * 1024)
        json.object { json in
            json.member("association", book.association.id.text)
            json.member("month", month.description)
            json.member("stage", stage.rawValue)
            json.member("version", sheet.version)
            json.member("revision", sheet.published?.revision)
            json.member("publishedAt", sheet.published?.publishedAt.rfc3339)
            json.member("changedAt", sheet.draft?.changedAt.rfc3339)
            json.member("changedBy", sheet.draft?.changedBy)
            json.member("days", each: book.sheetDays(of: month)) { $1.write(to: &$0) }
            json.member("physicians", each: book.sheetNames(in: month)) { $1.write(to: &$0) }
            json.member("rows", each: sheet.places) { $1.write(to: &$0) }
            json.member("vanished", each: sheet.vanished) { $1.write(to: &$0) }
            json.member("holdings", each: (sheet.published?.places ?? []).flatMap(book.holdings)) {
                $1.write(to: &$0)
            }
        }
        let response = Response(json)
        return sheet.version.map { response.tagged(EntityTag(draft: $0)) } ?? response
    }

    private func csv(_ sheet: Sheet, _ month: Month, _ coding: SheetCoding, _ book: RotaBook) throws -> Response {
        let table = MonthSheet.table(of: sheet.places, areas: book.association.areas, physicians: book.register)
        do throws(UnwritableSheet) {
            let bytes = try CSVWriter.bytes(of: table, file: "rota-\(month).csv", coding: coding)
            let charset = coding == .cp932 ? "windows-31j" : "utf-8"
            return Self.file(bytes, type: "text/csv; charset=\(charset)", name: "rota-\(month).csv")
        } catch { throw RotaRefusal.faultyFile(error.faults) }
    }

    private func workbook(_ sheet: Sheet, _ month: Month, _ book: RotaBook) throws -> Response {
        let spreadsheet = MonthSheet.spreadsheet(
            of: sheet.places, month: month, areas: book.association.areas, physicians: book.register,
            calendar: book.calendar)
        return Self.file(
            try months.spreadsheets.write(spreadsheet), type: MonthRoutes.workbook, name: "rota-\(month).xlsx")
    }

    /// The published month to print, a page for each area.
    private func page(of month: Month, area: String?, _ book: RotaBook) throws -> Response {
        guard book.months[month] != nil else { throw RotaRefusal.unpublished(month) }
        let areas = area.map { [AreaID($0)] } ?? book.association.areas.map(\.id)
        let page = try MonthPage(month: month, areas: areas, book: book, at: months.announcer.clock.now())
        return Response(try page.page())
    }

    private static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func stage(_ query: Query) throws(Refusal) -> Stage {
        guard let text = try query.text("stage") else { return .published }
        guard let stage = Stage(rawValue: text) else { throw Query.fault("stage", RequestWords.notAStage) }
        return stage
    }

    private static func coding(_ query: Query) throws(Refusal) -> SheetCoding {
        switch try query.text("coding") {
        case nil, "utf-8-bom": return .utf8WithMark
        case "utf-8": return .utf8
        case "cp932": return .cp932
        default: throw Query.fault("coding", RequestWords.notACoding)
        }
    }
}

extension RotaBook {
    /// Every physician, by identifier: always in one order.
    var register: [Physician] { physicians.values.sorted { $0.id < $1.id } }
}
