/// The words for a card's colour that a caller says and a dispatcher types with the number.
enum ColourWords {
    /// Said with a colour and meaning nothing more.
    static let fillers = ["カード", "card"]

    /// Lower case, after compatibility folding; longer words before those that they contain.
    static let all: [(word: String, colour: Colour)] = [
        ("グリーン", .green), ("イエロー", .yellow),
        ("みどり", .green), ("きいろ", .yellow), ("ミドリ", .green), ("キイロ", .yellow), ("緑色", .green), ("黄色", .yellow),
        ("緑", .green), ("黄", .yellow), ("ぐりーん", .green), ("いえろー", .yellow), ("green", .green), ("yellow", .yellow),
        ("g", .green), ("y", .yellow),
    ]
}
