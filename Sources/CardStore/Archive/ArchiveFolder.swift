import DutyRota
import EmergencyCards
public import Foundation

/// A folder that an export wrote: the Seeds files and those of `history/`, by their paths in the folder.
public struct ArchiveFolder: Sendable {
    /// The folder's name, by which faults name its files.
    public let name: String
    public let files: [String: Data]

    public init(name: String, files: [String: Data]) {
        self.name = name
        self.files = files
    }

    /// The file that a folder has exactly when it has a history.
    public static let mark = HistoryManifest.path
}

/// What `history/export.json` says of the other files.
struct HistoryManifest {
    static let path = "history/export.json"

    /// The form of the files, an earlier one or the present one.
    let format: Int
    let association: AssociationID
    let asOf: Instant
    let numberLength: NumberLength
    /// How many rows each file has, by its name without `.json`.
    let rows: [String: Int]

    /// Reads the file; nil, with a fault, where it cannot be read.
    init?(_ folder: ArchiveFolder, faults: inout [TableFault]) {
        let file = "\(folder.name)/\(Self.path)"
        guard let data = folder.files[Self.path], case .object(let members)? = JSONParser.value(of: Array(data)),
            case .number(let number)? = members["format"]
        else {
            faults.append(TableFault(file: file, message: ArchiveWords.unreadableManifest))
            return nil
        }
        guard let format = Int(exactly: number), (1...HistoryWriter.format).contains(format) else {
            faults.append(TableFault(file: file, column: "format", message: ArchiveWords.unknownFormat))
            return nil
        }
        guard case .string(let association)? = members["association"], case .string(let asOf)? = members["asOf"],
            let asOf = try? Instant(rfc3339: asOf), case .number(let length)? = members["numberLength"],
            let length = Int(exactly: length).flatMap(NumberLength.init), case .object(let rows)? = members["rows"]
        else {
            faults.append(TableFault(file: file, message: ArchiveWords.unreadableManifest))
            return nil
        }
        self.format = format
        self.association = AssociationID(association)
        self.asOf = asOf
        numberLength = length
        self.rows = rows.compactMapValues { if case .number(let count) = $0 { Int(exactly: count) } else { nil } }
    }
}

/// The rows of a file that has an object a line.
struct HistoryLines {
    let file: String
    let data: Data

    /// Calls `row` for each line with its place, counted from 1. Throws a fault where the file is not such an array.
    func forEach(_ row: (Int, [UInt8]) throws -> Void) throws {
        try data.withUnsafeBytes { bytes in
            var number = 0
            var isOpen = true
            var rest = try line(at: 0, of: bytes, number)
            guard rest.line.elementsEqual([UInt8(ascii: "[")]) else { throw fault(nil) }
            while true {
                number += 1
                rest = try line(at: rest.next, of: bytes, number)
                if rest.line.elementsEqual([UInt8(ascii: "]")]) {
                    guard rest.next == bytes.count, number == 1 || !isOpen else { throw fault(number) }
                    return
                }
                guard isOpen, !rest.line.isEmpty else { throw fault(number) }
                isOpen = rest.line.last == UInt8(ascii: ",")
                try row(number, Array(isOpen ? rest.line.dropLast() : rest.line))
            }
        }
    }

    /// The line that begins at an offset, and where the next one does.
    private func line(
        at start: Int, of bytes: UnsafeRawBufferPointer, _ number: Int
    ) throws -> (line: Slice<UnsafeRawBufferPointer>, next: Int) {
        guard start < bytes.count, let base = bytes.baseAddress,
            let end = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
        else { throw fault(number) }
        let length = UnsafeRawPointer(end) - (base + start)
        return (bytes[start..<(start + length)], start + length + 1)
    }

    private func fault(_ row: Int?) -> TableFault {
        TableFault(file: file, row: row, message: ArchiveWords.notLines)
    }
}
