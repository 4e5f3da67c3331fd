extension Schema {
    /// Associations, areas, physicians, hospitals, holidays, settings.
    ///
    /// Days are `2026-11-24`, instants milliseconds since 1970 UTC, minutes count from the day's first; columns that hold lists are named
    /// in the plural (cells parted by U+001F, rows by U+001E).
    static let registers =
        """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE stamp (only INTEGER PRIMARY KEY CHECK (only = 1), registers INTEGER NOT NULL) STRICT;
        INSERT INTO stamp VALUES (1, 1);

        CREATE TABLE association (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, standing_name TEXT NOT NULL, standing_telephone TEXT NOT NULL,
            own_holidays TEXT NOT NULL
        ) STRICT;
        CREATE TABLE area (
            association TEXT NOT NULL REFERENCES association, id TEXT NOT NULL, position INTEGER NOT NULL,
            name TEXT NOT NULL, addresses TEXT NOT NULL, PRIMARY KEY (association, id)
        ) STRICT;
        CREATE TABLE physician (id TEXT PRIMARY KEY, association TEXT NOT NULL REFERENCES association) STRICT;
        CREATE TABLE physician_version (
            physician TEXT NOT NULL REFERENCES physician, version INTEGER NOT NULL, from_ms INTEGER NOT NULL,
            name TEXT NOT NULL, kana TEXT NOT NULL, organisation TEXT NOT NULL, email TEXT, areas TEXT NOT NULL,
            active_from TEXT, active_to TEXT, telephones TEXT NOT NULL, PRIMARY KEY (physician, version)
        ) STRICT;
        CREATE TABLE hospital (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, telephones TEXT NOT NULL, entrance TEXT, email TEXT,
            address TEXT NOT NULL
        ) STRICT;
        CREATE TABLE holiday (
            association TEXT NOT NULL REFERENCES association, day TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (association, day)
        ) STRICT, WITHOUT ROWID;
        """ + "\n" + stampTriggers(["setting", "association", "area", "physician_version", "hospital", "holiday"])
}
