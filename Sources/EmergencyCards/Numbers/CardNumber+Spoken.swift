extension CardNumber {
    /// The groups of digits as they stand on the card, `1234` and `5676`.
    public var groups: [String] { text.split(separator: "-").map(String.init) }

    /// How each group is read over the telephone: 「ひと・に・さん・よん」. Every digit has a reading that can't be taken for another's.
    public var spoken: [String] {
        groups.map { $0.compactMap(\.wholeNumberValue).map { NumberWords.digits[$0] }.joined(separator: "・") }
    }
}
