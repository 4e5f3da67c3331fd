extension Sequence where Element == Area {
    /// The area that a person means by its identifier or its name.
    public func named(_ text: String) -> Area? {
        let folded = Names.folded(text)
        return first { $0.id.text == text } ?? first { Names.folded($0.name) == folded }
    }
}
