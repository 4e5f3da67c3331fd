/// What is said of a file whose form is wrong.
enum TableWords {
    /// Of a file without a header.
    static let emptyFile = "ファイルが空です。1行目に見出しが必要です"
    /// Of a name that stands twice in the header.
    static let repeatedColumn = "同じ見出しの列が二つあります"
    /// Of a required name that the header lacks.
    static let missingColumn = "この見出しの列がありません"
    /// Of a cell that may not be empty.
    static let emptyCell = "空欄です"

    /// The beginning of every line about a fault.
    static func place(file: String, row: Int?, column: String?) -> String {
        file + (row.map { " \($0)行目" } ?? "") + (column.map { "「\($0)」" } ?? "") + ": "
    }

    /// Of a name in the header that nobody knows; shows those there are.
    static func unknownColumn(known: [String]) -> String {
        "知らない見出しです。使える見出し: \(known.joined(separator: "、"))"
    }

    /// Of a value to the right of the header's last name.
    static func surplusCell(_ text: String, columns: Int) -> String {
        "見出しは\(columns)列ですが、その右にも値「\(text)」があります"
    }

    /// Of quotes that do not fit.
    static func quotes(_ fault: TableRecord.QuoteFault) -> String {
        switch fault {
        case .open: "引用符（\"）が閉じていません"
        case .stray: "引用符（\"）の使い方が CSV の決まりに合いません。欄全体を引用符で囲み、中の引用符は二つ重ねてください"
        }
    }

    /// Of bytes that are no characters; says as what they were read.
    static func badBytes(_ coding: TextCoding) -> String {
        switch coding {
        case .utf8: "文字として読めないバイトがあります（UTF-8 として読みました）"
        case .cp932: "文字として読めないバイトか外字があります（Shift_JIS・CP932 として読みました）"
        }
    }
}
