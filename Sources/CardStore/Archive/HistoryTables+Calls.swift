extension HistoryTable {
    private static let ofCalls = "t.call IN (SELECT id FROM call WHERE association = ?1)"

    /// What each call is about, rehearsals among them.
    static let callTable = HistoryTable(
        "calls", "call",
        [
            HistoryColumn("id", "id"), HistoryColumn("card", "card", .number), HistoryColumn("colour", "colour"),
            HistoryColumn("attending", "attending", optional: true), HistoryColumn("deputy", "deputy", optional: true),
            HistoryColumn("rehearsal", "rehearsal", .flag), HistoryColumn("state", "state"),
            HistoryColumn("opened_ms", "openedAt", .instant),
        ], order: "t.id", hasAssociation: true, isOfDesk: true, since: 2)

    /// What was done on them, line by line.
    static let callEntries = HistoryTable(
        "call-entries", "call_entry",
        [
            HistoryColumn("call", "call"), HistoryColumn("seq", "seq", .integer),
            HistoryColumn("at_ms", "at", .instant),
            HistoryColumn("body", "entry", .json),
        ], scope: ofCalls, order: "t.call, t.seq", isOfDesk: true, since: 2)

    /// What they left on their cards.
    static let cardFlags = HistoryTable(
        "card-flags", "card_flag",
        [
            HistoryColumn("call", "call"), HistoryColumn("kind", "kind"), HistoryColumn("card", "card", .number),
            HistoryColumn("at_ms", "at", .instant),
        ], scope: ofCalls, order: "t.call, t.kind", isOfDesk: true, since: 2)
}
