/// How much of a workbook is read; a month sheet takes a hundredth of it.
enum WorkbookLimits {
    /// Of the file as it comes, of all its parts unpacked, and of the texts of the sheet that is read.
    static let bytes = 20_000_000
    /// How many times larger than the file its unpacked parts may be, once they exceed ``freelyUnpackedBytes``.
    static let ratio = 200
    /// Unpacked in any case, however small the file is.
    static let freelyUnpackedBytes = 2_000_000
    /// Parts in the container.
    static let entries = 2_000
    /// Of the container's own table of parts.
    static let directoryBytes = 1_000_000
    /// Of one part, unpacked; libxml2 takes 10 MB at a time.
    static let partBytes = 9_000_000
    /// XML elements of one part.
    static let elements = 1_000_000
    /// XML elements within one another.
    static let depth = 30
    /// Signs of equality between two XML elements, and so attributes of one: libxml2 compares each with each.
    static let attributes = 300
    /// The last row in which a value may stand, the header being row 1.
    static let rows = 5_000
    /// The last column in which a value may stand.
    static let columns = 50
    /// Of one cell, counted as Excel's LEN does (UTF-16).
    static let characters = 1_000
}
