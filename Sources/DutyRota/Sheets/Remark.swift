/// What the office notes beside a place (備考). No instances.
enum Remark {
    /// How long a remark may be, in Unicode scalars, so that one with piles of marks on a character is bounded too.
    static let limit = 200

    /// Japanese: what is wrong with a remark; nil: nothing.
    static func fault(_ text: String) -> String? {
        if text.unicodeScalars.count > limit { return SheetWords.longRemark(limit: limit) }
        return text.unicodeScalars.contains(where: isControl) ? SheetWords.controlCharacter : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
}
