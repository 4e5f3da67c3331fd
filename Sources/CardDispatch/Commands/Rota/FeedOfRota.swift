import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct NightHistoryOfRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Shows who was planned for a night, who stood in, and why.",
        discussion: "A line for each event: when, by whom, what, parted by tabs.")

    @OptionGroup var rota: RotaOptions

    @Argument(help: "The duty date, such as 2026-11-24.")
    var date: String

    @Option(help: "The area's identifier or name.")
    var area: String

    func run() async throws {
        guard let date = Day(date) else { throw ValidationError("日付は 2026-11-24 の形で指定してください。") }
        let opened = try rota.open()
        guard let area = try opened.area(area) else { throw ValidationError("--area に地区を指定してください。") }
        let chronicle = try opened.store.chronicle(of: opened.association, months: NightHistory.months(around: date))
        for event in NightHistory.of(dutyDate: date, area: area, chronicle: chronicle, book: opened.book) {
            print([event.at.rfc3339, event.by, event.message].joined(separator: "\t"))
        }
    }
}

struct FeedOfRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Writes duty as a calendar (iCalendar) to standard output.",
        discussion: "For a physician or for an area. Addresses to subscribe to are made through the API.")

    @OptionGroup var rota: RotaOptions

    @Option(help: "The physician's identifier.")
    var physician: String?

    @Option(help: "The area's identifier or name.")
    var area: String?

    func run() async throws {
        let opened = try rota.open()
        let now = Clock.machine.now()
        let since = now.day.adding(-DutyFeed.daysBack).month
        let last = max(opened.book.months.keys.max() ?? since, since)
        let chronicle = try opened.store.chronicle(of: opened.association, months: since...last)
        let bytes = try DutyFeed.calendar(for: try subject(opened), book: opened.book, chronicle: chronicle, at: now)
        FileHandle.standardOutput.write(Data(bytes))
    }

    private func subject(_ opened: OpenRota) throws -> DutyFeed.Subject {
        let area = try opened.area(area)
        switch (physician.map({ PhysicianID($0) }), area) {
        case (let physician?, nil) where opened.book.physicians[physician] != nil: return .physician(physician)
        case (nil, let area?): return .area(area)
        default: throw ValidationError("--physician（名簿の医師）か --area のどちらか一つを指定してください。")
        }
    }
}
