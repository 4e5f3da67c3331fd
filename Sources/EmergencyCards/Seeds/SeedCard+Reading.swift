import DutyRota

extension SeedCard {
    /// Reads `cards.json`: an array of card documents, each with its number, state and dates. Faults count cards from 1.
    static func read(_ bytes: [UInt8], _ file: String, _ faults: inout [TableFault]) -> [SeedCard] {
        guard case .array(let items) = JSONValue(bytes) else {
            faults.append(TableFault(file: file, row: nil, column: nil, message: SeedWords.notAnArray))
            return []
        }
        return items.enumerated().compactMap { index, value in
            var reader = ObjectReader(value)
            let card = read(&reader, position: index + 1)
            let found = reader.finished()
            faults += found.map { TableFault(file: file, row: index + 1, column: $0.field, message: $0.message) }
            return found.isEmpty ? card : nil
        }
    }

    private static func read(_ reader: inout ObjectReader, position: Int) -> SeedCard? {
        let number = reader.parsed("number", SeedWords.notANumber, CardNumber.read)
        let acknowledged = reader.texts("acknowledge", RequestWords.cannotBeAcknowledged) { word in
            CardEntry.acknowledgeable.first { $0.rawValue == word }
        }
        let isConfirmedByIssue = !reader.has("confirmed")
        var life = CardLife.read(&reader)
        let document = CardDocument.read(&reader)
        check(life, &reader)
        guard let document else { return nil }
        life.validUntil = document.validUntil ?? life.issuedOn.map { $0.adding(months: 12).adding(-1) }
        if isConfirmedByIssue, life.state != .draft {
            life.confirmed = document.attendingPhysician.flatMap { by in
                life.issuedOn.map { Confirmation(by: by, on: $0) }
            }
        }
        return SeedCard(
            position: position, number: number, document: document, life: life, acknowledged: Set(acknowledged))
    }

    private static func check(_ life: CardLife, _ reader: inout ObjectReader) {
        let isSuspended = life.state == .suspended
        let isEnded = life.state == .ended
        let needed: [(key: String, isThere: Bool, isDue: Bool)] = [
            // A draft that ended was never issued.
            ("issuedOn", life.issuedOn != nil, life.state.isInForce),
            ("endedReason", life.endedReason != nil, isEnded), ("endedOn", life.endedOn != nil, isEnded),
            ("suspendedSince", life.suspendedSince != nil, isSuspended),
        ]
        for need in needed where need.isThere != need.isDue {
            if need.isDue {
                reader.require(need.key)
            } else if need.key != "issuedOn" {
                let _: Never? = reader.fault(need.key, SeedWords.notInThisState)
            }
        }
    }
}
