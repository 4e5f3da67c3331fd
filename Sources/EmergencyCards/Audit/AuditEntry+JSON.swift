import DutyRota

extension AuditEntry {
    /// Writes who looked and what they were shown. Of a record that is another's, in whose answer the card is named, nothing of the other is
    /// told; `whole` adds everything that the record holds.
    public func write(to json: inout JSONWriter, query: AuditQuery, whole: Bool) {
        let isOwn = isOfCard(query)
        json.member("position", position)
        json.member("id", id)
        json.member("at", at.rfc3339)
        json.member("action", action)
        json.member("actor", object: actor) {
            $0.member("key", $1.key)
            $0.member("role", $1.role)
            $0.member("person", $1.person)
            $0.member("address", $1.address)
        }
        json.member("summary", AuditWords.summary(self, query))
        json.member("shownAs", query.isAboutSomebody ? naming(query) : [])
        json.member("via", details.member("via").text)
        json.member("rehearsal", details.member("rehearsal") == .flag(true))
        json.member("outcome", outcome)
        json.member("refused", refused)
        json.member("operation", operation)
        json.member("version", isOwn ? details.member("version").whole : nil)
        json.member("state", isOwn ? details.member("state").text : nil)
        json.member("plan", each: isOwn ? details.member("plan").elements : []) {
            $0.member("id", $1.member("id").text)
            $0.member("status", $1.member("status").text)
            $0.member("reason", $1.member("reason").text)
        }
        json.member("details", object: whole ? details : nil) { json, details in details.writeMembers(to: &json) }
    }
}

extension JSONValue {
    /// Writes an object's members, by name.
    fileprivate func writeMembers(to json: inout JSONWriter) {
        guard case .object(let members) = self else { return }
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            json.member(named: key) { value.write(to: &$0) }
        }
    }

    private func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.value(json: Array("null".utf8))
        case .flag(let flag): json.value(json: Array((flag ? "true" : "false").utf8))
        case .number(let number): json.value(json: Array((Int(exactly: number).map(String.init) ?? "\(number)").utf8))
        case .string(let text): json.string(text)
        case .array(let items): json.array(items) { $1.write(to: &$0) }
        case .object: json.object { writeMembers(to: &$0) }
        }
    }
}
