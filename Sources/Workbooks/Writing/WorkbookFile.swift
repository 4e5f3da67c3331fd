import CXLSXWriter
import DutyRota

/// A workbook that is being written by libxlsxwriter; nothing is on disk before it is closed.
struct WorkbookFile: ~Copyable {
    /// A sheet of it; not to be kept.
    typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
    /// A format of it; not to be kept.
    typealias Format = UnsafeMutablePointer<lxw_format>

    private let pointer: UnsafeMutablePointer<lxw_workbook>

    /// A workbook to be, the library's own temporary files in the same folder.
    init(in folder: String, named name: String) throws(SpreadsheetFault) {
        let pointer = folder.withCString { tmpdir in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: tmpdir)
            return workbook_new_opt(folder + "/" + name, &options)
        }
        guard let pointer else { throw WorkbookFile.fault(LXW_ERROR_MEMORY_MALLOC_FAILED) }
        self.pointer = pointer
    }

    deinit { lxw_workbook_free(pointer) }

    /// Writes the file. Throws where that cannot be done.
    consuming func close() throws(SpreadsheetFault) {
        let pointer = self.pointer
        discard self
        try WorkbookFile.check(workbook_close(pointer))
    }

    /// Adds a sheet. Throws for a name that a workbook cannot have.
    func add(_ name: String) throws(SpreadsheetFault) -> Sheet {
        // The library lets an empty name pass, Excel does not.
        try WorkbookFile.check(name.isEmpty ? LXW_ERROR_PARAMETER_VALIDATION : LXW_NO_ERROR)
        try WorkbookFile.check(workbook_validate_sheet_name(pointer, name))
        guard let sheet = workbook_add_worksheet(pointer, name) else {
            throw WorkbookFile.fault(LXW_ERROR_MEMORY_MALLOC_FAILED)
        }
        return sheet
    }

    /// Adds a format.
    func format() throws(SpreadsheetFault) -> Format {
        guard let format = workbook_add_format(pointer) else {
            throw WorkbookFile.fault(LXW_ERROR_MEMORY_MALLOC_FAILED)
        }
        return format
    }

    /// Throws what the library says against a step.
    static func check(_ error: lxw_error) throws(SpreadsheetFault) {
        guard error == LXW_NO_ERROR else { throw fault(error) }
    }

    private static func fault(_ error: lxw_error) -> SpreadsheetFault {
        SpreadsheetFault(
            message: WorkbookWords.unwritable(lxw_strerror(error).map { String(cString: $0) } ?? "\(error)"))
    }
}
