import DutyRota
import Testing

/// A calendar as somebody reads it who knows RFC 5545 and nothing of how it was written.
struct FeedReader {
    /// An event's properties by name, escapes undone.
    struct Event: Hashable {
        let properties: [String: String]
        let start: Instant?
        let end: Instant?

        init(properties: [String: String]) {
            self.properties = properties
            start = FeedReader.instant(properties["DTSTART"] ?? "")
            end = FeedReader.instant(properties["DTEND"] ?? "")
        }

        subscript(name: String) -> String { properties[name] ?? "" }

        var uid: String { self["UID"] }
        var sequence: Int { Int(self["SEQUENCE"]) ?? -1 }
        var isConfirmed: Bool { self["STATUS"] == "CONFIRMED" }

        func covers(_ instant: Instant) -> Bool {
            start.map { $0 <= instant } ?? false && end.map { instant < $0 } ?? false
        }
    }

    /// The physical lines, without their ends.
    let physical: [[UInt8]]
    /// The calendar's own properties by name.
    private(set) var head: [String: String] = [:]
    private(set) var events: [Event] = []

    /// Throws where a line has another end, where a component is not closed and where the text is no UTF-8.
    init(_ bytes: [UInt8]) throws {
        try #require(bytes.suffix(2) == [13, 10])
        physical = FeedReader.lines(of: bytes.dropLast(2))
        try #require(physical.allSatisfy { !$0.contains(13) && !$0.contains(10) })
        var unfolded: [[UInt8]] = []
        for line in physical {
            if line.first == 32, let last = unfolded.popLast() {
                unfolded.append(last + line.dropFirst())
            } else {
                unfolded.append(line)
            }
        }
        var open: [(name: String, properties: [String: String])] = []
        for line in unfolded {
            let text = try #require(String(validating: line, as: UTF8.self))
            let colon = try #require(text.unicodeScalars.firstIndex(of: ":"))
            let name = String(text[..<colon])
            let value = FeedReader.unescaped(String(text.unicodeScalars[colon...].dropFirst()))
            switch name {
            case "BEGIN": open.append((value, [:]))
            case "END":
                let last = open.popLast()
                let closed = try #require(last)
                try #require(closed.name == value)
                if value == "VEVENT" { events.append(Event(properties: closed.properties)) }
                if value == "VCALENDAR" { head = closed.properties }
            default: open[open.count - 1].properties[name] = value
            }
        }
        try #require(open.isEmpty)
    }

    private static func lines(of bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var last: UInt8?
        for byte in bytes {
            if byte == 10, last == 13 {
                lines[lines.count - 1].removeLast()
                lines.append([])
            } else {
                lines[lines.count - 1].append(byte)
            }
            last = byte
        }
        return lines
    }

    private static func unescaped(_ value: String) -> String {
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
            } else {
                text.append(isEscaped && (scalar == "n" || scalar == "N") ? "\n" : scalar)
                isEscaped = false
            }
        }
        return String(text)
    }

    /// `20261124T083000Z`.
    fileprivate static func instant(_ text: String) -> Instant? {
        let digits = Array(text)
        guard digits.count == 16 else { return nil }
        let parts = [0..<4, 4..<6, 6..<8, 9..<11, 11..<13, 13..<15].map { String(digits[$0]) }
        let (date, time) = (parts[..<3].joined(separator: "-"), parts[3...].joined(separator: ":"))
        return try? Instant(rfc3339: "\(date)T\(time)Z")
    }
}
