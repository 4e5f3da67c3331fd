import Crypto
import EmergencyCards
import Foundation
import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// A page as it goes out, with what a browser may do with it: nothing but show it in the style that it brings along.
struct Page {
    let html: String
    let policy: String

    /// A template filled in. `model` finds its policy under `policy`, for pages that are saved and opened without our headers. `hasForms`: it
    /// may send forms, to us alone. Throws where the template is none.
    init(_ source: [UInt8], hasForms: Bool = false, _ model: (_ policy: String) -> Any) throws {
        let style = Self.style(of: String(decoding: source, as: UTF8.self))
        let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        let forms = hasForms ? "'self'" : "'none'"
        policy = "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action \(forms)"
        html = try PageTemplate.parse(source).render(model(policy))
    }

    /// What stands between the template's `<style>` and `</style>`; it is the same on every page of the template.
    private static func style(of template: String) -> Substring {
        guard let start = template.range(of: "<style>"),
            let end = template.range(of: "</style>", range: start.upperBound..<template.endIndex)
        else { return "" }
        return template[start.upperBound..<end.lowerBound]
    }
}

extension Response {
    /// A page of ours.
    init(_ page: Page, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.html)))
        headers[.contentSecurityPolicy] = page.policy + "; frame-ancestors 'none'"
    }
}
