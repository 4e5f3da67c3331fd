import DutyRota

extension CardCounts {
    /// Writes the counts; `due`: every entry of the association's list, and `cards` whose attending physicians those are.
    public func write(to json: inout JSONWriter, due: [DueEntry], cards: [KeptCard], registers: Registers) {
        json.member("states", object: states) { json, states in
            for state in CardState.allCases { json.member(state.key, states[state] ?? 0) }
        }
        json.member("colours", object: colours) { json, colours in
            json.member("green", colours[.green] ?? 0)
            json.member("yellow", colours[.yellow] ?? 0)
        }
        json.member("reasons", each: due.counted) {
            $0.member("reason", $1.reason.rawValue)
            $0.member("cards", $1.cards)
        }
        let concerned = Set(due.map(\.number))
        let dueOf = Dictionary(grouping: cards.filter { concerned.contains($0.number) }, by: \.attending)
        json.member("physicians", each: Set(physicians.keys).union(dueOf.keys.compactMap(\.self)).sorted()) {
            $0.member("id", $1.text)
            $0.member("name", registers.physicians[$1]?.name)
            $0.member("cards", physicians[$1] ?? 0)
            $0.member("due", dueOf[$1]?.count ?? 0)
        }
        json.member("ages", each: ages) {
            $0.member("from", $1.from)
            $0.member("to", $1.to)
            $0.member("cards", $1.cards)
        }
        json.member("oldestUnconfirmed", object: due.first { $0.reason == .unconfirmed }) {
            $0.member("since", $1.since?.description)
            $0.member("days", $1.days)
        }
    }
}

extension CardState {
    fileprivate var key: StaticString {
        switch self {
        case .draft: "draft"
        case .active: "active"
        case .suspended: "suspended"
        case .ended: "ended"
        }
    }
}
