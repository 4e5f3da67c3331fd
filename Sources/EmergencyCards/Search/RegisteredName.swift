/// A name of the register in the forms in which it is compared.
public struct RegisteredName: Hashable, Sendable {
    /// The name in one order.
    struct Order: Hashable, Sendable {
        let spelt: [Unicode.Scalar]
        let folded: [Unicode.Scalar]

        /// As it is read aloud.
        var read: [Unicode.Scalar] { Kana.readScalars(spelt) }
    }

    /// Family name and given name, as ``Kana/spelt(_:)`` has them.
    let spelt: [[Unicode.Scalar]]
    /// Folded.
    let family: [Unicode.Scalar]
    /// Folded; empty where the register has the name in one.
    let given: [Unicode.Scalar]

    /// A name by its columns: both parts folded, and both as spelt with a space between.
    public init(family: String, given: String, spelt: String) {
        self.family = Array(family.unicodeScalars)
        self.given = Array(given.unicodeScalars)
        self.spelt = spelt.unicodeScalars.split(separator: " ", maxSplits: 1).map { $0.filter { $0 != " " } }
    }

    /// The name as the register has it in kana: family name first, and whatever follows as the given name.
    public init(kana: String) {
        let columns = Columns(kana: kana)
        self.init(family: columns.family, given: columns.given, spelt: columns.spelt)
    }

    /// Family name first, and given name first.
    var orders: [Order] {
        let both = [Order(spelt: Array(spelt.joined()), folded: family + given)]
        return given.isEmpty ? both : both + [Order(spelt: Array(spelt.reversed().joined()), folded: given + family)]
    }
}

extension RegisteredName {
    /// What a store keeps of a name.
    public struct Columns: Hashable, Sendable {
        /// Folded.
        public let family: String
        /// Folded; empty where the register has the name in one.
        public let given: String
        /// In one spelling, with a space between.
        public let spelt: String

        public init(kana: String) {
            spelt = Kana.spelt(kana)
            let parts = spelt.split(separator: " ", maxSplits: 1)
            family = parts.first.map { Kana.folded(String($0)) } ?? ""
            given = parts.count > 1 ? Kana.folded(String(parts[1])) : ""
        }
    }
}
