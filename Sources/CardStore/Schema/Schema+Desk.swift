extension Schema {
    /// What was said at night at this node's desk. The registers lie in another file, and so there are no references to them.
    static let nightMarks =
        """
        CREATE TABLE stamp (only INTEGER PRIMARY KEY CHECK (only = 1), marks INTEGER NOT NULL) STRICT;
        INSERT INTO stamp VALUES (1, 1);

        CREATE TABLE unavailability (
            id TEXT PRIMARY KEY, association TEXT NOT NULL, physician TEXT NOT NULL, area TEXT NOT NULL,
            from_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL, reason TEXT NOT NULL, made_by TEXT NOT NULL
        ) STRICT;
        CREATE INDEX unavailability_by_end ON unavailability (until_ms);
        CREATE INDEX unavailability_by_start ON unavailability (association, from_ms);
        CREATE TABLE unavailability_lift (
            mark TEXT PRIMARY KEY REFERENCES unavailability, lifted_ms INTEGER NOT NULL, lifted_by TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE TABLE full_hospital (
            id TEXT PRIMARY KEY, hospital TEXT NOT NULL, from_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL,
            reason TEXT NOT NULL, made_by TEXT NOT NULL
        ) STRICT;
        CREATE INDEX full_hospital_by_end ON full_hospital (until_ms);
        CREATE TABLE full_hospital_lift (
            mark TEXT PRIMARY KEY REFERENCES full_hospital, lifted_ms INTEGER NOT NULL, lifted_by TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        """ + "\n"
        + stampTriggers(
            ["unavailability", "unavailability_lift", "full_hospital", "full_hospital_lift"], moving: "marks")
}
