import EmergencyCards
import Testing

@Suite("Addresses as they are spoken")
struct SpokenAddressTests {
    @Test(
        "An address is found by a part of it",
        arguments: [
            ("葵", "静岡市葵区追手町5-1", MatchReason.addressPart), ("追手町", "静岡市葵区追手町5-1", .addressPart),
            ("追手", "静岡市葵区追手町5-1", .addressPart),
            ("町", "静岡市葵区追手町5-1", .addressPart), ("静岡市葵区", "静岡市葵区追手町5-1", .addressPart),
            ("北丸子", "静岡市駿河区北丸子1-6-78", .addressPart),
            ("追手町5-1", "静岡市葵区追手町5-1", .address), ("静岡県静岡市葵区追手町五丁目１番", "静岡市葵区追手町5-1", .address),
            ("葵区追手町5の1", "静岡市葵区追手町５丁目１番地", .address),
            ("追手町5-1", "静岡市葵区追手町5-1　メゾン葵203", .address), ("追手町5", "静岡市葵区追手町5-1", .addressPart),
            ("追手5-1", "静岡市葵区追手町5-1", .addressPart),
            ("北丸子1-6", "静岡市駿河区北丸子1-6-78", .addressPart), ("北丸子一丁目6番78号", "静岡市駿河区北丸子1-6-78", .address),
            ("一番町2", "静岡市葵区1番町2番地", .address),
            ("髙松2", "静岡市駿河区高松２丁目", .address), ("緑ヶ丘町", "静岡市葵区緑が丘町1", .addressPart), ("追手町", "静岡市葵区追手町", .address),
            ("一番", "静岡市葵区一番町5", .addressPart), ("緑が", "静岡市葵区緑ヶ丘町1", .addressPart), ("湯ノ", "静岡市葵区湯ノ島1", .addressPart),
            ("ケ丘", "静岡市葵区緑が丘町1", .addressPart),
            ("追手町5-1メゾン", "静岡市葵区追手町5-1メゾン葵203", .address),
        ])
    func found(_ said: String, _ registered: String, reason: MatchReason) throws {
        #expect(try match(said, registered) == reason)
    }

    @Test(
        "Numbers fit as wholes, and other places are others",
        arguments: [
            ("北丸子1-6", "静岡市駿河区北丸子1-60"), ("北丸子1", "静岡市駿河区北丸子16-7"), ("追手町5-1", "静岡市葵区追手町51"), ("追手町", "静岡市葵区本通1"),
            ("清水区", "静岡市葵区追手町5-1"),
            ("葵区北丸子1-6", "静岡市駿河区北丸子1-6"), ("一番町2", "静岡市葵区二番町2"), ("追手町5-1-1", "静岡市葵区追手町5-1"), ("葵区5-1", "静岡市葵区追手町51-1"),
            ("一番", "静岡市駿河区聖一色5"),
        ])
    func different(_ said: String, _ registered: String) throws {
        #expect(try match(said, registered) == nil)
    }

    @Test("Numbers alone are no address", arguments: ["3-12-5", "３丁目", "", "420-0853"])
    func withoutTown(_ text: String) {
        #expect(SpokenAddress(text) == nil)
    }

    private func match(_ said: String, _ registered: String) throws -> MatchReason? {
        let (town, rest) = Address.parted(Address.folded(registered))
        return try #require(SpokenAddress(said)).match(town: town, rest: rest)
    }
}
