import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards

struct DutyAtTimes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty", abstract: "Says who is on duty in an area.",
        discussion: """
            A line for each time: time, status, until when it holds, physicians by call order, parted by tabs. --at - reads times from \
            standard input, a line each. --as-published-at asks what the rota said at an earlier time.
            """)

    @OptionGroup var rota: RotaOptions

    @Option(help: "The area's identifier or name.")
    var area: String

    @Option(help: "A time such as 2026-11-24T22:03+09:00, or - for standard input; now where it is missing.")
    var at: String?

    @Option(help: "The rota as it was known at this time.")
    var asPublishedAt: String?

    func run() async throws {
        let opened = try rota.open()
        guard let area = try opened.area(area) else { throw ValidationError("--area に地区を指定してください。") }
        var book = opened.book
        if let asPublishedAt {
            let known = try opened.store.book(of: opened.association, asPublishedAt: try instant(asPublishedAt))
            book = known ?? book
        }
        if at == "-" {
            while let line = readLine() { try answer(try instant(line), area, book) }
        } else {
            try answer(try at.map(instant) ?? Clock.machine.now(), area, book)
        }
    }

    private func instant(_ text: String) throws -> Instant {
        do { return try Instant(rfc3339: text) } catch {
            throw ValidationError(
                "\(text): " + Refusal(error == .withoutOffset ? .timeWithoutOffset : .malformedTime).title)
        }
    }

    private func answer(_ instant: Instant, _ area: AreaID, _ book: RotaBook) throws {
        let duty = try book.duty(at: instant, area: area)
        let physicians = duty.callable.map { "\($0.callOrder.rawValue):\($0.physician.id)" }
        let fields = [
            instant.rfc3339, duty.status.rawValue, duty.validUntil?.rfc3339 ?? "-",
            physicians.joined(separator: " "),
        ]
        print(fields.joined(separator: "\t"))
    }
}
