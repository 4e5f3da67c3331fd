/// The code of a number format (ECMA-376-1, 18.8.31).
enum FormatCode {
    private static let parts: Set<Character> = ["y", "m", "d", "g", "e", "a", "r", "h", "s"]
    private static let words = ["general", "g/標準", "am/pm", "a/p", "e+", "e-"]

    /// The letters in the first section that stand for a part of a day or a time, in lower case; not those in quotes, escaped,
    /// or in the names of colours and languages, and not the words that only look like some.
    static func letters(_ code: String) -> Set<Character> {
        var rest = code.lowercased()[...]
        var letters: Set<Character> = []
        while let first = rest.first, first != ";" {
            if let word = words.first(where: rest.hasPrefix) {
                rest = rest.dropFirst(word.count)
                continue
            }
            rest = rest.dropFirst()
            switch first {
            case "\\", "_", "*": rest = rest.dropFirst()
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[":
                letters.formUnion(counted(rest.prefix { $0 != "]" }))
                rest = rest.drop { $0 != "]" }.dropFirst()
            default:
                if parts.contains(first) { letters.insert(first) }
            }
        }
        return letters
    }

    /// `[h]` counts hours on beyond 24, `[mm]` minutes, `[s]` seconds; any other word in brackets stands for no part.
    private static func counted(_ word: Substring) -> Set<Character> {
        let letters = Set(word)
        return letters.count == 1 && letters.isSubset(of: ["h", "m", "s"]) ? ["h"] : []
    }
}
