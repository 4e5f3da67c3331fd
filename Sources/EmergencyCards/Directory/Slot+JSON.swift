public import DutyRota

extension Slot {
    /// Reads the register's document, but for its telephones. nil, with faults, where something that must be there is not.
    static func read(_ reader: inout ObjectReader, of association: Association, today: Day) -> Slot? {
        let name = reader.required("name") { $0.text($1) }
        let dayTypes = reader.required("dayTypes") { reader, key in
            let types = reader.dayTypes(key)
            return types.isEmpty ? nil : types
        }
        let reach = reader.required("areas") { $0.reach($1, of: association) }
        let hours = reader.hours("start", "end")
        let first = reader.required("first") { $0.count($1) }
        let second = reader.required("second") { $0.count($1) }
        if first == 0, second == 0 { let _: Never? = reader.fault("first", DirectoryWords.nobodyRequired) }
        let validFrom = reader.day("validFrom", notBefore: today)
        guard let name, let dayTypes, let reach, let hours, let first, let second else { return nil }
        return Slot(
            name: name, dayTypes: dayTypes, reach: reach, hours: hours,
            required: PerCall(first: first, second: second), validFrom: validFrom)
    }

    /// Writes the register's document, with the numbers that go with the slot. A retired slot has no kinds of day.
    public func write(to json: inout JSONWriter, telephones: [Telephone]) {
        json.member("name", name)
        json.member("dayTypes", DayType.names(of: dayTypes))
        switch reach {
        case .everyArea: json.member("areas", Reach.everyAreaWord)
        case .association: json.member("areas", DirectoryWords.wholeAssociation)
        case .areas(let areas): json.member("areas", areas.map(\.text))
        }
        json.member("start", DirectoryWords.clock(hours.start))
        json.member("end", DirectoryWords.clock(hours.end))
        json.member("first", required.first)
        json.member("second", required.second)
        json.member("validFrom", validFrom?.description)
        json.member("telephones", each: telephones) { $1.write(to: &$0) }
    }
}

extension Slot.Reach {
    /// The words that stand in a document for one slot in each area, and for one of the whole association.
    public static let everyAreaWord = "*"
    public static let associationWord = DirectoryWords.wholeAssociation

    /// Words that mean a slot's reach and can be no area's name.
    static let words = [everyAreaWord, associationWord]

    /// The reach that a document's words mean: one of ``words`` alone, or areas.
    fileprivate init?(_ texts: [String]) {
        switch texts {
        case []: return nil
        case [Self.everyAreaWord]: self = .everyArea
        case [DirectoryWords.wholeAssociation]: self = .association
        default: self = .areas(texts.map { AreaID($0) })
        }
    }
}

extension JSONValue {
    /// A slot's document with its areas as a list: a word that stands for several may stand there alone.
    var withListedAreas: JSONValue {
        guard var members, case .string(let word)? = members["areas"] else { return self }
        members["areas"] = .array([.string(word)])
        return .object(members)
    }
}

extension ObjectReader {
    /// `*`, 全域, or areas.
    fileprivate mutating func reach(_ key: String, of association: Association) -> Slot.Reach? {
        let words = texts(key, FieldWords.unknownArea) { word in
            Slot.Reach.words.contains(word) || association.area(AreaID(word)) != nil ? word : nil
        }.reduce(into: [String]()) { words, word in
            if !words.contains(word) { words.append(word) }
        }
        if words.count > 1, words.contains(where: Slot.Reach.words.contains) {
            return fault(key, DirectoryWords.reachWithAreas)
        }
        return Slot.Reach(words)
    }

    /// How many physicians a call order needs.
    fileprivate mutating func count(_ key: String) -> Int? {
        number(key, DirectoryWords.notACount) { (0...9).contains($0) ? $0 : nil }
    }
}
