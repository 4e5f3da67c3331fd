import DutyRota

extension Card {
    /// A card as ``write(to:)`` wrote it; nil where the text is none.
    public convenience init?(json bytes: [UInt8]) {
        guard let value = JSONValue(bytes) else { return nil }
        self.init(value)
    }

    /// A card as ``write(to:)`` wrote it, read before; nil where the value is none.
    public convenience init?(_ value: JSONValue) {
        var reader = ObjectReader(value)
        let number = reader.parsed("number", SeedWords.notANumber, CardNumber.read)
        let version = reader.number("version", FieldWords.missing) { $0 }
        let enteredAt = reader.parsed("enteredAt", FieldWords.missing) { try? Instant(rfc3339: $0) }
        var life = CardLife.read(&reader)
        guard let document = CardDocument.read(&reader), let number, let version, let enteredAt else { return nil }
        life.validUntil = document.validUntil
        self.init(number: number, document: document, life: life, version: version, enteredAt: enteredAt)
    }
}

extension CardNumber {
    /// A number of any length that passes its check.
    public static func read(_ text: String) -> CardNumber? {
        NumberLength.allCases.lazy.compactMap { NumberReading(text, length: $0).number }.first
    }
}
