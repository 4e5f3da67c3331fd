/// Writes an iCalendar object (RFC 5545) line by line.
struct ICalendarWriter {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    /// A value that needs no escaping: a date, a duration, a keyword. `name` may have parameters.
    mutating func property(_ name: String, _ value: String) {
        fold(name + ":" + value)
    }

    /// A text in whatever characters (3.3.11).
    mutating func property(_ name: String, text: String) {
        fold(name + ":" + ICalendarWriter.escaped(text))
    }

    /// An instant in UTC, such as `20261124T083000Z`, cut off to whole seconds.
    mutating func property(_ name: String, _ instant: Instant) {
        fold(name + ":" + instant.iCalendar)
    }

    /// A component, such as `VEVENT`, with its properties.
    mutating func component(_ name: String, content: (inout ICalendarWriter) -> Void) {
        property("BEGIN", name)
        content(&self)
        property("END", name)
    }

    /// A TEXT value: the marks that mean something are escaped, a line's end is `\n`, other control characters are left
    /// out.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped.append(contentsOf: ["\\", "n"])
            case "\t": escaped.append(scalar)
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.append(scalar)
            }
            last = scalar
        }
        return String(escaped)
    }

    /// A content line, folded to at most 75 octets, the blank before each later piece included (3.1).
    private mutating func fold(_ line: String) {
        var room = 75
        for piece in ICalendarWriter.pieces(of: line) {
            if piece.utf8.count > room {
                bytes += [13, 10, 32]
                room = 74
            }
            bytes += piece.utf8
            room -= piece.utf8.count
        }
        bytes += [13, 10]
    }

    /// What may not be cut when a line is folded: a letter with its marks, and of one that is longer than a line each
    /// character.
    private static func pieces(of line: String) -> [String] {
        if line.utf8.count <= 75 { return [line] }
        return line.flatMap { letter in
            letter.utf8.count <= 74 ? [String(letter)] : letter.unicodeScalars.map { String($0) }
        }
    }
}

extension Instant {
    /// In UTC, `20261124T083000Z`.
    fileprivate var iCalendar: String {
        let utc = adding(milliseconds: -Instant.japanOffset)
        let (year, month, day) = utc.day.parts
        let second = Int(utc.millisecondOfDay / 1000)
        let date = year.padded(to: 4) + month.padded(to: 2) + day.padded(to: 2)
        let time = (second / 3600).padded(to: 2) + (second / 60 % 60).padded(to: 2) + (second % 60).padded(to: 2)
        return "\(date)T\(time)Z"
    }
}
