import DutyRota

/// What makes something of a part's elements, as they come.
protocol PartReader: AnyObject {
    /// The name of the outermost element.
    var root: String { get }
    /// An element begins.
    func open(_ element: String, _ attributes: Attributes) throws(SpreadsheetFault)
    /// Characters, in pieces of any length.
    func read(_ text: String) throws(SpreadsheetFault)
    /// An element ends.
    func close(_ element: String) throws(SpreadsheetFault)
}

extension PartReader {
    func read(_ text: String) {}
    func close(_ element: String) {}
}

/// An element's attributes.
struct Attributes {
    /// By name, a prefix included.
    let values: [String: String]

    /// An attribute of the element's own namespace.
    subscript(name: String) -> String? { values[name] }

    /// A whole number; nil where there is none.
    func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }

    /// A switch (xsd:boolean); off where it is absent.
    func flag(_ name: String) -> Bool { ["1", "true", "on"].contains(values[name]) }

    /// The identifier of a relationship (`r:id`), whatever its prefix.
    var relationship: String? { values.first { $0.key.hasSuffix(":id") }?.value }
}
