import DutyRota
import EmergencyCards
import GRDB

extension LinkScene {
    /// A link with its call and all of that call's links; nil: none has the address.
    static func fetch(_ address: String, _ database: Database) throws -> LinkScene? {
        let link = try Row.fetchOne(
            database, sql: "SELECT * FROM night_link WHERE address = ?", arguments: [address]
        ).map(NightLink.init)
        guard let link, let call = try Call.fetch(link.call, database) else { return nil }
        let links = try Row.fetchAll(
            database, sql: "SELECT * FROM night_link WHERE call = ? ORDER BY rowid", arguments: [link.call.text]
        ).map(NightLink.init)
        return LinkScene(link: link, call: call, links: links)
    }
}

extension NightLink {
    /// Keeps it. What was tried at its address before it was given out is forgotten: nobody is locked out beforehand.
    func insert(_ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO night_link (address, kind, call, step, code, made_ms) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [address, kind.rawValue, call.text, step, code, madeAt.milliseconds])
        try database.execute(sql: "DELETE FROM link_wrong_code WHERE address = ?", arguments: [address])
    }

    init(_ row: Row) {
        self.init(
            address: row["address"], kind: Kind(rawValue: row["kind"]) ?? .crew, call: CallID(row["call"]),
            step: row["step"], code: row["code"], madeAt: Instant(milliseconds: row["made_ms"]))
    }
}

extension KeptLink {
    init(_ row: Row) {
        self.init(
            link: NightLink(row), openings: row["openings"] ?? 0,
            firstOpened: (row["first_ms"] as Int64?).map { Instant(milliseconds: $0) },
            lastOpened: (row["last_ms"] as Int64?).map { Instant(milliseconds: $0) }, wrongCodes: row["wrong"] ?? 0)
    }
}
