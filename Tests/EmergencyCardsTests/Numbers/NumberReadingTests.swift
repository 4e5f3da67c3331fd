import EmergencyCards
import Testing

@Suite("Reading a number as it is typed")
struct NumberReadingTests {
    @Test(
        "Every way to write it is read",
        arguments: [
            "12345676", "1234-5676", "１２３４－５６７６", "1234 5676", "１２３４　５６７６", "1234の5676", "1234ー5676", "1234−5676",
            " 1234—5676 ",
            "１２３４ー５６７６", "1234–5676", "1234.5676", "1 2 3 4 5 6 7 6",
        ])
    func forgiving(_ text: String) {
        #expect(NumberReading(text, length: .eight).number?.text == "1234-5676")
    }

    @Test(
        "A colour word is read with it",
        arguments: [
            ("みどり1234の5676", Colour.green), ("きいろ 1234-5676", .yellow), ("グリーン1234-5676", .green),
            ("ｸﾞﾘｰﾝ1234-5676", .green),
            ("イエローカード 12345676", .yellow), ("緑1234-5676", .green), ("黄12345676", .yellow), ("G12345676", .green),
            ("y1234-5676", .yellow), ("Green 1234 5676", .green), ("ＹＥＬＬＯＷ１２３４５６７６", .yellow),
            ("12345676 green", .green), ("緑のカード 1234-5676", .green),
            ("green card 1234-5676", .green),
        ])
    func colour(_ text: String, said: Colour) {
        let reading = NumberReading(text, length: .eight)
        #expect(reading.number?.text == "1234-5676")
        #expect(reading.colour == said)
    }

    @Test(
        "What cannot be a number is not made one",
        arguments: [
            "", "1234567", "123456760", "02345676", "1234-567x", "あいう", "12345677", "１２３４", "1234-5676-1234-5676", "-",
            "12a345676",
            "99999999999999999999999999999999",
        ])
    func malformed(_ text: String) {
        #expect(NumberReading(text, length: .eight).number == nil)
    }

    @Test(
        "Installations with longer numbers read theirs",
        arguments: [
            (NumberLength.ten, "1000-000-064"), (.twelve, "1000-0000-0093"),
        ])
    func lengths(_ length: NumberLength, text: String) {
        #expect(NumberReading(text, length: length).number?.text == text)
        #expect(NumberReading(text, length: .eight).number == nil)
    }

    @Test("A number in which a letter stands is asked about, not opened")
    func foreignText() {
        let reading = NumberReading("12345676x", length: .eight)
        #expect(reading.number == nil)
        #expect(reading.candidates.map(\.text).contains("1234-5676"))
    }
}
