/// What is said of workbooks that are not read or cannot be written.
enum WorkbookWords {
    /// The sheet that holds the words to choose from.
    static let choices = "選択肢"

    private static let saveAsWorkbook = "Excel の「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直してください"

    /// Of bytes that are no XLSX workbook.
    static let notAWorkbook = "Excel ブック（.xlsx）ではありません。\(saveAsWorkbook)"
    /// Of a workbook of Excel 97–2003.
    static let oldWorkbook = "古い形式（.xls など）のファイルです。\(saveAsWorkbook)"
    /// Of a workbook or a container with a password.
    static let encrypted = "パスワードで保護されています。パスワードを外して保存し直してください"
    /// Of a container or a part that cannot be read to its end.
    static let broken = "ファイルが壊れていて読めません。Excel で開いて保存し直してください"
    /// Of a container with the same part twice.
    static let repeatedPart = "ファイルの中に同じ名前の部品が二つあり、どちらを読むべきか決められません。Excel で開いて保存し直してください"
    /// Of a file that is too large, or becomes so unpacked.
    static let tooLarge = "ファイルが大きすぎます。当番表のシートだけを新しいブックに移し、値として貼り付けて保存してください"
    /// Of a container with too many parts.
    static let tooManyParts =
        "ファイルの中の部品が多すぎます（\(WorkbookLimits.entries)個まで）。当番表のシートだけを新しいブックに移して保存してください"
    /// Of declarations that no spreadsheet program writes.
    static let declarations = "使えない XML 宣言（DTD・実体・処理命令）が含まれています。Excel で開いて保存し直してください"
    /// Of a workbook with macros.
    static let macros = "マクロが含まれています。マクロなしで保存してください。\(saveAsWorkbook)"
    /// Of a workbook that takes values from other files.
    static let externalLinks = "ほかのファイルへのリンクが含まれています。「データ」の「リンクの編集」でリンクを解除し、値として貼り付けてください"
    /// Of a workbook in which no sheet is shown.
    static let noVisibleSheet = "表示されているシートがありません。当番表のシートを再表示して保存してください"
    /// Of a value below the last row that is read.
    static let tooManyRows = "\(WorkbookLimits.rows)行を超えています。\(WorkbookLimits.rows)行目までに収めてください"
    /// Of a value to the right of the last column that is read.
    static let tooManyColumns = "列が多すぎます（\(WorkbookLimits.columns)列まで）。右側の余分な列を削除してください"
    /// Of a cell with too long a text.
    static let tooLong = "\(WorkbookLimits.characters)文字を超えています。短くしてください"
    /// Of a cell with a formula.
    static let formula = "数式があります。セルをコピーして、同じ所に「値として貼り付け」してください"

    /// Of a cell in which a formula has failed.
    static func errorValue(_ text: String) -> String {
        "エラー値 \(text) があります。正しい値を書くか、空にしてください"
    }

    /// Of a sheet that the library refuses to write; English from there.
    static func unwritable(_ reason: String) -> String {
        "Excel ブックを作れません（\(reason)）"
    }
}
