import EmergencyCards

/// What is read aloud to a physician, in the order in which it is read.
struct PacketView {
    private let packet: JSONValue

    init(_ packet: JSONValue) {
        self.packet = packet
    }

    var shown: Shown {
        [
            "card": packet["card"].text,
            "remarks": packet["remarks"].elements.compactMap(\.text).map { ["text": $0] as Shown },
            "items": packet["items"].elements.map { item -> Shown in
                let text = item["text"].text ?? ""
                return [
                    "label": item["label"].text, "text": text.isEmpty ? nil : text, "note": item["note"].text,
                    "telephones": Dial.all(item["telephones"]), "isWish": item["field"].text == "wish",
                ]
            },
        ]
    }
}
