import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Cards and sheets on paper, for whoever may read the card, and the page that the code on them leads to.
struct PrintRoutes: Sendable {
    let gate: Gate
    let cards: any CardRegister
    let audit: any AuditTrail
    let clock: Clock
    /// nil: there is no browser.
    let printer: PagePrinter?
    let address: PublicAddress?

    func print(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        let form = try PrintForm(context.part("form"))
        let version = try Query(request, allowed: ["version"]).version()
        guard let number = context.cardNumber(caller) else { throw Refusal(.malformedNumber) }
        let now = clock.now()
        guard let card = try await cards.file(number) else { throw Refusal(.unknownCard) }
        let printed: CardPrint
        do {
            try caller.access.mayRead(card.document)
            printed = try await chosen(version, of: card)
            guard form.file == .html || printer != nil else { throw Refusal(.noBrowser) }
        } catch {
            await record(number, version, form, refused: (error as? Refusal)?.code, by: caller, at: now)
            throw error
        }
        let page = try page(of: printed, form.paper, caller.registers, on: now.day)
        await record(number, printed.card.version, form, refused: nil, by: caller, at: now)
        guard form.file == .pdf, let printer else { return Response(page) }
        do {
            return Response(pdf: try await printer.pdf(page.html), name: "\(form.paper.rawValue)-\(number).pdf")
        } catch let error where !(error is Refusal) {
            context.logger.error("the browser does not print", metadata: ["error": "\(error)"])
            throw Refusal(.unavailable)
        }
    }

    /// What to do, for whoever scans a card's code. It takes no key, asks no register and keeps nothing.
    func scanned(_ request: Request, _ context: ServiceContext) throws -> Response {
        let card = ScannedCard(context.part("number"))
        return Response(try Page(PackageResources.scanned_mustache) { ScannedPage(policy: $0, card: card) })
    }

    private func chosen(_ version: Int?, of card: Card) async throws -> CardPrint {
        guard let version, version != card.version else { return try CardPrint(card) }
        return try CardPrint(card, version: version, of: try await cards.versions(of: card.number))
    }

    private func page(
        of printed: CardPrint, _ paper: PrintForm.Paper, _ registers: Registers, on day: Day
    ) throws -> Page {
        let isDraft = printed.card.life.state == .draft
        let code = isDraft ? nil : QRCode(printed.card.number.code(at: address))
        switch paper {
        case .card, .cut:
            let card = PrintedCard(printed, registers: registers, on: day)
            return try Page(PackageResources.card_mustache) {
                CardPage(
                    policy: $0, card: card, form: paper == .cut ? "cut" : "card", isCut: paper == .cut, code: code)
            }
        case .sheet:
            let sheet = PrintedSheet(printed, registers: registers, hasAddress: address != nil, on: day)
            return try Page(PackageResources.sheet_mustache) { SheetPage(policy: $0, sheet: sheet, code: code) }
        }
    }

    private func record(
        _ number: CardNumber, _ version: Int?, _ form: PrintForm, refused: Refusal.Code?, by caller: Caller,
        at now: Instant
    ) async {
        await audit.append(
            AuditRecord(at: now, action: .cardPrint, actor: caller.actor) {
                $0.member("card", number.text)
                $0.member("version", version)
                $0.member("form", form.text)
                $0.member("refused", refused?.rawValue)
            })
    }
}

extension Query {
    /// Which version of a card is asked for; nil: the one that counts. Throws `malformedParameter`.
    fileprivate func version() throws(Refusal) -> Int? {
        guard let text = try text("version") else { return nil }
        guard let version = Int(text), (1...1_000_000).contains(version) else {
            throw Query.fault("version", PrintWords.notAVersion)
        }
        return version
    }
}

extension ServiceContext {
    /// The card's number in the path; nil where it cannot be one.
    fileprivate func cardNumber(_ caller: Caller) -> CardNumber? {
        NumberReading(part("number"), length: caller.registers.numberLength).number
    }
}

extension Response {
    fileprivate init(pdf bytes: [UInt8], name: String) {
        self.init(
            status: .ok,
            headers: [.contentType: "application/pdf", .contentDisposition: "inline; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
