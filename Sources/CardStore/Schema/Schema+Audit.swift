extension Schema {
    /// The record of who looked. `hash` is the SHA-256 of the hash before and of `body`; no index beside the key: one would triple the
    /// cost of an entry.
    static let record =
        """
        CREATE TABLE record (
            seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """
}
