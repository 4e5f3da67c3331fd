extension TelephoneNumber {
    /// Reads what people write: both widths, all hyphens and dashes, spaces, parentheses, +81 in place of the 0.
    public static func read(_ text: String) -> Result<TelephoneNumber, TelephoneNumberFault> {
        do throws(TelephoneNumberFault.Kind) {
            return .success(try number(text))
        } catch {
            return .failure(TelephoneNumberFault(kind: error, text: text.trimmed))
        }
    }

    private static func number(_ text: String) throws(TelephoneNumberFault.Kind) -> TelephoneNumber {
        let (digits, isInternational) = try dialled(text)
        if digits.isEmpty { throw .noDigits }
        if isInternational { return try TelephoneNumber(digits: national(digits)) }
        if digits.hasPrefix("0") { return try TelephoneNumber(digits: digits) }
        if digits.utf8.count == 3, digits.hasPrefix("1") { throw .emergency }
        throw .withoutAreaCode(perhaps: try? TelephoneNumber(digits: "0" + digits))
    }

    /// The digits of a text, and whether a + stands before them.
    private static func dialled(
        _ text: String
    ) throws(TelephoneNumberFault.Kind) -> (digits: String, isInternational: Bool) {
        var digits = ""
        var isInternational = false
        for scalar in text.sameWidth.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where digits.isEmpty && !isInternational: isInternational = true
            case _ where isSeparator(scalar): continue
            default: throw .otherCharacters(Character(scalar))
            }
        }
        return (digits, isInternational)
    }

    /// The 0 before the area code again, that a number after +81 has lost, or has kept in parentheses: +81-(0)54.
    private static func national(_ digits: String) throws(TelephoneNumberFault.Kind) -> String {
        guard digits.hasPrefix("81") else { throw .notJapanese }
        let number = digits.dropFirst(2)
        return number.hasPrefix("0") ? String(number) : "0" + number
    }

    /// Whether a sign only parts the digits: white space, a parenthesis, a hyphen or what is taken for one (長音, 罫線), or
    /// an invisible mark that comes along when a number is pasted from an address book.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        "()-‐‑‒–—―−ー─".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
            || scalar.properties.generalCategory == .format
    }
}
