public import ArgumentParser
import CardStore
import DutyRota
public import EmergencyCards

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Makes, lists and revokes the keys with which machines call the API.",
        subcommands: [Add.self, List.self, Revoke.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a key and prints it, once, alone on standard output. Only its SHA-256 is kept.",
            discussion: "fire and admin speak for the installation; the other roles name for whom they speak.")

        @OptionGroup var store: StoreOptions

        @Option(help: "fire, association, physician, hospital or admin.")
        var role: Role

        @Option(help: "For role association: its identifier.")
        var association: String?

        @Option(help: "For role physician: their identifier.")
        var physician: String?

        @Option(help: "For role hospital: its identifier.")
        var hospital: String?

        func run() async throws {
            do {
                let files = try store.existing()
                let store = try CardStore(files)
                try record(.keyAdd, in: files) {
                    $0.member("role", role.rawValue)
                    $0.member("for", association ?? physician ?? hospital)
                }
                let made = try store.addKey(role: role, scope: try scope(), at: Clock.machine.now())
                printError("鍵 \(made.holder.id)（\(role.rawValue)）を作りました。鍵は今だけ表示されます。")
                print(made.key)
            } catch is Refusal {
                throw refuse("名簿にありません: \(association ?? physician ?? hospital ?? "")")
            }
        }

        private func scope() throws -> KeyHolder.Scope {
            let given = [association, physician, hospital].compactMap(\.self)
            let scope: KeyHolder.Scope? =
                switch role {
                case .fire, .admin: given.isEmpty ? .installation : nil
                case .association: association.map { .association(AssociationID($0)) }
                case .physician: physician.map { .physician(PhysicianID($0)) }
                case .hospital: hospital.map { .hospital(HospitalID($0)) }
                }
            guard let scope, given.count <= 1 else {
                throw ValidationError("--role \(role.rawValue) には、その役割の担当（--\(role.rawValue)）だけを指定してください。")
            }
            return scope
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists every key ever made: identifier, role, for whom, since when, revoked when.")

        @OptionGroup var store: StoreOptions

        func run() async throws {
            for entry in try CardStore(store.existing()).allKeys() {
                let fields = [
                    entry.holder.id, entry.holder.role.rawValue, entry.holder.scope.inWords, entry.createdAt.rfc3339,
                    entry.revokedAt.map { "revoked \($0.rfc3339)" } ?? "in use",
                ]
                print(fields.joined(separator: "\t"))
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a key useless from the next request on, also in a daemon that is running.")

        @OptionGroup var store: StoreOptions

        @Argument(help: "The key's identifier, as keys list shows it.")
        var id: String

        func run() async throws {
            let files = try store.existing()
            try record(.keyRevoke, in: files) { $0.member("key", id) }
            guard try CardStore(files).revokeKey(id, at: Clock.machine.now()) else {
                throw refuse("使われている鍵 \(id) はありません。")
            }
            printError("鍵 \(id) を取り消しました。")
        }
    }
}

extension Role: ExpressibleByArgument {}

extension KeyHolder.Scope {
    /// For whom, as lists have it.
    var inWords: String {
        switch self {
        case .installation: "-"
        case .association(let id): id.text
        case .physician(let id): id.text
        case .hospital(let id): id.text
        }
    }
}
