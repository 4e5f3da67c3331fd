/// Names of people, slots and areas as they are compared, never as they are shown. No instances.
public enum Names {
    /// The form in which two spellings of one name are equal.
    ///
    /// 髙﨑　太郎 and 高崎 太郎 are the same person to the one who types a sheet: full and half width, all white space, variants of
    /// a kanji and the invisible selectors of its shape (U+FE00–FE0F, U+E0100–E01EF) are folded. The result is for comparing
    /// only; two people can share it, and then nobody may be picked.
    public static func folded(_ name: String) -> String {
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: name.unicodeScalars.filter { !isFoldedAway($0) })
        var folded = String.UnicodeScalarView()
        for scalar in String(visible).sameWidth.unicodeScalars where !isFoldedAway(scalar) {
            folded.append(KanjiVariants.usual[scalar] ?? scalar)
        }
        return String(folded)
    }

    /// White space, and what Unicode says is drawn as nothing: shape selectors, zero-width spaces, a stray byte order mark.
    private static func isFoldedAway(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
}
