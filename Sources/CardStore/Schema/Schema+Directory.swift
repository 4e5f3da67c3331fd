extension Schema {
    /// How the registers are kept: versions with the instant from which they count, and a journal of what has none.
    ///
    /// A version counts from `from_ms` on; where that is later than `entered_ms` it was planned. `before` and `after` are JSON objects.
    static let directory =
        """
        ALTER TABLE association ADD COLUMN standing_day_types TEXT;
        ALTER TABLE association ADD COLUMN standing_start_minute INTEGER;
        ALTER TABLE association ADD COLUMN standing_end_minute INTEGER;
        ALTER TABLE area ADD COLUMN retired_ms INTEGER;

        ALTER TABLE physician_version ADD COLUMN entered_ms INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE physician_version ADD COLUMN entered_by TEXT NOT NULL DEFAULT '';
        UPDATE physician_version SET from_ms = (SELECT max(earlier.from_ms) FROM physician_version earlier
            WHERE earlier.physician = physician_version.physician AND earlier.version <= physician_version.version);
        UPDATE physician_version SET entered_ms = from_ms;

        CREATE TABLE hospital_version (
            hospital TEXT NOT NULL REFERENCES hospital, version INTEGER NOT NULL, from_ms INTEGER NOT NULL,
            entered_ms INTEGER NOT NULL, entered_by TEXT NOT NULL, retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
            name TEXT NOT NULL, telephones TEXT NOT NULL, entrance TEXT, email TEXT, address TEXT NOT NULL,
            PRIMARY KEY (hospital, version)
        ) STRICT;
        INSERT INTO hospital_version
            SELECT id, 1, 0, 0, '', 0, name, telephones, entrance, email, address FROM hospital;
        ALTER TABLE hospital DROP COLUMN name;
        ALTER TABLE hospital DROP COLUMN telephones;
        ALTER TABLE hospital DROP COLUMN entrance;
        ALTER TABLE hospital DROP COLUMN email;
        ALTER TABLE hospital DROP COLUMN address;

        CREATE TABLE register_change (
            id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, changed_by TEXT NOT NULL,
            association TEXT REFERENCES association, kind TEXT NOT NULL, subject TEXT NOT NULL, before TEXT, after TEXT
        ) STRICT;
        CREATE INDEX register_change_by_subject ON register_change (association, kind, subject);
        CREATE INDEX register_change_by_time ON register_change (at_ms);

        CREATE INDEX patient_by_area ON patient (association, area);
        CREATE INDEX card_by_attending ON card (attending) WHERE state IN ('active', 'suspended');
        CREATE INDEX card_by_deputy ON card (deputy) WHERE state IN ('active', 'suspended');
        CREATE INDEX card_by_hospitals ON card (hospitals) WHERE state IN ('active', 'suspended') AND hospitals <> '';
        """ + "\n" + stampTriggers(["hospital_version"])
}
