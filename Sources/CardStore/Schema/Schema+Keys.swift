extension Schema {
    /// Keys by their SHA-256; the key itself is nowhere.
    static let keys =
        """
        CREATE TABLE access_key (
            id TEXT PRIMARY KEY, hash BLOB NOT NULL UNIQUE,
            role TEXT NOT NULL CHECK (role IN ('fire', 'association', 'physician', 'hospital', 'admin')),
            association TEXT REFERENCES association, physician TEXT REFERENCES physician, hospital TEXT REFERENCES hospital,
            created_ms INTEGER NOT NULL, revoked_ms INTEGER,
            CHECK ((association IS NOT NULL) = (role = 'association')),
            CHECK ((physician IS NOT NULL) = (role = 'physician')),
            CHECK ((hospital IS NOT NULL) = (role = 'hospital'))
        ) STRICT;
        """ + "\n" + stampTriggers(["access_key"])
}
