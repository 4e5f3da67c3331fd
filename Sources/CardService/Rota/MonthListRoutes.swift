import DutyRota
import EmergencyCards
import Hummingbird

/// The months of an association's rota, for the office: which are published, which are being worked on, and where somebody is missing.
struct MonthListRoutes: Sendable {
    let months: MonthRoutes

    /// How many months are told at once, at most.
    private static let limit = 24

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await months.gate.caller(request, context)
        let book = try context.keptBook(caller)
        let query = try Query(request, allowed: ["from", "to"])
        let now = months.announcer.clock.now()
        let from = try query.month("from") ?? now.day.month
        let to = try query.month("to") ?? from.adding(5)
        guard from <= to, to < from.adding(Self.limit) else { throw Query.fault("to", RequestWords.tooManyMonths) }
        let listed = try (0..<Self.limit).map(from.adding).filter { $0 <= to }.map { month in
            Listed(month, try months.desk(caller, book, month), rules: months.rules)
        }
        var json = JSONWriter(capacity: 2048)
        json.object { $0.member("months", each: listed) { $1.write(to: &$0) } }
        return Response(json)
    }

    /// A month, and how far it is.
    private struct Listed {
        let month: Month
        let published: PublishedMonth?
        let draft: MonthDraft?
        /// What is wrong with its sheet from now on; none of a month that nobody has begun.
        let problems: [RotaProblem]

        init(_ month: Month, _ desk: RotaDesk, rules: CheckRules) {
            self.month = month
            published = desk.book.months[month]
            draft = desk.draft
            // Past the holiday table there is nothing that could be checked.
            let sheet = published == nil && draft == nil ? nil : try? desk.draftSheet(of: month)
            problems = sheet.map { desk.problems(of: $0, rules: rules) } ?? []
        }

        func write(to json: inout JSONWriter) {
            json.member("month", month.description)
            json.member("revision", published?.revision)
            json.member("publishedAt", published?.publishedAt.rfc3339)
            json.member("draftVersion", draft?.version)
            json.member("changedAt", draft?.changedAt.rfc3339)
            json.member("gaps", problems.count { $0.kind == .gap })
            json.member("problems", problems.count)
        }
    }
}
