import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

extension String {
    /// As it stands in a path or a query: every byte but letters, digits and `-._~` as `%` and two digits.
    var percentEncoded: String {
        utf8.reduce(into: "") { text, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

extension ResponseBody {
    /// All of its bytes.
    consuming func collected() async throws -> [UInt8] {
        let collector = Collector()
        try await write(collector)
        return collector.bytes
    }
}

/// Takes an answer's body that does not go out.
private final class Collector: ResponseBodyWriter {
    private let collected = Mutex<[UInt8]>([])

    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
