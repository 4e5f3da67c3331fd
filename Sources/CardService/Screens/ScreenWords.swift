import EmergencyCards
import Mustache

/// The catalogue: every text of the screens, by a name such as `fire.lookUp.title`. Another language is another set of files.
struct ScreenWords: Sendable {
    private let root: JSONValue

    /// Joins the catalogue's files. Throws ``ScreenFault`` for one that cannot be read, or that says again what another has said.
    init(_ files: [String: [UInt8]]) throws {
        var members: [String: JSONValue] = [:]
        for (name, bytes) in files where name.hasPrefix("words/") {
            guard let part = JSONValue(bytes)?.members else { throw ScreenFault(file: name) }
            for (key, value) in part {
                guard case .object(let more) = value else { throw ScreenFault(file: name) }
                let known = members[key]?.members ?? [:]
                guard known.keys.allSatisfy({ more[$0] == nil }) else { throw ScreenFault(file: name) }
                members[key] = .object(known.merging(more) { $1 })
            }
        }
        root = .object(members)
    }

    /// A text; its name where the catalogue has none.
    subscript(name: String) -> String { find(name) ?? name }

    /// A text in which `{name}` stands for a value.
    subscript(name: String, values: [String: String]) -> String {
        values.reduce(self[name]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// A text; nil where the catalogue has none.
    func find(_ name: String) -> String? {
        name.split(separator: ".").reduce(root) { $0.member(String($1)) }.text
    }

    private init(part root: JSONValue) {
        self.root = root
    }
}

extension ScreenWords: MustacheParent {
    /// A text, or a part of the catalogue, as a template asks for it: nothing is made of those that it does not ask for.
    func child(named name: String) -> Any? {
        switch root.member(name) {
        case .object(let part): ScreenWords(part: .object(part))
        case let value: value.shown
        }
    }
}

/// A file of the screens that cannot be read: a fault of the build, found by the tests.
struct ScreenFault: Error {
    let file: String
}
