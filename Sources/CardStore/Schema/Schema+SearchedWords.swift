extension Schema {
    /// What was searched for, beside the record that holds a salted hash of it: the words can be erased, and the chain stays whole. Without the
    /// salt, which goes with them, nobody can try words against the hash.
    static let searchedWords =
        """
        CREATE TABLE searched_words (
            record TEXT PRIMARY KEY, salt TEXT NOT NULL, words TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
