extension Schema {
    /// People who sign in. Links and recovery codes are here as SHA-256 alone, passwords as scrypt; the secret of one-time codes has to be readable,
    /// and so the file is its owner's alone.
    static let accounts =
        """
        CREATE TABLE account (
            id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('fire', 'association', 'physician', 'hospital', 'admin')),
            association TEXT REFERENCES association, physician TEXT REFERENCES physician, hospital TEXT REFERENCES hospital,
            state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'closed')),
            password TEXT, code_secret BLOB, new_code_secret BLOB, invitation BLOB UNIQUE CHECK (length(invitation) = 32),
            invitation_until_ms INTEGER, entered_ms INTEGER NOT NULL, entered_by TEXT NOT NULL, changed_ms INTEGER NOT NULL,
            changed_by TEXT NOT NULL,
            CHECK ((association IS NOT NULL) = (role = 'association')),
            CHECK ((physician IS NOT NULL) = (role = 'physician')),
            CHECK ((hospital IS NOT NULL) = (role = 'hospital')),
            CHECK ((invitation IS NULL) = (invitation_until_ms IS NULL))
        ) STRICT;
        CREATE TABLE account_recovery (
            account TEXT NOT NULL REFERENCES account, hash BLOB NOT NULL CHECK (length(hash) = 32), PRIMARY KEY (account, hash)
        ) STRICT, WITHOUT ROWID;
        """ + "\n" + stampTriggers(["account"])

    /// Who is signed in at this node. Accounts lie in another file, and so there are no references to them.
    static let sessions =
        """
        CREATE TABLE session (
            hash BLOB PRIMARY KEY CHECK (length(hash) = 32), id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, role TEXT NOT NULL,
            way TEXT NOT NULL CHECK (way IN ('code', 'recovery', 'emergency', 'invitation')), reason TEXT,
            started_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL, proved_ms INTEGER, ended_ms INTEGER, address TEXT,
            browser TEXT, reviewed_ms INTEGER, reviewed_by TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_by_account ON session (account, started_ms);
        CREATE INDEX session_by_start ON session (started_ms);
        CREATE TABLE used_code (account TEXT PRIMARY KEY, step INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE known_browser (
            account TEXT NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32), address TEXT, first_ms INTEGER NOT NULL,
            last_ms INTEGER NOT NULL, PRIMARY KEY (account, hash)
        ) STRICT, WITHOUT ROWID;
        """
}
