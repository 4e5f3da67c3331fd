public import EmergencyCards

/// A card that P001 may issue, as JSON.
func sampleCard(kana: String = "シケン　タロウ", colour: String = "green") -> [String: JSONValue] {
    [
        "association": "shizuoka", "colour": .string(colour),
        "patient": [
            "name": "試験　太郎", "kana": .string(kana), "birthDate": "1940-01-02", "sex": "male", "postalCode": "420-0853",
            "address": "静岡市葵区追手町99-1", "area": "aoi", "doorNotes": "玄関は右側", "telephones": ["054-000-9990"],
        ],
        "family": [["name": "試験　花子", "relationship": "妻", "telephone": "090-0000-9991"]],
        "attendingPhysician": "P001", "deputyPhysician": "P002",
        "visitingNurse": ["name": "訪問看護", "telephone": "054-000-9992"],
        "wish": [
            "text": "家で過ごしたい。", "confirmedOn": "2026-11-01", "confirmedBy": "P001", "participants": ["本人", "妻"],
            "agreements": "合意",
        ],
        "clinical": ["diagnosis": "慢性心不全", "lastVisitOn": "2026-11-20"],
        "hospitals": [["hospital": "H01", "agreedOn": "2026-11-01", "patientNumber": "A-1"]],
        "consent": [
            "givenBy": "本人", "relationship": "本人", "givenOn": "2026-11-01",
            "sharedWith": ["fire", "dutyPhysician", "hospital"],
        ],
        "validUntil": "2027-10-31", "training": false,
    ]
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByBooleanLiteral
{
    public init(stringLiteral text: String) { self = .string(text) }
    public init(arrayLiteral items: JSONValue...) { self = .array(items) }
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(Dictionary(members) { first, _ in first })
    }
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
