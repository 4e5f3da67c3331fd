import ArgumentParser
import CardStore

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Looks after the record of who looked: verifies it, writes it out.",
        subcommands: [Verify.self, ExportAudit.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Computes the chain of hashes anew; exit code 1 where a record was altered, removed or added.",
            discussion: """
                Prints how many records hold together and the hash of the last one. Note both elsewhere from time to time: compared later, \
                they show whether records were cut off at the end.
                """)

        @OptionGroup var store: StoreOptions

        func run() async throws {
            let result = try AuditVerification.run(store.existing())
            print("\(result.intact) \(result.head)")
            if let broken = result.brokenAt {
                throw refuse("\(broken) 件目の記録が改ざんされているか、失われています。")
            }
        }
    }
}
