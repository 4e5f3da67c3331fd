extension Schema {
    /// What physicians ask of one another. Never changed: an answer is a row of its own, and there is at most one.
    ///
    /// The duty that is taken for it is NULL where a shift is given away.
    static let swaps =
        """
        CREATE TABLE swap (
            id TEXT PRIMARY KEY, association TEXT NOT NULL REFERENCES association, duty_date TEXT NOT NULL,
            slot TEXT NOT NULL, area TEXT, call_order INTEGER NOT NULL CHECK (call_order IN (1, 2)),
            physician TEXT NOT NULL REFERENCES physician, asked TEXT NOT NULL REFERENCES physician,
            other_duty_date TEXT, other_slot TEXT, other_area TEXT, other_call_order INTEGER,
            note TEXT NOT NULL, asked_ms INTEGER NOT NULL, asked_by TEXT NOT NULL,
            CHECK ((other_duty_date IS NULL) = (other_slot IS NULL) AND (other_slot IS NULL) = (other_call_order IS NULL))
        ) STRICT;
        CREATE INDEX swap_by_time ON swap (association, asked_ms);
        CREATE TABLE swap_answer (
            swap TEXT PRIMARY KEY REFERENCES swap, answer TEXT NOT NULL CHECK (answer IN ('accepted', 'declined', 'withdrawn')),
            answered_ms INTEGER NOT NULL, answered_by TEXT NOT NULL
        ) STRICT;
        """
}
