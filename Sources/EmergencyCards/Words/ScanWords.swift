/// What the page says that a card's code leads to, in Japanese. It knows nothing of the card: neither whether there is one nor its colour.
enum ScanWords {
    static let title = "カードの使い方"
    static let steps = [
        "グリーンカードかイエローカードをお持ちの方の様子が変わったら、まず、カードに書いてあるかかりつけ医か訪問看護に電話してください。",
        "つながらない・迷う・急ぐときは、119に電話してください。",
        "カードの色のとおりに「グリーンカードを持っています」または「イエローカードを持っています」と伝え、番号をゆっくり読んでください。",
    ]
    static let number = "カードの番号"
    static let limits = "けが・窒息・予期しない急変のとき、病院への搬送を望むときも、119に電話してください。"
    static let nothingHere = "このページには患者さんの情報はありません。カードが有効かどうかもわかりません。"
}
