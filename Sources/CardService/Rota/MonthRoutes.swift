import DutyRota
import EmergencyCards
import Hummingbird

/// Planning and publishing a month, for the association.
struct MonthRoutes: Sendable {
    let gate: Gate
    let rota: any RotaRegister
    let announcer: Announcer
    let spreadsheets: SpreadsheetFormat
    let rules: CheckRules

    /// The largest file of a month, in bytes.
    static let fileLimit = 4 * 1024 * 1024

    func change(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, book, month) = try await asked(request, context)
        _ = try Query(request, allowed: [])
        let match = try IfMatch(request)
        let edits = try await request.object(CellEdit.read(cells:))
        return try await drafted(caller, book, month, match) { try $0.editing(edits, month: month, ifVersion: nil) }
    }

    /// Throws the draft away: the month is as it was published, or empty.
    func discard(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, book, month) = try await asked(request, context)
        _ = try Query(request, allowed: [])
        let match = try IfMatch(request)
        return try await drafted(caller, book, month, match) { try Discarded($0, month) }
    }

    /// Takes over a file as the month's draft, or with `dryRun` only says what it would change.
    func importFile(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, book, month) = try await asked(request, context)
        let isDryRun = try Query(request, allowed: ["dryRun"]).flag("dryRun")
        let match = request.headers[.ifMatch] == nil ? nil : try IfMatch(request)
        let source = try await source(request)
        if isDryRun {
            let desk = try desk(caller, book, month)
            return Response(
                try desk.importing(source, file: Self.fileName(month), month: month, ifVersion: nil),
                present: desk.draft?.version ?? 0)
        }
        return try await drafted(caller, book, month, match) {
            let read = try $0.importing(source, file: Self.fileName(month), month: month, ifVersion: nil)
            guard read.faults.isEmpty else { throw RotaRefusal.faultyFile(read.faults) }
            return read
        }
    }

    func copy(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, book, month) = try await asked(request, context)
        let isDryRun = try Query(request, allowed: ["dryRun"]).flag("dryRun")
        let other = try await request.object { Month.read("from", &$0) }
        if isDryRun {
            let desk = try desk(caller, book, month)
            return Response(
                try desk.copying(from: other, to: month, ifVersion: nil), present: desk.draft?.version ?? 0)
        }
        let match = request.headers[.ifMatch] == nil ? nil : try IfMatch(request)
        return try await drafted(caller, book, month, match) {
            try $0.copying(from: other, to: month, ifVersion: nil)
        }
    }

    func checks(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, book, month) = try await asked(request, context)
        _ = try Query(request, allowed: [])
        let desk = try desk(caller, book, month)
        let sheet = try desk.draftSheet(of: month)
        let problems = desk.problems(of: sheet, rules: rules)
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.member("month", month.description)
            json.member("version", sheet.version)
            json.member("nightsInARow", rules.nightsInARow)
            json.member("problems", each: problems) { $1.write(to: &$0) }
        }
        return Response(json).tagged(EntityTag(draft: sheet.version))
    }

    func counts(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, book, month) = try await asked(request, context)
        _ = try Query(request, allowed: [])
        let sheet = try desk(caller, book, month).draftSheet(of: month)
        let counts = DutyCounts.of(book.register, book: book, draft: sheet.places, month: month)
        var json = JSONWriter(capacity: 8192)
        json.object { json in
            json.member("month", month.description)
            json.member("counts", each: counts) { $1.write(to: &$0) }
        }
        return Response(json)
    }

    func publish(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, book, month) = try await asked(request, context)
        _ = try Query(request, allowed: [])
        let match = try IfMatch(request)
        let clock = announcer.clock
        let wish = try await request.object { PublishWish.read(&$0) { clock.now().newID() } }
        let rules = rules
        let published = try await announcer.announced(.rotaPublish, caller) {
            $0.member("association", book.association.id.text)
            $0.member("month", month.description)
            $0.member("acknowledged", wish.acknowledged)
            $0.member("kept", wish.kept)
            $0.member("lifted", wish.lifted)
        } change: {
            try await rota.change(
                book.association.id, draftOf: month, by: caller.holder.id, at: announcer.clock.now()
            ) { desk in
                let sheet = try desk.draftSheet(of: month)
                try match.check(EntityTag(draft: sheet.version))
                return try Published(wish, of: sheet, at: desk, rules: rules)
            }
        } shown: {
            $1.member("revision", $0.revision)
            $1.member("changes", $0.changes.count)
        }
        var json = JSONWriter(capacity: 4096)
        json.object { published.write(to: &$0) }
        return Response(json)
    }

    /// The rota as the office has it before it.
    func desk(_ caller: Caller, _ book: RotaBook, _ month: Month) throws -> RotaDesk {
        let draft = try rota.draft(of: book.association.id, month: month)
        return RotaDesk(
            book: book, draft: draft, lastVersion: draft?.version ?? 0, now: announcer.clock.now(),
            actor: caller.holder.id)
    }

    func asked(_ request: Request, _ context: ServiceContext) async throws -> (Caller, RotaBook, Month) {
        let caller = try await gate.caller(request, context)
        return (caller, try context.keptBook(caller), try context.month())
    }

    /// Changes the draft between two records, where it is still the one that the request speaks of.
    private func drafted<Made: DraftMade>(
        _ caller: Caller, _ book: RotaBook, _ month: Month, _ match: IfMatch?,
        decide: @escaping @Sendable (RotaDesk) throws -> Made
    ) async throws -> Response {
        let made = try await announcer.announced(.rotaDraft, caller) {
            $0.member("association", book.association.id.text)
            $0.member("month", month.description)
        } change: {
            try await rota.change(
                // The draft says who changed it last to those who work on it: a person's name helps them, an identifier does not.
                book.association.id, draftOf: month, by: caller.actor.person ?? caller.holder.id,
                at: announcer.clock.now()
            ) { desk in
                try match?.check(EntityTag(draft: desk.draft?.version ?? 0))
                return try decide(desk)
            }
        } shown: {
            $1.member("version", $0.version)
            $1.member("changes", $0.changes.count)
        }
        return Response(made)
    }

    /// A file as a spreadsheet saves it: CSV or XLSX.
    private func source(_ request: Request) async throws -> SheetSource {
        switch request.mediaType {
        case "text/csv": return .csv(try await request.bytes(upTo: Self.fileLimit))
        case Self.workbook:
            let bytes = try await request.bytes(upTo: Self.fileLimit)
            do { return .cells(try spreadsheets.read(bytes)) } catch let fault as SpreadsheetFault {
                throw RotaRefusal.faultyFile([TableFault(fault, file: "rota.xlsx")])
            }
        default: throw Refusal(.unsupportedMediaType)
        }
    }

    static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private static func fileName(_ month: Month) -> String { "rota-\(month).csv" }
}
