public import DutyRota

extension SwapRequest {
    /// Reads what a physician asks of another; nil, with faults, where a member is at fault. `other` may be missing: the shift is given away.
    public static func read(_ reader: inout ObjectReader, by physician: PhysicianID) -> SwapRequest? {
        let one = reader.required("one") { $0.object($1) { reader in side(&reader, of: physician) } ?? nil }
        let asked = reader.required("asked") { $0.physician($1) }
        let hasOther = reader.has("other")
        let other = reader.object("other") { reader in side(&reader, of: asked ?? physician) }
        let note = reader.text("note", maximum: RotaDesk.reasonLimit)
        guard let one, let asked, !hasOther || other != .some(nil) else { return nil }
        return SwapRequest(one: one, asked: asked, other: other ?? nil, note: note ?? "")
    }

    private static func side(_ reader: inout ObjectReader, of physician: PhysicianID) -> ExchangeRequest.Side? {
        let place = reader.place()
        let order = reader.callOrder()
        guard let place, let order else { return nil }
        return ExchangeRequest.Side(place: place, order: order, physician: physician)
    }
}

extension Swap {
    /// Where a swap stands, as the API says it.
    enum State: String {
        case pending, accepted, declined, withdrawn
        /// Nobody answered before the first of its shifts began, or the rota has it no more.
        case lapsed
    }

    /// Writes the members of a swap, with the hours of its shifts as the rota has them.
    public func write(to json: inout JSONWriter, at desk: RotaDesk) {
        json.member("id", id)
        json.member("state", state(at: desk).rawValue)
        json.member("askedAt", askedAt.rfc3339)
        json.member("answeredAt", answeredAt?.rfc3339)
        json.member("note", note)
        json.member("asked", object: asked) { json, asked in
            json.member("physician", asked.text)
            json.member("name", desk.book.physicians[asked]?.name)
        }
        json.member("one", object: one) { $1.write(to: &$0, in: desk.book) }
        json.member("other", object: other) { $1.write(to: &$0, in: desk.book) }
    }

    private var answeredAt: Instant? {
        switch answer {
        case .pending: nil
        case .accepted(let at), .declined(let at), .withdrawn(let at): at
        }
    }

    private func state(at desk: RotaDesk) -> State {
        switch answer {
        case .pending: desk.isOpen(self) ? .pending : .lapsed
        case .accepted: .accepted
        case .declined: .declined
        case .withdrawn: .withdrawn
        }
    }
}

extension ExchangeRequest.Side {
    fileprivate func write(to json: inout JSONWriter, in book: RotaBook) {
        let interval = book.place(place)?.interval
        place.write(to: &json)
        json.member("callOrder", order.rawValue)
        json.member("physician", physician.text)
        json.member("name", book.physicians[physician]?.name)
        json.member("start", interval?.lowerBound.rfc3339)
        json.member("end", interval?.upperBound.rfc3339)
    }
}
