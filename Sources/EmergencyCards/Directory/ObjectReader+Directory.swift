import DutyRota

extension ObjectReader {
    /// A telephone number, with hyphens where its area code has them.
    mutating func telephoneNumber(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        switch TelephoneNumber.read(text) {
        case .success(let number): return number.hyphenated
        case .failure(let wrong): return fault(key, wrong.message)
        }
    }

    /// Hours from two members, both of which must be there.
    mutating func hours(_ start: String, _ end: String) -> HourSpan? {
        let first = required(start) { $0.text($1) }
        let last = required(end) { $0.text($1) }
        guard let first, let last else { return nil }
        switch HourSpan.read(start: first, end: last) {
        case .success(let span): return span
        case .failure(let wrong): return fault(wrong.side == .start ? start : end, wrong.message)
        }
    }

    /// Kinds of day by their names.
    mutating func dayTypes(_ key: String) -> Set<DayType> {
        Set(texts(key, FieldWords.notAmong(DayType.allCases.map(\.rawValue))) { DayType(rawValue: $0) })
    }

    /// Areas of an association by their identifiers, each once.
    mutating func areas(_ key: String, of association: Association) -> [AreaID] {
        texts(key, FieldWords.unknownArea) { association.area(AreaID($0))?.id }.reduce(into: []) { areas, area in
            if !areas.contains(area) { areas.append(area) }
        }
    }

    /// An address to which mail can be sent.
    mutating func email(_ key: String) -> String? {
        parsed(key, DirectoryWords.notAnEmail) { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let isEmail =
                parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
                && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
                && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !#"",:;<>()[]\"#.utf8.contains($0) }
            return isEmail ? text : nil
        }
    }

    /// A reading in kana, as the registers keep it.
    mutating func kana(_ key: String) -> String? {
        parsed(key, FieldWords.notKana) { Kana.isKana($0) ? Kana.katakana($0) : nil }
    }

    /// An identifier that can stand in an address: letters, digits, hyphens and underlines of ASCII.
    mutating func identifier(_ key: String) -> String? {
        parsed(key, DirectoryWords.notAnID) { text in
            let isID =
                text.utf8.count <= 32
                && text.unicodeScalars.allSatisfy {
                    $0.isASCII
                        && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value)
                            || "-_".unicodeScalars.contains($0))
                }
            return isID ? text : nil
        }
    }

    /// A day that is not over.
    mutating func day(_ key: String, notBefore today: Day) -> Day? {
        guard let day = day(key) else { return nil }
        return day < today ? fault(key, FieldWords.beforeToday) : day
    }
}
