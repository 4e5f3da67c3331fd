extension Schema {
    /// What has been gathered from the record of who looked, at the node that keeps the record.
    ///
    /// `gathering` says how far: up to the record `seq`, whose hash was `hash`, so that a record that was replaced is noticed. Records up to
    /// `passed_ms` were counted from an earlier chain. `tally` counts by month of Japan's time; without an association: of the installation.
    /// `looked_up` keeps of a night which cards were looked up, until their physicians have been told.
    static let evidence =
        """
        CREATE TABLE gathering (
            only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL, last_ms INTEGER NOT NULL,
            passed_ms INTEGER NOT NULL, morning TEXT
        ) STRICT;
        INSERT INTO gathering VALUES (1, 0, x'', 0, -1, NULL);
        CREATE TABLE tally (
            month TEXT NOT NULL, association TEXT NOT NULL, measure TEXT NOT NULL, label TEXT NOT NULL,
            count INTEGER NOT NULL, PRIMARY KEY (month, association, measure, label)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE looked_up (
            card INTEGER NOT NULL, night TEXT NOT NULL, first_ms INTEGER NOT NULL, times INTEGER NOT NULL,
            settled INTEGER NOT NULL CHECK (settled IN (0, 1)), PRIMARY KEY (card, night)
        ) STRICT, WITHOUT ROWID;
        """
}
