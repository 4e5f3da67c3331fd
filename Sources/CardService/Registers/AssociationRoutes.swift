import DutyRota
import EmergencyCards
import Hummingbird

/// What an association keeps about itself: name, standing contact, areas, own holidays, slots, the holiday table.
struct AssociationRoutes: Sendable {
    let keeping: RegisterKeeping

    /// Every association with its areas, for those who serve all of them.
    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        try caller.access.mayListAssociations()
        _ = try Query(request, allowed: [])
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.member("associations", each: caller.registers.associations) { json, association in
                json.member("id", association.id.text)
                json.member("name", association.name)
                json.member("areas", each: association.areas) {
                    $0.member("id", $1.id.text)
                    $0.member("name", $1.name)
                }
            }
        }
        return Response(json)
    }

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        return RegisterDocument(book).response()
    }

    func change(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let (match, patch) = (try IfMatch(request), try await request.mergePatch())
        let directory = keeping.directory
        _ = try await keeping.change("association:\(book.association.id)", caller) { desk in
            try match.check(RegisterDocument(desk.registers.books[book.association.id] ?? book).tag)
            return try desk.changingAssociation(book.association.id, by: patch) {
                try directory.patients(in: $0, of: book.association.id)
            }
        }
        return RegisterDocument(try current(book)).response()
    }

    /// Every version of every slot.
    func slots(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        return slots(of: book, status: .ok)
    }

    /// Enters a slot or, with `change`, a new version of one that there is.
    func enterSlot(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let wanted = try await request.document()
        _ = try await keeping.change("slot", caller) { try $0.enteringSlot(wanted, of: book.association.id) }
        return slots(of: try current(book), status: .created)
    }

    func changeSlot(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let (name, patch) = (context.part("slot"), try await request.mergePatch())
        _ = try await keeping.change("slot", caller) {
            try $0.changingSlot(name, by: patch, of: book.association.id)
        }
        return slots(of: try current(book), status: .ok)
    }

    func retireSlot(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let name = context.part("slot")
        let from = try await request.object { Day.read("from", &$0) }
        _ = try await keeping.change("slot", caller) {
            try $0.retiringSlot(name, from: from, of: book.association.id)
        }
        return slots(of: try current(book), status: .ok)
    }

    func holidays(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        var json = JSONWriter(capacity: 8192)
        json.object { json in
            json.member("lastYear", book.calendar.national.years?.upperBound)
            json.member("holidays", each: book.calendar.national.names.sorted { $0.key < $1.key }) {
                $0.member("day", $1.key.description)
                $0.member("name", $1.value)
            }
        }
        return Response(json)
    }

    /// Takes over the Cabinet Office's file as it is downloaded.
    func loadHolidays(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        guard request.mediaType == "text/csv" else { throw Refusal(.unsupportedMediaType) }
        let bytes = try await request.bytes(upTo: 1024 * 1024)
        _ = try await keeping.change("holidays", caller) {
            try $0.loadingHolidays(bytes, file: "holidays.csv", of: book.association.id)
        }
        let after = try current(book)
        var json = JSONWriter()
        json.object { json in
            book.calendar.national.changes(to: after.calendar.national).write(to: &json)
            json.member("publishAnew", monthsToPublishAnew(after))
        }
        return Response(json)
    }

    private func current(_ book: RotaBook) throws -> RotaBook {
        try keeping.gate.source.registers().books[book.association.id] ?? book
    }

    /// Published months that slots and holidays no longer match: they stay as they are until they are published anew.
    private func monthsToPublishAnew(_ book: RotaBook) -> [String] {
        book.monthsToPublishAnew(from: keeping.announcer.clock.now().day).map(\.description)
    }

    private func slots(of book: RotaBook, status: HTTPResponse.Status) -> Response {
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.member("slots", each: book.slots) { $1.write(to: &$0, telephones: book.slotTelephones[$1.name] ?? []) }
            json.member("publishAnew", monthsToPublishAnew(book))
        }
        return Response(json, status: status)
    }
}

extension RegisterDocument {
    /// The document of an association.
    fileprivate init(_ book: RotaBook) {
        self.init { book.association.write(to: &$0, ownHolidays: book.calendar.own) }
    }
}
