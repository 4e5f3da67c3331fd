/// What a number's format makes of it.
enum NumberFormat: Hashable {
    /// A number as it is.
    case number
    /// A day, with or without a time of day.
    case day
    /// A time of day, or hours counted on beyond 24.
    case time

    /// A format that spreadsheet programs know by number, as they do in Japan (ECMA-376-1, 18.8.30, numFmtId).
    init(builtIn number: Int) {
        switch number {
        case 14...17, 22, 27...31, 34...36, 50...58: self = .day
        case 18...21, 32, 33, 45...47: self = .time
        default: self = .number
        }
    }

    /// A format by its code, such as `yyyy/m/d;@` or `[$-411]ge.m.d`.
    init(code: String) {
        let letters = FormatCode.letters(code)
        if !letters.isDisjoint(with: "ydgear") || (letters.contains("m") && letters.isDisjoint(with: "hs")) {
            self = .day
        } else {
            self = letters.isEmpty ? .number : .time
        }
    }
}
