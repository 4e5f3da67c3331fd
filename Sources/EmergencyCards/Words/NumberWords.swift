/// How digits are read over the telephone, in Japanese.
enum NumberWords {
    /// From 0 to 9. Not いち, しち and ぜろ, れい: over the telephone they are taken for others.
    static let digits = ["まる", "ひと", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"]
}
