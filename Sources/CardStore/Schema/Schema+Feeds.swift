extension Schema {
    /// Addresses of calendars by the SHA-256 of their secret; the secret itself is nowhere.
    static let feeds =
        """
        CREATE TABLE feed (
            id TEXT PRIMARY KEY, association TEXT NOT NULL REFERENCES association, physician TEXT REFERENCES physician,
            area TEXT, hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), created_ms INTEGER NOT NULL,
            created_by TEXT NOT NULL, revoked_ms INTEGER, FOREIGN KEY (association, area) REFERENCES area,
            CHECK ((physician IS NULL) <> (area IS NULL))
        ) STRICT;
        CREATE INDEX feed_by_association ON feed (association);
        """
}
