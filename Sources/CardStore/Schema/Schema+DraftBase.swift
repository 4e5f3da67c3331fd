extension Schema {
    /// The revision from which a draft was taken; 0: none was published, or nobody knows. The table is made anew, because some files have the
    /// column already.
    static let draftBase =
        """
        CREATE TABLE rota_draft_anew (
            association TEXT NOT NULL REFERENCES association, month TEXT NOT NULL, version INTEGER NOT NULL,
            base INTEGER NOT NULL, changed_ms INTEGER NOT NULL, changed_by TEXT NOT NULL, sheet TEXT,
            PRIMARY KEY (association, month)
        ) STRICT;
        INSERT INTO rota_draft_anew SELECT association, month, version, 0, changed_ms, changed_by, sheet FROM rota_draft;
        DROP TABLE rota_draft;
        ALTER TABLE rota_draft_anew RENAME TO rota_draft;
        """
}
