extension TableWords {
    /// Of a file with a value below the last row that is read.
    static func tooManyRows(_ last: Int) -> String {
        "\(last)行目より下にも値があります。\(last)行目までに収めてください"
    }
}
