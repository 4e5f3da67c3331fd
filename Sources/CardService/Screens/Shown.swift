import EmergencyCards
import Mustache

/// What a template is shown: names, and what they stand for.
///
/// A name that it lacks is empty. Without this a template would look for the name around it, and show of one person what belongs to another.
struct Shown: MustacheParent, ExpressibleByDictionaryLiteral {
    private(set) var members: [String: Any]
    /// What every part of a page may speak of.
    private static let ofPage: Set<String> = ["w", "base", "token"]

    init(dictionaryLiteral members: (String, Any?)...) {
        self.members = members.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    init(_ members: [String: Any]) {
        self.members = members
    }

    /// The members of a JSON object, and theirs.
    init(_ json: JSONValue) {
        members = (json.members ?? [:]).mapValues(\.shown)
    }

    /// Puts something under a name; nil takes it away.
    subscript(name: String) -> Any? {
        get { members[name] }
        set { members[name] = newValue }
    }

    func child(named name: String) -> Any? {
        members[name] ?? (Self.ofPage.contains(name) ? nil : Absent())
    }

    /// The same with more names.
    func with(_ more: Shown) -> Shown { Shown(members.merging(more.members) { $1 }) }
}

/// What is not there: no text, and no section.
struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

extension JSONValue {
    /// The value as a template reads it.
    var shown: Any {
        switch self {
        case .null: Absent()
        case .flag(let flag): flag
        case .number(let number): Int(exactly: number).map { $0 as Any } ?? number
        case .string(let text): text
        case .array(let items): items.map(\.shown)
        case .object: Shown(self)
        }
    }
}
