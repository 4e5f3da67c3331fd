extension Schema {
    /// By what cards are found without their number: folded names, birth dates and addresses of patients, and the numbers of those around them.
    ///
    /// `family`, `given`, `spelt` and `rest` are forms that the program makes; ``SearchIndex`` makes them anew when it folds otherwise (setting
    /// `folding`). `born` counts days from 1970-01-01, `area` is association and area parted by a stroke. Towns are few: a part of
    /// a town's name is looked for among them all.
    static let search =
        """
        CREATE TABLE search_town (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE search_entry (
            patient INTEGER PRIMARY KEY REFERENCES patient ON DELETE CASCADE, family TEXT NOT NULL, given TEXT NOT NULL,
            spelt TEXT NOT NULL, born INTEGER, area TEXT, town INTEGER REFERENCES search_town, rest TEXT NOT NULL
        ) STRICT;
        CREATE INDEX search_by_birth ON search_entry (born, family, given, spelt);
        CREATE INDEX search_by_family ON search_entry (family, given, area, born);
        CREATE INDEX search_by_given ON search_entry (given, family, area, born);
        CREATE INDEX search_by_town ON search_entry (town, rest);
        CREATE TABLE card_telephone (
            digits TEXT NOT NULL, whose TEXT NOT NULL CHECK (whose IN ('family', 'nurse')),
            card INTEGER NOT NULL REFERENCES card ON DELETE CASCADE, PRIMARY KEY (digits, whose, card)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX card_telephone_by_card ON card_telephone (card);
        """
}
