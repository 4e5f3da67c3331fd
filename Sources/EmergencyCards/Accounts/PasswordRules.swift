public import DutyRota

/// What a new password must not be. It may be anything else: no capital, digit or sign is asked for, and none need ever be changed.
public struct PasswordRules: Sendable {
    public let login: Login
    public let name: String
    /// Where it is known.
    public let birthDate: Day?

    public init(login: Login, name: String, birthDate: Day? = nil) {
        self.login = login
        self.name = name
        self.birthDate = birthDate
    }

    /// Why a password is refused.
    public enum Fault: Error, CaseIterable, Sendable {
        case tooShort, tooLong, common
        /// Made of one or two characters, or of neighbours on a keyboard.
        case simple
        case containsLogin, containsName, containsBirthDate
    }

    /// nil: it can be taken.
    public func fault(_ password: String) -> Fault? {
        let count = password.count
        guard count >= AccountRules.passwordLength.lowerBound else { return .tooShort }
        guard count <= AccountRules.passwordLength.upperBound else { return .tooLong }
        let plain = password.sameWidth.lowercased()
        if Self.isCommon(plain) { return .common }
        if Self.isSimple(plain) { return .simple }
        if contains(plain, anyOf: loginParts) { return .containsLogin }
        if contains(plain, anyOf: nameParts) { return .containsName }
        if contains(plain, anyOf: birthParts) { return .containsBirthDate }
        return nil
    }

    /// A common word, also with digits and signs around it, twice over, or with digits and signs that stand for letters.
    private static func isCommon(_ plain: String) -> Bool {
        if CommonPasswords.whole.contains(plain) { return true }
        return [plain, spelledOut(plain)].contains { text in
            let letters = text.filter(\.isLetter)
            let rest = text.count - letters.count
            if CommonPasswords.words.contains(letters) { return true }
            guard rest < 8, letters.count.isMultiple(of: 2) else { return false }
            let half = letters.prefix(letters.count / 2)
            return letters == half + half && CommonPasswords.words.contains(String(half))
        }
    }

    /// p@ssw0rd as password.
    private static func spelledOut(_ text: String) -> String {
        let letters: [Character: Character] = [
            "@": "a", "0": "o", "1": "i", "3": "e", "$": "s", "5": "s", "7": "t", "!": "i",
        ]
        return String(text.map { letters[$0] ?? $0 })
    }

    /// So few different characters, or so much of a run, that little is left to guess.
    private static func isSimple(_ plain: String) -> Bool {
        if Set(plain).count < 4 { return true }
        let characters = Array(plain)
        for size in 1...(characters.count / 2) where characters.count.isMultiple(of: size) {
            let piece = characters.prefix(size)
            if size < 5,
                stride(from: 0, to: characters.count, by: size).allSatisfy({ characters[$0...].starts(with: piece) })
            {
                return true
            }
        }
        return characters.count - longestRun(characters) < 4
    }

    private static func longestRun(_ characters: [Character]) -> Int {
        let rows = CommonPasswords.rows + CommonPasswords.rows.map { Array($0.reversed()) }
        return characters.indices.map { start in
            rows.map { row in
                row.indices.filter { row[$0] == characters[start] }.map { place in
                    zip(characters[start...], row[place...]).prefix { $0 == $1 }.count
                }.max() ?? 0
            }.max() ?? 0
        }.max() ?? 0
    }

    private func contains(_ plain: String, anyOf parts: [String]) -> Bool {
        parts.contains { plain.contains($0) }
    }

    private var loginParts: [String] {
        let whole = login.text
        return ([whole] + whole.split { !$0.isLetter && !$0.isNumber }.map(String.init)).filter {
            $0.count >= 4 || $0 == whole
        }
    }

    private var nameParts: [String] {
        let parts = name.sameWidth.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return (parts + [parts.joined()]).filter { $0.utf8.count >= 4 }
    }

    /// 19380211, 380211, 0211 with the year, and by era: 130211.
    private var birthParts: [String] {
        guard let parts = birthDate?.parts else { return [] }
        let (monthAndDay, year) = (Self.two(parts.month) + Self.two(parts.day), String(parts.year))
        let eraYears = [1867, 1911, 1925, 1988, 2018].map { parts.year - $0 }.filter { (1...99).contains($0) }
        return [year + monthAndDay, year.suffix(2) + monthAndDay, monthAndDay + year]
            + eraYears.map { Self.two($0) + monthAndDay }
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
