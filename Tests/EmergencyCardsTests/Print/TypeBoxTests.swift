import Testing

@testable import EmergencyCards

@Suite("Sizes of type by length")
struct TypeBoxTests {
    private let box = TypeBox(width: 51.5, height: 9.4, sizes: .pt(5)...TypeSize.pt(13))

    @Test(
        "A short name is large, a longer one smaller, and all of it is there",
        arguments: [1, 5, 10, 11, 20, 40, 70, 100])
    func whole(_ count: Int) {
        let text = String(repeating: "寿", count: count)
        let fitted = box.fitting(text)
        #expect(fitted.text == text)
        #expect(fitted.isWhole)
    }

    @Test("Sizes fall with length", arguments: [("佐野　春江", "pt130"), (String(repeating: "寿", count: 40), "pt70")])
    func sizes(_ text: String, style: String) {
        #expect(box.fitting(text).style == style)
    }

    @Test(
        "A letter with a mark of its variant is as wide as one without",
        arguments: ["葛\u{E0100}", "が", "か\u{3099}", "𠮷"])
    func marks(_ letter: String) {
        #expect(box.fitting(String(repeating: letter, count: 40)).style == "pt70")
    }

    @Test("What finds no room even in the smallest size ends in a mark that says so")
    func shortened() {
        let small = TypeBox(width: 34.5, height: 4.5, sizes: .pt(5)...TypeSize.pt(8))
        let fitted = small.fitting(String(repeating: "長", count: 100))
        #expect(!fitted.isWhole)
        #expect(fitted.text == String(repeating: "長", count: 37) + "…")
        #expect(fitted.style == "pt50")
    }

    @Test("Every size that a text may take has a class of style on the pages", arguments: TypeSize.all)
    func styles(_ size: TypeSize) {
        #expect(size.style.hasPrefix("pt"))
        #expect(TypeSize.all == TypeSize.all.sorted(by: >))
    }
}
