import HTTPTypes
import Hummingbird

extension ServiceContext {
    /// Where a request comes from. A proxy on this machine says for whom it asks: the last address of X-Forwarded-For is the one that it has
    /// added itself. From anywhere else the header is not believed.
    func address(of request: Request) -> String? {
        let peer = remoteAddress?.ipAddress
        guard peer == "127.0.0.1" || peer == "::1",
            let last = request.headers[values: .forwardedFor].last?.split(separator: ",").last
        else { return peer }
        let address = last.filter { !$0.isWhitespace }
        return address.utf8.count <= 45 && address.utf8.allSatisfy(Self.isOfAddress) ? address : peer
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66, 0x2E, 0x3A: true
        default: false
        }
    }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
}
