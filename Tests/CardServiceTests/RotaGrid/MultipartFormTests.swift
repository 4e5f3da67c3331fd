import Foundation
import Testing

@testable import CardService

@Suite("Forms that bring files")
struct MultipartFormTests {
    private static let type = "multipart/form-data; boundary=XyZ"

    private static func part(_ head: String, _ content: String) -> String {
        "--XyZ\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
    }

    private func form(_ body: String, _ type: String = type) -> MultipartForm? {
        MultipartForm(Array(body.utf8), contentType: type)
    }

    @Test("Fields and files are read as browsers send them")
    func read() throws {
        let file =
            "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"当番 1.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n\r\n--Xy\r\n"
        let form = try #require(self.form(Self.part("name=\"token\"", "秘密") + file + "\r\n--XyZ--\r\n"))
        #expect(form.values == ["token": "秘密"])
        #expect(form.files == ["file": FormFile(name: "当番 1.csv", bytes: Array("a,b\r\n\r\n--Xy\r\n".utf8))])
    }

    @Test("A file keeps every byte, and one that was not chosen is empty")
    func bytes() throws {
        let every = Array(UInt8.min...UInt8.max)
        let head = Array("--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n".utf8)
        let form = MultipartForm(head + every + Array("\r\n--XyZ--".utf8), contentType: Self.type)
        #expect(form?.files["file"]?.bytes == every)
        let none = MultipartForm(head + Array("\r\n--XyZ--".utf8), contentType: Self.type)
        #expect(none?.files["file"]?.bytes == [])
    }

    @Test(
        "What no browser sends is refused as a whole",
        arguments: [
            "", "--XyZ", "--XyZ--x", "x--XyZ--", "--XyZ\r\n\r\n\r\n--XyZ--",
            part("name=\"a\"", "1"), part("name=\"a\"", "1") + "--XyZ",
            part("name=\"a\"", "1") + "--XyZ--\r\nmore",
            part("name=\"a\"", "1") + part("name=\"a\"", "2") + "--XyZ--",
            part("name=\"a\"", "1") + part("name=\"a\"; filename=\"x\"", "2") + "--XyZ--",
            part("name=\"a\"; name=\"token\"", "1") + "--XyZ--", part("name=\"\"", "1") + "--XyZ--",
            part("filename=\"x\"", "1") + "--XyZ--",
            part("name=\"a\"\r\nContent-Disposition: form-data; name=\"token\"", "1") + "--XyZ--",
            "--XyZ\r\nContent-Type: text/csv\r\n\r\n1\r\n--XyZ--",
            "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--XyZ--",
            "--XyZ\nContent-Disposition: form-data; name=\"a\"\n\n1\n--XyZ--",
            part("name=\"\(String(repeating: "a", count: 2000))\"", "1") + "--XyZ--",
            (0..<21).map { part("name=\"a\($0)\"", "1") }.joined() + "--XyZ--",
        ])
    func hostile(_ body: String) {
        #expect(form(body) == nil)
    }

    @Test(
        "A boundary that is missing, empty, too long, or there twice is none",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
            "multipart/form-data; boundary=XyZ; boundary=XyZ",
            "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
        ])
    func boundary(_ type: String) {
        #expect(form(Self.part("name=\"a\"", "1") + "--XyZ--", type) == nil)
    }

    @Test("A field that is not UTF-8 is refused")
    func text() {
        let head = Array("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
        #expect(MultipartForm(head + [0xFF] + Array("\r\n--XyZ--".utf8), contentType: Self.type) == nil)
    }
}
