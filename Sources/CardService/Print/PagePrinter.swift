/// How pages become PDF files: given at the top, because it takes a browser on the machine.
public struct PagePrinter: Sendable {
    /// A page as a PDF file of the size that the page itself names. The page's text reaches no log, no argument and no network, and nothing of it
    /// stays on disk. Throws where the browser fails or does not end in time, or where too many pages wait for it.
    public let pdf: @Sendable (_ html: String) async throws -> [UInt8]

    /// A way to print.
    public init(pdf: @escaping @Sendable (_ html: String) async throws -> [UInt8]) {
        self.pdf = pdf
    }
}
