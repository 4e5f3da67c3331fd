import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards

struct CheckRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Names everything about a month's draft that somebody should see to before it is published.",
        discussion: "A line for each problem: identifier and words, parted by a tab. Exit code 1 where there are any.")

    @OptionGroup var rota: RotaOptions

    @Argument(help: "The month, such as 2026-11.")
    var month: String

    func run() async throws {
        let month = try OpenRota.month(month)
        let opened = try rota.open()
        let problems = try await refusing {
            let desk = try opened.desk(month)
            return desk.problems(of: try desk.draftSheet(of: month), rules: CheckRules())
        }
        for problem in problems { print(problem.line) }
        printError("\(month): 問題 \(problems.count)件")
        if !problems.isEmpty { throw ExitCode(1) }
    }
}

struct PublishRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publishes a month's draft as a new revision.",
        discussion: """
            Problems must be acknowledged by their identifiers, as `rota check` prints them; overrides on cells that the draft changes \
            must be kept or lifted by theirs. A daemon that runs answers from the new revision with its next answer.
            """)

    @OptionGroup var rota: RotaOptions

    @Argument(help: "The month, such as 2026-11.")
    var month: String

    @Option(parsing: .upToNextOption, help: "Identifiers of problems to publish with.")
    var acknowledge: [String] = []

    @Option(parsing: .upToNextOption, help: "Identifiers of overrides that go on.")
    var keep: [String] = []

    @Option(parsing: .upToNextOption, help: "Identifiers of overrides that end.")
    var lift: [String] = []

    func run() async throws {
        let month = try OpenRota.month(month)
        let opened = try rota.open()
        let wish = PublishWish(
            acknowledged: acknowledge, kept: keep, lifted: lift,
            makeID: { UUIDv7.make(at: Clock.machine.now(), randomness: .system) })
        let decision = try await refusing {
            try await opened.change(.rotaPublish, month: month) {
                $0.member("acknowledged", acknowledge)
            } decide: {
                let sheet = try $0.draftSheet(of: month)
                return try $0.publishing(
                    month: month, places: sheet.places, vanished: sheet.vanished, wish: wish, rules: CheckRules())
            }
        }
        printError("\(month) 第\(decision.publication?.sheet.revision ?? 0)版を公開しました。")
    }
}
