import EmergencyCards
import Testing

@testable import CardService

@Suite("The form of a card")
struct CardFormTests {
    @Test(
        "Days are read as people write them",
        arguments: [
            ("昭和13年2月11日", "1938-02-11"), ("S13.2.11", "1938-02-11"), ("1938-02-11", "1938-02-11"),
            ("昭和十三年二月十一日", "1938-02-11"), ("Ｓ１３．２．１１", "1938-02-11"), ("令和元年5月1日", "2019-05-01"),
            ("昭和13年2月31日", "昭和13年2月31日"), ("いつか", "いつか"), ("昭和13年2月", "昭和13年2月"),
        ])
    func dates(typed: String, sent: String) {
        let form = CardForm(FormFields(["patient.birthDate": typed]))
        #expect(form.document(of: "a")["patient"]["birthDate"] == .string(sent))
    }

    @Test("Rows in which nothing is written are left out, and those behind move up with what stands beside them")
    func rows() {
        let form = CardForm(
            FormFields([
                "family[0].name": "", "family[0].telephone": " ", "family[1].name": "花子",
                "family[2].telephone": "054-1",
                "patient.telephones[0]": "", "patient.telephones[1]": "054-2", "hospitals[0].hospital": "",
            ]))
        let document = form.document(of: "a")
        #expect(document["family"].elements.map { $0["name"] } == ["花子", .null])
        #expect(form.values["family[0].name"] == "花子")
        #expect(document["patient"]["telephones"] == ["054-2"])
        #expect(document["hospitals"] == [])
        #expect(form.rows["family"] == 3)
    }

    @Test("A nurse of whom nothing is written is none; people and recipients are lists")
    func lists() {
        let form = CardForm(
            FormFields([
                "wish.participants": "本人、長女, 看護師 ", "consent.sharedWith.hospital": "hospital",
                "consent.sharedWith.fire": "fire", "visitingNurse.name": "",
            ]))
        let document = form.document(of: "a")
        #expect(document["visitingNurse"] == .null)
        #expect(document["wish"]["participants"] == ["本人", "長女", "看護師"])
        #expect(document["consent"]["sharedWith"] == ["fire", "hospital"])
        #expect(document["training"] == false)
    }

    @Test("What a card says comes back from its form as it was")
    func back() {
        let card = JSONValue.object(sampleCard())
        let again = CardForm(card: card).document(of: "shizuoka")
        for member in ["patient", "family", "visitingNurse", "wish", "hospitals", "consent", "validUntil"] {
            for (name, value) in card[member].members ?? [:] {
                #expect(again[member][name] == value, "\(member).\(name)")
            }
            if card[member].members == nil { #expect(again[member] == card[member], "\(member)") }
        }
    }

    @Test("The address gives the area where none was chosen, and leaves one that was")
    func area() throws {
        let choices = CardChoicesView(
            json: [
                "areas": [
                    ["id": "aoi", "name": "葵区", "addresses": ["静岡市葵区"]],
                    ["id": "suruga", "name": "駿河区", "addresses": ["静岡市駿河区"]],
                ]
            ])
        var form = CardForm(FormFields(["patient.address": "静岡県静岡市駿河区北丸子1"]))
        form.guessArea(choices)
        #expect(form.values["patient.area"] == "suruga")
        form.values["patient.area"] = "aoi"
        form.guessArea(choices)
        #expect(form.values["patient.area"] == "aoi")
    }

    @Test(
        "A shift's name comes back from a form, whatever its slot is called",
        arguments: ["平日夜間", "a|b", "100%", "\"'<>"])
    func shiftName(slot: String) {
        let shift: JSONValue = [
            "dutyDate": "2026-12-05", "slot": .string(slot), "area": .null, "callOrder": .number(2),
            "physician": "P001",
        ]
        #expect(ShiftName(ShiftName(shift).text) == ShiftName(shift))
        #expect(ShiftName("2026|x") == nil)
    }
}
