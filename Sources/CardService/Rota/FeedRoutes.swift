import Crypto
import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore

/// Calendars that physicians subscribe to: their addresses, made and revoked by the association, and the calendars themselves.
struct FeedRoutes: Sendable {
    let gate: Gate
    let feeds: any FeedRegister
    let rota: any RotaRegister
    let announcer: Announcer

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let known = try feeds.feeds(of: book.association.id)
        var json = JSONWriter()
        json.object { json in
            json.member("feeds", each: known) { $1.write(to: &$0) }
        }
        return Response(json)
    }

    /// Makes an address. It is shown now and never again: only its SHA-256 is kept.
    func add(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let subject = try await request.object { FeedAddress.Subject.read(&$0, of: book) }
        let now = announcer.clock.now()
        let secret = FeedSecret.make()
        let feed = FeedAddress(
            id: now.newID(), association: book.association.id, subject: subject, createdAt: now,
            createdBy: caller.holder.id)
        try await announcer.announced(.feedAdd, caller) {
            $0.member("association", book.association.id.text)
            $0.member("feed", feed.id)
        } change: {
            try await feeds.addFeed(feed, hash: secret.hash)
        } shown: {
            $1.member("feed", feed.id)
        }
        var json = JSONWriter()
        json.object { json in
            feed.write(to: &json)
            json.member("path", "/feeds/\(secret.text).ics")
        }
        return Response(json, status: .created)
    }

    func revoke(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let (id, now) = (context.part("id"), announcer.clock.now())
        try await announcer.announced(.feedRevoke, caller) {
            $0.member("feed", id)
        } change: {
            guard try await feeds.revokeFeed(id, of: book.association.id, at: now) else { throw Refusal(.notFound) }
        } shown: {
            $1.member("feed", id)
        }
        return Response(status: .noContent)
    }

    /// The calendar at an address. Whoever has the address may read it; one that was revoked is not found.
    func calendar(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try Query(request, allowed: [])
        let name = context.part("secret")
        let secret = FeedSecret(text: name.hasSuffix(".ics") ? String(name.dropLast(4)) : name)
        guard let feed = try feeds.feed(hash: secret.hash),
            let book = try gate.source.registers().books[feed.association]
        else { throw Refusal(.notFound) }
        let now = announcer.clock.now()
        let since = now.day.adding(-DutyFeed.daysBack).month
        let last = book.months.keys.max() ?? since
        let chronicle = try rota.chronicle(of: feed.association, months: since...max(since, last))
        guard let bytes = try? DutyFeed.calendar(for: feed.subject, book: book, chronicle: chronicle, at: now) else {
            throw Refusal(.notFound)
        }
        let tag = EntityTag(content: bytes)
        guard request.headers[.ifNoneMatch] != tag.text else { return Response(status: .notModified).tagged(tag) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8", .contentDisposition: "inline; filename=\"duty.ics\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        ).tagged(tag)
    }
}

/// The secret part of a feed's address.
struct FeedSecret {
    let text: String

    init(text: String) {
        self.text = text
    }

    /// A new one: 256 random bits.
    static func make() -> FeedSecret {
        var random = Randomness.system
        return FeedSecret(
            text: (0..<4).map { _ in
                let digits = String(random.next(), radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined())
    }

    var hash: KeyHash { KeyHash(bytes: Array(SHA256.hash(data: Array(text.utf8)))) }
}

extension FeedAddress {
    /// Writes all but the secret, which nobody has any more.
    fileprivate func write(to json: inout JSONWriter) {
        json.member("id", id)
        switch subject {
        case .physician(let physician):
            json.member("physician", physician.text)
            json.null("area")
        case .area(let area):
            json.null("physician")
            json.member("area", area.text)
        }
        json.member("createdAt", createdAt.rfc3339)
        json.member("createdBy", createdBy)
        json.member("revokedAt", revokedAt?.rfc3339)
    }
}
