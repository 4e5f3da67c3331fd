/// Some bytes that are looked for in many others (Horspool): most of what is searched is not looked at.
struct ByteNeedle: Sendable {
    private let bytes: [UInt8]
    /// How far to go on, by the byte that stands under the needle's last one.
    private let steps: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var steps = [Int](repeating: max(1, bytes.count), count: 256)
        for (index, byte) in bytes.dropLast().enumerated() { steps[Int(byte)] = bytes.count - 1 - index }
        self.steps = steps
    }

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    var count: Int { bytes.count }

    func isIn(_ hay: UnsafeRawBufferPointer) -> Bool { place(in: hay) != nil }

    /// Where the needle begins first, or nil; an empty one is nowhere.
    func place(in hay: UnsafeRawBufferPointer) -> Int? {
        guard let last = bytes.last else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            steps.withUnsafeBufferPointer { steps in
                var start = 0
                while start + bytes.count <= hay.count {
                    let byte = hay[start + bytes.count - 1]
                    if byte == last, (0..<bytes.count - 1).allSatisfy({ hay[start + $0] == bytes[$0] }) { return start }
                    start += steps[Int(byte)]
                }
                return nil
            }
        }
    }
}
