import EmergencyCards
import HTTPTypes
import Hummingbird
import NIOCore

/// The stylesheet and the scripts of the screens: the same for everybody.
struct AssetRoutes: Sendable {
    private let files: [String: (bytes: [UInt8], tag: EntityTag)]

    init(_ files: [String: [UInt8]] = ScreenFiles.all) {
        self.files = files.filter { Self.types[Self.ending(of: $0.key)] != nil }
            .mapValues { ($0, EntityTag(content: $0)) }
    }

    func read(_ request: Request, _ context: ServiceContext) throws -> Response {
        let name = context.part("file")
        guard let file = files[name], let type = Self.types[Self.ending(of: name)] else { throw Refusal(.notFound) }
        // Asked again each time, and answered without the bytes where they are known: a new version never meets an old script.
        let headers: HTTPFields = [.contentType: type, .cacheControl: "no-cache"]
        guard request.headers[.ifNoneMatch] != file.tag.text else {
            return Response(status: .notModified, headers: headers).tagged(file.tag)
        }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
        ).tagged(file.tag)
    }

    private static let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"]

    private static func ending(of name: String) -> String { String(name.split(separator: ".").last ?? "") }
}
