extension Schema {
    /// Calls at this node's desk: each is what its entries say. `state` repeats what the entries say, so that at most one call about a card is
    /// open; a rehearsal is one apart.
    static let calls =
        """
        CREATE TABLE call (
            id TEXT PRIMARY KEY, card INTEGER NOT NULL, association TEXT NOT NULL, colour TEXT NOT NULL, attending TEXT,
            deputy TEXT, rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
            state TEXT NOT NULL CHECK (state IN ('open', 'handedOver', 'closed')), opened_ms INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX call_open ON call (card, rehearsal) WHERE state <> 'closed';
        CREATE INDEX call_by_association ON call (association, opened_ms);
        CREATE INDEX call_by_time ON call (opened_ms);
        CREATE TABLE call_entry (
            call TEXT NOT NULL REFERENCES call, seq INTEGER NOT NULL, at_ms INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (call, seq)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE call_repetition (
            holder TEXT NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, call TEXT NOT NULL REFERENCES call,
            at_ms INTEGER NOT NULL, PRIMARY KEY (holder, key)
        ) STRICT;

        CREATE TABLE engagement (
            call TEXT NOT NULL REFERENCES call, physician TEXT NOT NULL, card INTEGER NOT NULL, since_ms INTEGER NOT NULL,
            until_ms INTEGER NOT NULL, PRIMARY KEY (call, physician)
        ) STRICT;
        CREATE INDEX engagement_by_end ON engagement (until_ms);
        CREATE TABLE card_flag (
            call TEXT NOT NULL REFERENCES call, kind TEXT NOT NULL, card INTEGER NOT NULL, at_ms INTEGER NOT NULL,
            PRIMARY KEY (call, kind)
        ) STRICT;

        CREATE TABLE night_link (
            address TEXT PRIMARY KEY, kind TEXT NOT NULL, call TEXT NOT NULL REFERENCES call, step TEXT NOT NULL,
            code TEXT NOT NULL, made_ms INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX night_link_by_call ON night_link (call);
        """ + "\n" + stampTriggers(["call", "engagement", "card_flag"], moving: "marks") + "\n" + outbox

    /// What goes out to people, in the file whose change it speaks of. One event reaches one address once.
    static let outbox =
        """
        CREATE TABLE delivery (
            id TEXT PRIMARY KEY, event TEXT NOT NULL, kind TEXT NOT NULL, recipient TEXT NOT NULL, channel TEXT NOT NULL,
            target TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL,
            rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)), made_ms INTEGER NOT NULL, useful_until_ms INTEGER NOT NULL,
            state TEXT NOT NULL, tries INTEGER NOT NULL, next_ms INTEGER NOT NULL, claimed_ms INTEGER,
            settled_ms INTEGER, fault TEXT,
            UNIQUE (event, recipient, channel, target)
        ) STRICT;
        CREATE INDEX delivery_waiting ON delivery (recipient, channel, target) WHERE settled_ms IS NULL;
        CREATE INDEX delivery_by_time ON delivery (made_ms);
        CREATE INDEX delivery_by_state ON delivery (state, id);
        """
}
