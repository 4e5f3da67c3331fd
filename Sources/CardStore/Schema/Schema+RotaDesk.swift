extension Schema {
    /// What lies over the published sheets, and the sheets that the office is working on.
    ///
    /// Overrides and absences are never changed: taking one back is a row of its own. A seat is somebody whom the sheet names, or an override
    /// that added it. `sheet` holds a draft's rows and is NULL where there is none; the version stays, so that it never falls back.
    static let rotaDesk =
        """
        ALTER TABLE rota_place ADD COLUMN remark TEXT NOT NULL DEFAULT '';
        CREATE TRIGGER rota_revision_counts BEFORE INSERT ON rota_revision
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM rota_revision
            WHERE association = NEW.association AND month = NEW.month)
        BEGIN SELECT RAISE(ABORT, 'revisions are numbered one by one'); END;

        CREATE TABLE rota_override (
            id TEXT PRIMARY KEY, association TEXT NOT NULL REFERENCES association, duty_date TEXT NOT NULL,
            slot TEXT NOT NULL, area TEXT, call_order INTEGER NOT NULL CHECK (call_order IN (1, 2)),
            seat_physician TEXT REFERENCES physician, seat_override TEXT REFERENCES rota_override,
            replaces TEXT REFERENCES physician, start_ms INTEGER, end_ms INTEGER, physician TEXT REFERENCES physician,
            reason TEXT NOT NULL, exchange TEXT, made_ms INTEGER NOT NULL, made_by TEXT NOT NULL,
            FOREIGN KEY (association, area) REFERENCES area, CHECK (start_ms < end_ms),
            CHECK ((seat_physician IS NULL) <> (seat_override IS NULL))
        ) STRICT;
        CREATE INDEX rota_override_by_date ON rota_override (association, duty_date);
        CREATE TABLE rota_lift (
            override TEXT PRIMARY KEY REFERENCES rota_override, lifted_ms INTEGER NOT NULL, lifted_by TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;

        CREATE TABLE absence (
            id TEXT PRIMARY KEY, physician TEXT NOT NULL REFERENCES physician, from_day TEXT NOT NULL,
            to_day TEXT NOT NULL, reason TEXT NOT NULL, made_ms INTEGER NOT NULL, made_by TEXT NOT NULL,
            CHECK (from_day <= to_day)
        ) STRICT;
        CREATE INDEX absence_by_physician ON absence (physician);
        CREATE TABLE absence_lift (
            absence TEXT PRIMARY KEY REFERENCES absence, lifted_ms INTEGER NOT NULL, lifted_by TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;

        CREATE TABLE rota_draft (
            association TEXT NOT NULL REFERENCES association, month TEXT NOT NULL, version INTEGER NOT NULL,
            changed_ms INTEGER NOT NULL, changed_by TEXT NOT NULL, sheet TEXT, PRIMARY KEY (association, month)
        ) STRICT;
        """ + "\n" + stampTriggers(["rota_override", "rota_lift", "absence", "absence_lift"])
}
