extension Schema {
    /// Slots with their validity, and month sheets by revision. Publishing freezes the places, the empty ones included.
    static let rota =
        """
        CREATE TABLE slot (
            association TEXT NOT NULL REFERENCES association, name TEXT NOT NULL, valid_from TEXT NOT NULL DEFAULT '',
            position INTEGER NOT NULL, day_types TEXT NOT NULL, areas TEXT NOT NULL, start_minute INTEGER NOT NULL,
            end_minute INTEGER NOT NULL, required1 INTEGER NOT NULL, required2 INTEGER NOT NULL,
            PRIMARY KEY (association, name, valid_from)
        ) STRICT;
        CREATE TABLE slot_telephone (
            association TEXT NOT NULL REFERENCES association, slot TEXT NOT NULL, telephones TEXT NOT NULL,
            PRIMARY KEY (association, slot)
        ) STRICT;

        CREATE TABLE rota_revision (
            id INTEGER PRIMARY KEY, association TEXT NOT NULL REFERENCES association, month TEXT NOT NULL,
            number INTEGER NOT NULL, published_ms INTEGER NOT NULL, published_by TEXT NOT NULL, acknowledged TEXT NOT NULL,
            UNIQUE (association, month, number)
        ) STRICT;
        CREATE TABLE rota_place (
            revision INTEGER NOT NULL REFERENCES rota_revision, place INTEGER NOT NULL, duty_date TEXT NOT NULL,
            slot TEXT NOT NULL, area TEXT, start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL,
            required1 INTEGER NOT NULL, required2 INTEGER NOT NULL,
            PRIMARY KEY (revision, place), CHECK (start_ms < end_ms)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rota_holder (
            revision INTEGER NOT NULL, place INTEGER NOT NULL, call_order INTEGER NOT NULL CHECK (call_order IN (1, 2)),
            rank INTEGER NOT NULL, physician TEXT NOT NULL REFERENCES physician,
            PRIMARY KEY (revision, place, call_order, rank),
            FOREIGN KEY (revision, place) REFERENCES rota_place
        ) STRICT, WITHOUT ROWID;
        """ + "\n" + stampTriggers(["slot", "slot_telephone", "rota_revision"])
}
