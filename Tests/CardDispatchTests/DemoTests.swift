import ArgumentParser
import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardDispatch

@Suite("The demonstration's data")
struct DemoTests {
    @Test(
        "Somebody is on duty tonight in every area, whatever today is",
        arguments: [
            "2026-11-23", "2026-12-31", "2027-02-28", "2027-12-31", "2028-02-29", "2031-05-05",
        ])
    func tonight(_ text: String) throws {
        let today = try #require(Day(text))
        let book = DemoSeeds(today: today).moved(try SeedFiles.read(Folder.seeds.path))
        #expect(book.faults(numberLength: .eight).isEmpty)
        for folder in book.folders {
            let rota = RotaBook(
                association: folder.association, calendar: folder.calendar, slots: folder.slots,
                months: folder.months.map {
                    PublishedMonth(month: $0.key, revision: 1, publishedAt: today.start, places: $0.value)
                },
                physicians: folder.physicians, slotTelephones: folder.slotTelephones)
            for area in folder.association.areas {
                for minutes in [0, 3 * 60, 22 * 60] {
                    #expect(try rota.duty(at: today.at(minutes: minutes), area: area.id).status == .onDuty)
                }
                let noon = try rota.duty(at: today.at(minutes: 12 * 60), area: area.id)
                #expect(noon.status == .onDuty || noon.next?.shifts.isEmpty == false)
            }
        }
    }

    @Test("Where there is no data, the demonstration ends with exit code 1 and leaves nothing behind")
    func nowhere() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")
        let demo = try DemoCommand.parse(["--seeds", folder.path + "/none", "--directory", folder.path])
        await #expect(throws: ExitCode(1)) { try await demo.run() }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("Cards keep their distance from today: the expired stay expired, the valid valid")
    func dates() throws {
        let shipped = try SeedFiles.read(Folder.seeds.path)
        let today = try #require(Day("2029-03-01"))
        let moved = DemoSeeds(today: today).moved(shipped)
        let anchor = try #require(DemoSeeds.anchor)
        for (before, after) in zip(shipped.folders.flatMap(\.cards), moved.folders.flatMap(\.cards)) {
            #expect(before.life.isExpired(on: anchor) == after.life.isExpired(on: today))
            #expect(before.document.patient.birthDate == after.document.patient.birthDate)
        }
    }
}
