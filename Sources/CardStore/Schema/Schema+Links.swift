extension Schema {
    /// Who opened a link and who tried. Wrong codes are counted by address, whether a link has it or not: what leads nowhere must not be told
    /// from what is locked.
    static let links =
        """
        CREATE TABLE link_opening (
            address TEXT PRIMARY KEY REFERENCES night_link ON DELETE CASCADE, openings INTEGER NOT NULL, first_ms INTEGER NOT NULL,
            last_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE link_wrong_code (
            address TEXT PRIMARY KEY, count INTEGER NOT NULL, last_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX link_wrong_code_by_time ON link_wrong_code (last_ms);
        CREATE TABLE link_visit (
            visit BLOB PRIMARY KEY, address TEXT NOT NULL REFERENCES night_link ON DELETE CASCADE, at_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
