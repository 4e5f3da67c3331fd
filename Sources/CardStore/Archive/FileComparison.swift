import DutyRota
import EmergencyCards
import Foundation

/// Holds the bytes of files against those of a folder, as they come.
final class FileComparison {
    private let folder: ArchiveFolder
    private var places: [String: Int] = [:]
    private var differing: [String: Int] = [:]

    private let passedOver: Set<String>

    /// `passedOver`: files that may differ.
    init(_ folder: ArchiveFolder, but passedOver: Set<String>) {
        self.folder = folder
        self.passedOver = passedOver
    }

    /// Takes the next bytes of a file.
    func take(_ file: String, _ bytes: [UInt8]) {
        let place = places[file, default: 0]
        places[file] = place + bytes.count
        guard differing[file] == nil else { return }
        let own = (folder.files[file] ?? Data()).dropFirst(place).prefix(bytes.count)
        guard !own.elementsEqual(bytes) else { return }
        let same = zip(own, bytes).prefix { $0 == $1 }.count
        differing[file] = place + same
    }

    /// The first line of each file that is not as the bytes were. A file's first line is row 1 of a table; of a list it is none.
    var faults: [TableFault] {
        let longer = folder.files.filter { name, data in places[name].map { $0 < data.count } ?? true }
        return Set(places.keys).union(folder.files.keys).subtracting(passedOver).sorted().compactMap { file in
            guard let offset = differing[file] ?? (longer[file] == nil ? nil : places[file, default: 0]) else {
                return nil
            }
            let line = (folder.files[file] ?? Data()).prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
            let row = file.hasSuffix(".csv") ? line : line - 1
            return TableFault(
                file: "\(folder.name)/\(file)", row: row > 0 ? row : nil, message: ArchiveWords.contradiction)
        }
    }

    /// The first row in which two lists differ, counted from 1.
    static func differingLine(_ first: Data, _ second: Data) -> Int {
        zip(first, second).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") }
    }
}
