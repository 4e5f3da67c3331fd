import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

/// Whose rota a command is about.
struct RotaOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Option(help: "The association's identifier; may be left out where there is only one.")
    var association: String?

    /// The installation's files, opened, with the association's rota.
    func open() throws -> OpenRota {
        let files = try store.existing()
        let store = try CardStore(files)
        let registers = try store.registers()
        let book =
            if let association { registers.books[AssociationID(association)] } else {
                registers.books.count == 1 ? registers.books.values.first : nil
            }
        guard let book else {
            let known = registers.associations.map(\.id.text).joined(separator: ", ")
            throw ValidationError("--association に医師会を指定してください: \(known)")
        }
        return OpenRota(files: files, store: store, book: book)
    }
}

/// The rota that a command works on.
struct OpenRota: Sendable {
    let files: StoreFiles
    let store: CardStore
    let book: RotaBook

    var association: AssociationID { book.association.id }

    /// The month of a command line.
    static func month(_ text: String) throws -> Month {
        guard let month = Month(text) else { throw ValidationError("月は 2026-11 の形で指定してください。") }
        return month
    }

    /// The office's desk with the month's draft, for looking only.
    func desk(_ month: Month) throws -> RotaDesk {
        let draft = try store.draft(of: association, month: month)
        return RotaDesk(
            book: book, draft: draft, lastVersion: draft?.version ?? 0, now: Clock.machine.now(), actor: Self.actor)
    }

    /// Changes the rota, with a record of it.
    func change<Made: RotaDecided>(
        _ action: AuditRecord.Action, month: Month? = nil, _ details: (inout JSONWriter) -> Void = { _ in },
        decide: @Sendable (RotaDesk) throws -> Made
    ) async throws -> Made {
        try record(action, in: files) { json in
            json.member("association", association.text)
            json.member("month", month?.description)
            details(&json)
        }
        return try await store.change(
            association, draftOf: month, by: Self.actor, at: Clock.machine.now(), decide: decide)
    }

    /// How drafts, revisions and overrides name who made them.
    static let actor = "command:rota"

    /// A physician's name, or the identifier of somebody whom the register does not have.
    func name(_ physician: PhysicianID) -> String { book.physicians[physician]?.name ?? physician.text }

    /// An area by identifier or name; 全域 or nothing: the whole association.
    func area(_ text: String?) throws -> AreaID? {
        guard let text, text != PageWords.wholeAssociation else { return nil }
        let area = book.association.areas.first { $0.id.text == text || $0.name == text }
        guard let area else {
            throw ValidationError("--area: \(book.association.areas.map(\.id.text).joined(separator: ", ")) のどれかです。")
        }
        return area.id
    }
}

extension AsyncParsableCommand {
    /// Runs a change of the rota, and says in words why it was refused.
    func refusing<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch let refusal as RotaRefusal { throw refuse(refusal.inWords) }
    }
}

extension RotaRefusal {
    /// What is wrong, a line for each fault.
    var inWords: String {
        switch self {
        case .unknownAssociation: Refusal(.unknownAssociation).title
        case .invalid(let faults): faults.map { "\($0.field): \($0.message)" }.joined(separator: "\n")
        case .unacknowledged(let problems):
            ([Refusal(.unacknowledgedProblems).title] + problems.map(\.line)).joined(separator: "\n")
        case .faultyFile(let faults):
            ([Refusal(.faultyFile).title] + faults.map(\.description)).joined(separator: "\n")
        case .staleDraft(let version): Refusal(.stale).title + "（版 \(version)）"
        case .noDraft(let month): "\(month): " + Refusal(.noDraft).title
        case .unpublished(let month): "\(month): " + Refusal(.unpublished).title
        case .unknown(let id): "\(id): " + Refusal(.notFound).title
        case .swapAnswered: Refusal(.swapAnswered).title
        case .swapOutdated(let messages): messages.joined(separator: "\n")
        case .holidayTableEnds(let end): end.message
        }
    }
}

extension RotaProblem {
    /// Identifier and message, parted by a tab.
    var line: String { "\(id)\t\(message)" }
}
