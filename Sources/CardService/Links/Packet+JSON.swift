import DutyRota
import EmergencyCards

extension Packet {
    /// Writes the remarks and the lines, in the order in which they are read out.
    func write(to json: inout JSONWriter) {
        json.member("whole", isWhole)
        json.member("remarks", remarks)
        json.member("items", each: items) { json, item in
            json.member("field", item.field.rawValue)
            json.member("label", item.label)
            json.member("text", item.text)
            json.member("note", item.note)
            json.member("asOf", item.asOf?.description)
            json.member("telephones", each: item.numbers) {
                $0.member("label", $1.label)
                $0.member("number", $1.text)
            }
        }
    }
}

extension KeptLink {
    /// Writes the link with its code as it is spoken, and its use.
    func write(to json: inout JSONWriter, base: String) {
        json.member("kind", link.kind.rawValue)
        json.member("stepId", link.step)
        json.member("url", "\(base)/n/\(link.address)")
        json.member("address", LinkDigits.spoken(link.address))
        json.member("code", LinkDigits.spoken(link.code))
        json.member("madeAt", link.madeAt.rfc3339)
        json.member("openings", openings)
        json.member("firstOpenedAt", firstOpened?.rfc3339)
        json.member("lastOpenedAt", lastOpened?.rfc3339)
        json.member("wrongCodes", wrongCodes)
        json.member("locked", isLocked)
    }
}
