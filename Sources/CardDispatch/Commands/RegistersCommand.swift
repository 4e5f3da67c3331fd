import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct RegistersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registers", abstract: "Shows and changes physicians, hospitals, slots, areas and holidays.",
        discussion:
            "Documents are those of the API: /openapi.json describes them. Nothing is overwritten without trace.",
        subcommands: [Show.self, Enter.self, Change.self, Retire.self, Holidays.self])

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case physician, hospital, slot, association
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints entries as JSON, a line each: all of a kind, or one.")

        @OptionGroup var rota: RotaOptions

        @Argument(help: "physician, hospital, slot or association.")
        var kind: Kind

        @Argument(help: "The identifier; of a slot its name.")
        var id: String?

        func run() async throws {
            let opened = try rota.open()
            for line in try lines(opened) where id == nil || line.id == id {
                var json = JSONWriter()
                json.object(line.write)
                print(String(decoding: json.bytes, as: UTF8.self))
            }
        }

        private func lines(_ opened: OpenRota) throws -> [(id: String, write: (inout JSONWriter) -> Void)] {
            let book = opened.book
            switch kind {
            case .physician:
                return book.physicians.values.sorted { $0.id < $1.id }.map { entry in
                    (entry.id.text, { entry.write(to: &$0) })
                }
            case .hospital:
                return try opened.store.registers().hospitals.values.sorted { $0.id < $1.id }.map { entry in
                    (entry.id.text, { entry.write(to: &$0) })
                }
            case .slot:
                return book.slots.map { entry in
                    (entry.name, { entry.write(to: &$0, telephones: book.slotTelephones[entry.name] ?? []) })
                }
            case .association:
                return [(book.association.id.text, { book.association.write(to: &$0, ownHolidays: book.calendar.own) })]
            }
        }
    }

    struct Enter: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enters a physician, a hospital or a slot from a JSON document.")

        @OptionGroup var rota: RotaOptions

        @Argument(help: "physician, hospital or slot.")
        var kind: Kind

        @Argument(help: "The file, or - for standard input.")
        var file: String

        func run() async throws {
            let (opened, document) = (try rota.open(), try JSONFile.read(file))
            try await opened.changeRegisters(self, kind.rawValue) { desk in
                switch kind {
                case .physician: try desk.enteringPhysician(document, of: opened.association)
                case .hospital: try desk.enteringHospital(document)
                case .slot: try desk.enteringSlot(document, of: opened.association)
                case .association: throw Refusal(.methodNotAllowed)
                }
            }
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Changes an entry by a JSON merge patch (RFC 7396): only what it names becomes different, null takes away.",
            discussion: "\"validFrom\": \"2027-01-01\" in the patch of a physician, hospital or slot: from that day on."
        )

        @OptionGroup var rota: RotaOptions

        @Argument(help: "physician, hospital, slot or association.")
        var kind: Kind

        @Argument(help: "The identifier; of a slot its name.")
        var id: String

        @Argument(help: "The file with the patch, or - for standard input.")
        var file: String

        func run() async throws {
            let (opened, patch) = (try rota.open(), try JSONFile.read(file))
            let store = opened.store
            try await opened.changeRegisters(self, "\(kind.rawValue):\(id)") { desk in
                switch kind {
                case .physician:
                    try desk.changingPhysician(
                        PhysicianID(id), by: patch, of: opened.association,
                        history: try store.history(of: .physician(PhysicianID(id))))
                case .hospital:
                    try desk.changingHospital(
                        HospitalID(id), by: patch, history: try store.history(of: .hospital(HospitalID(id))))
                case .slot: try desk.changingSlot(id, by: patch, of: opened.association)
                case .association:
                    try desk.changingAssociation(AssociationID(id), by: patch) {
                        try store.patients(in: $0, of: AssociationID(id))
                    }
                }
            }
        }
    }

    struct Retire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Ends an entry on a day; of a physician it lists every shift and patient that needs somebody else.")

        @OptionGroup var rota: RotaOptions

        @Argument(help: "physician, hospital or slot.")
        var kind: Kind

        @Argument(help: "The identifier; of a slot its name.")
        var id: String

        @Option(help: "Of a physician the last day as a member; of a hospital or slot the first day without it.")
        var on: String

        func run() async throws {
            guard let day = Day(on) else { throw ValidationError("--on は 2026-11-24 の形で指定してください。") }
            let opened = try rota.open()
            try await opened.changeRegisters(self, "\(kind.rawValue):\(id)") { desk in
                switch kind {
                case .physician:
                    try desk.retiringPhysician(
                        PhysicianID(id), lastDay: day, of: opened.association,
                        history: try opened.store.history(of: .physician(PhysicianID(id))))
                case .hospital:
                    try desk.retiringHospital(
                        HospitalID(id), from: day, history: try opened.store.history(of: .hospital(HospitalID(id))))
                case .slot: try desk.retiringSlot(id, from: day, of: opened.association)
                case .association: throw Refusal(.methodNotAllowed)
                }
            }
            if kind == .physician { try printDeparture(opened, PhysicianID(id), day) }
        }

        private func printDeparture(_ opened: OpenRota, _ id: PhysicianID, _ day: Day) throws {
            try record(.patientList, in: opened.files) { $0.member("physician", id.text) }
            let departure = try Departure.of(
                id, lastDay: day, registers: try opened.store.registers(), patients: try opened.store.patients(of: id),
                at: Clock.machine.now())
            var json = JSONWriter()
            json.object { departure.write(to: &$0) }
            print(String(decoding: json.bytes, as: UTF8.self))
        }
    }

    struct Holidays: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes over the Cabinet Office's holiday table (syukujitsu.csv).")

        @OptionGroup var rota: RotaOptions

        @Argument(help: "The file as it is downloaded.")
        var file: String

        func run() async throws {
            let opened = try rota.open()
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else { throw refuse("\(file): 読めません。") }
            try await opened.changeRegisters(self, "holidays") {
                try $0.loadingHolidays(Array(data), file: file, of: opened.association)
            }
            let after = try opened.store.registers().books[opened.association] ?? opened.book
            for month in after.monthsToPublishAnew(from: Clock.machine.now().day) {
                printError("\(month): 公開済みの当番表が新しい祝日表と合いません。作り直して公開してください。")
            }
        }
    }
}

extension OpenRota {
    /// Changes the registers, with a record of it, and says in words why it was refused.
    fileprivate func changeRegisters(
        _ command: some AsyncParsableCommand, _ subject: String,
        decide: @Sendable (RegisterDesk) throws -> RegisterDecision
    ) async throws {
        try record(.registerChange, in: files) {
            $0.member("association", association.text)
            $0.member("subject", subject)
        }
        do {
            let directory: any Directory = store
            let decision = try await directory.change(by: "command:registers", at: Clock.machine.now()) {
                try decide(RegisterDesk(registers: $0, now: $1, reserved: try directory.identifiers()))
            }
            printError("名簿を変更しました（\(decision.entries.count)件）。")
        } catch let refusal as Refusal {
            throw command.refuse(
                ([refusal.title] + refusal.errors.map { "\($0.field): \($0.message)" }).joined(separator: "\n"))
        } catch let refusal as RotaRefusal {
            throw command.refuse(refusal.inWords)
        }
    }
}

/// A JSON document from a file or standard input.
private enum JSONFile {
    static func read(_ file: String) throws -> JSONValue {
        let data =
            file == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : try? Data(contentsOf: URL(fileURLWithPath: file))
        guard let data, let value = JSONValue(Array(data)) else {
            throw ValidationError("\(file): " + Refusal(.malformedJSON).title)
        }
        return value
    }
}
