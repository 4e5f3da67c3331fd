import DutyRota
import Foundation

extension SearchWords {
    /// Reads `{"telephone"}`, `{"kana","birthDate"}`, `{"kana","area"}` or `{"address"}`; whatever else is there, or missing, is a fault of the
    /// reader at its own field.
    public static func read(_ reader: inout ObjectReader, registers: Registers) -> SearchWords? {
        let telephone = reader.parsed("telephone", SearchWordsFaults.notATelephone, digits)
        let kana = reader.parsed("kana", FieldWords.notKana) { SpokenName($0) }
        let birthDate = reader.parsed("birthDate", SearchWordsFaults.notADate, PartialDate.read)
        let area = reader.parsed("area", FieldWords.unknownAreaAnywhere) { registers.areas(named: $0) }
        let address = reader.parsed("address", SearchWordsFaults.noTown) { SpokenAddress($0) }
        let given = ["telephone", "kana", "birthDate", "area", "address"].filter { reader.has($0) }
        guard reader.faults.isEmpty else { return nil }
        checkCombination(of: given, &reader)
        if let telephone { return .telephone(telephone) }
        if let address { return .address(address) }
        guard let kana else { return nil }
        return birthDate.map { .nameAndBirth(kana, $0) } ?? area.map { .nameAndArea(kana, $0) }
    }

    private static func checkCombination(of given: [String], _ reader: inout ObjectReader) {
        guard let first = given.first else {
            for field in ["telephone", "kana", "address"] { reader.note(field, SearchWordsFaults.oneOf) }
            return
        }
        let partners: [String]
        switch first {
        case "kana": partners = Array(given.dropFirst().filter { $0 != "address" }.prefix(1))
        case "birthDate", "area": return reader.note("kana", FieldWords.missing)
        default: partners = []
        }
        for field in given.dropFirst() where !partners.contains(field) {
            reader.note(field, SearchWordsFaults.notTogether(with: first))
        }
        if first == "kana", given.count == 1 {
            for field in ["birthDate", "area"] { reader.note(field, SearchWordsFaults.birthOrArea) }
        }
    }

    /// The digits of a telephone number as it is displayed, spoken or pasted: +81, missing hyphens, both widths, and a 0 that a spreadsheet
    /// took. nil where it is too short to be one with its area code, or too long.
    static func digits(_ text: String) -> String? {
        let signs = text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.numericType != nil || $0 == "+"
        }
        let plus = signs.first == "+"
        var digits = String(String.UnicodeScalarView(signs.filter { ("0"..."9").contains($0) }))
        if plus || digits.hasPrefix("01081") || digits.count > 11 {
            for beginning in ["01081", "81"] where digits.hasPrefix(beginning) {
                digits = String(digits.dropFirst(beginning.count))
                break
            }
        }
        if !digits.hasPrefix("0") { digits = "0" + digits }
        return (10...11).contains(digits.count) ? digits : nil
    }
}

extension Registers {
    /// Areas by identifier or by name, of every association; nil where none has such an area.
    fileprivate func areas(named text: String) -> [AreaOfAssociation]? {
        let name = Names.folded(text)
        let found = associations.flatMap { association in
            association.areas.filter { $0.id.text == text || Names.folded($0.name) == name }
                .map { AreaOfAssociation(association: association.id, area: $0.id) }
        }
        return found.isEmpty ? nil : found
    }
}
