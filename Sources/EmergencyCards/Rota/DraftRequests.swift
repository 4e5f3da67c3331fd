public import DutyRota

extension CellEdit {
    /// Reads `cells`: for each who is to hold a call, by identifiers or as a sheet is written, what is to be noted, or both.
    public static func read(cells reader: inout ObjectReader) -> [CellEdit]? {
        let cells = reader.list("cells", atMost: 500, readCell)
        guard !cells.isEmpty else {
            reader.require("cells")
            return nil
        }
        return cells.flatMap(\.self)
    }

    private static func readCell(_ reader: inout ObjectReader) -> [CellEdit] {
        guard let place = reader.place() else { return [] }
        var edits: [CellEdit] = []
        if reader.has("text") {
            let text = reader.text("text", maximum: 400) ?? ""
            if reader.has("physicians") {
                _ = reader.texts("physicians")
                reader.note("physicians", RequestWords.textOrPhysicians)
            }
            if let order = reader.callOrder() { edits.append(CellEdit(place: place, content: .written(order, text))) }
        } else if reader.has("callOrder") || reader.has("physicians") || !reader.has("remark") {
            let order = reader.callOrder()
            let physicians = reader.texts("physicians").map { PhysicianID($0) }
            if !reader.has("physicians") { reader.require("physicians") }
            if let order { edits.append(CellEdit(place: place, content: .holders(order, physicians))) }
        }
        if reader.has("remark") {
            edits.append(CellEdit(place: place, content: .remark(reader.text("remark", maximum: 200) ?? "")))
        }
        return edits
    }
}

extension PublishWish {
    /// Reads what is published all the same. `makeID` makes identifiers of overrides.
    public static func read(
        _ reader: inout ObjectReader, makeID: @escaping @Sendable () -> String
    ) -> PublishWish? {
        let lists = ["acknowledge", "keep", "lift"].map { reader.texts($0, atMost: 500, maximum: 300) }
        return PublishWish(acknowledged: lists[0], kept: lists[1], lifted: lists[2], makeID: makeID)
    }
}

extension Month {
    /// Reads a month that must be there, such as the one to copy from.
    public static func read(_ key: String, _ reader: inout ObjectReader) -> Month? {
        reader.required(key) { $0.parsed($1, RequestWords.notAMonth) { Month($0) } }
    }
}

extension Day {
    /// Reads a day that must be there.
    public static func read(_ key: String, _ reader: inout ObjectReader) -> Day? {
        reader.required(key) { $0.day($1) }
    }
}

extension FeedAddress.Subject {
    /// Reads whose duty a calendar is to show: a physician's or an area's.
    public static func read(_ reader: inout ObjectReader, of book: RotaBook) -> FeedAddress.Subject? {
        let physician = reader.parsed("physician", FieldWords.unknownPhysician) { book.physicians[PhysicianID($0)]?.id }
        let area = reader.parsed("area", FieldWords.unknownArea) { book.association.area(AreaID($0))?.id }
        switch (physician, area) {
        case (let physician?, nil): return .physician(physician)
        case (nil, let area?): return .area(area)
        case (.some, .some): return reader.fault("area", RequestWords.physicianOrArea)
        case (nil, nil): return reader.faults.isEmpty ? reader.fault("physician", RequestWords.physicianOrArea) : nil
        }
    }
}
