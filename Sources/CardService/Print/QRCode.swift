import CQREncode

/// A code to be scanned (QR, ISO/IEC 18004), a picture of black squares on white.
struct QRCode {
    /// Modules on each side, with the four around it that stay white.
    let side: Int
    /// The black squares as the path of a picture in SVG, a unit for each module.
    let path: String

    /// Room that has to stay white around a code, in modules.
    private static let quietZone = 4

    /// A code that is still read with 15 % of it damaged (level M). nil where the text is too long for any.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        side = width + 2 * Self.quietZone
        path = (0..<width).map { row in
            (0..<width).filter { modules[row * width + $0] & 1 == 1 }
                .map { "M\($0 + Self.quietZone) \(row + Self.quietZone)h1v1h-1z" }.joined()
        }.joined()
    }
}
