import DutyRota
import Foundation

/// What a dispatcher typed into the one field of their screen, told apart.
///
/// In this order: a telephone number begins with 0, which no card's number does; digits with nothing but separators and a colour word are a
/// card's number, whatever their count, and so are digits that are spoken or written in kanji; kana and a date, in either order; kana alone, or with
/// the name of an area behind them; whatever else has kana or kanji in it is an address. What is left can only be a number that was mistyped.
public enum TypedWords: Hashable, Sendable {
    /// A card's number, right or not: its digits, or the text where other signs stand among them. `said`: the colour that was said with it.
    case number(String, said: Colour?)
    /// What to search by, named as the API names it.
    case search([String: String])
    /// Nothing was typed.
    case nothing

    public init(_ text: String) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty {
            self = .nothing
        } else if TypedTelephone.isOne(text) {
            self = .search(["telephone": text])
        } else if let number = Self.number(text) {
            self = number
        } else {
            self = .search(Self.person(text) ?? ["address": text])
        }
    }

    private static func number(_ text: String) -> TypedWords? {
        let reading = NumberReading(text, length: .eight)
        if !reading.hasForeignText, !reading.digits.isEmpty, !isNameWithDate(text) {
            return .number(reading.digits.map(String.init).joined(), said: reading.colour)
        }
        if let digits = SpokenDigits.read(text) { return .number(digits, said: nil) }
        guard PartialDate.read(text) == nil, !text.unicodeScalars.contains(where: isJapanese) else { return nil }
        return .number(text, said: nil)
    }

    /// 緑 is a colour and a name: みどり 1938-2-11 is a person, みどり 1938-0211 a card.
    private static func isNameWithDate(_ text: String) -> Bool {
        text.precomposedStringWithCompatibilityMapping.firstMatch(of: #/[ぁ-ヿ].*\d{4}[-.]\d{1,2}[-.]\d{1,2}$/#) != nil
    }

    private static func person(_ text: String) -> [String: String]? {
        if PartialDate.read(text) != nil { return ["birthDate": text] }
        if Kana.isKana(text) { return ["kana": text] }
        if let (kana, date) = nameAndDate(text) { return ["kana": kana, "birthDate": date] }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count > 1, let area = words.last, !Kana.isKana(area), !area.contains(where: \.isNumber) else {
            return nil
        }
        let kana = words.dropLast().joined(separator: " ")
        return Kana.isKana(kana) ? ["kana": kana, "area": area] : nil
    }

    /// Kana and a date, parted where the date is longest: its era may be in kana, too.
    private static func nameAndDate(_ text: String) -> (kana: String, date: String)? {
        for place in text.indices.dropFirst() {
            let (left, right) = (String(text[..<place]), String(text[place...]))
            if Kana.isKana(left), PartialDate.read(right) != nil { return (left.trimmedEnds, right.trimmedEnds) }
        }
        for place in text.indices.dropFirst().reversed() {
            let (left, right) = (String(text[..<place]), String(text[place...]))
            if Kana.isKana(right), PartialDate.read(left) != nil { return (right.trimmedEnds, left.trimmedEnds) }
        }
        return nil
    }

    private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FA).contains(scalar.value) || (0xFF66...0xFF9D).contains(scalar.value)
            || scalar.properties.isIdeographic
    }
}

/// A telephone number as it is displayed, spoken or pasted. No instances.
private enum TypedTelephone {
    private static let words = ["電話番号", "電話", "でんわ", "tel"]

    static func isOne(_ text: String) -> Bool {
        var rest = text.precomposedStringWithCompatibilityMapping.lowercased()[...]
        let word = words.first { rest.hasPrefix($0) }
        rest = rest.dropFirst(word?.count ?? 0)
        let digits = rest.unicodeScalars.filter { ("0"..."9").contains($0) }
        guard digits.count >= 9, rest.unicodeScalars.allSatisfy(isSign) else { return false }
        return word != nil || digits.first == "0" || rest.first == "+"
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar.properties.isWhitespace || scalar.properties.isDash
            || "+().・:のー\u{2212}".unicodeScalars.contains(scalar)
    }
}

extension String {
    fileprivate var trimmedEnds: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
