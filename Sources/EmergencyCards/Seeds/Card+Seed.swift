extension Card {
    /// Writes the card as an element of `cards.json`. An address outside its area that somebody once acknowledged is acknowledged there too.
    public func writeSeed(to json: inout JSONWriter, registers: Registers) {
        json.object { json in
            json.member("number", number.text)
            json.member("state", life.state.rawValue)
            writeLife(to: &json)
            document.write(to: &json)
            if life.state.isInForce, Issuing(document, registers: registers).areaMismatch != nil {
                json.member("acknowledge", [Refusal.Code.areaMismatch.rawValue])
            }
        }
    }
}
