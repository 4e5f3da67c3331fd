extension Schema {
    /// Patients and their cards. `card` is what a card says now; `card_version` keeps every version as a document.
    ///
    /// `issued_number` is narrow on purpose: it is probed for every neighbour of a number that is drawn, and a number stays in it for
    /// ever. The partial index makes two cards in force for one patient impossible.
    static let cards =
        """
        CREATE TABLE patient (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, association TEXT NOT NULL REFERENCES association,
            name TEXT, kana TEXT, kana_folded TEXT, birth_date TEXT, sex TEXT, postal_code TEXT, address TEXT,
            address_folded TEXT, area TEXT, door_notes TEXT, telephones TEXT NOT NULL,
            FOREIGN KEY (association, area) REFERENCES area
        ) STRICT;
        CREATE INDEX patient_by_birth ON patient (birth_date, kana_folded);
        CREATE INDEX patient_by_address ON patient (address_folded);
        CREATE TABLE patient_telephone (
            digits TEXT NOT NULL, patient INTEGER NOT NULL REFERENCES patient, PRIMARY KEY (digits, patient)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX patient_telephone_by_patient ON patient_telephone (patient);

        CREATE TABLE issued_number (number INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE card (
            number INTEGER PRIMARY KEY REFERENCES issued_number, patient INTEGER NOT NULL REFERENCES patient,
            association TEXT NOT NULL REFERENCES association, colour TEXT NOT NULL CHECK (colour IN ('green', 'yellow')),
            state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'suspended', 'ended')), ended_reason TEXT, ended_on TEXT,
            issued_on TEXT, suspended_since TEXT, valid_until TEXT, reviewed_on TEXT, confirmed_by TEXT, confirmed_on TEXT,
            version INTEGER NOT NULL, entered_ms INTEGER NOT NULL, training INTEGER NOT NULL,
            attending TEXT REFERENCES physician, deputy TEXT REFERENCES physician, nurse TEXT NOT NULL, family TEXT NOT NULL,
            wish_text TEXT, wish_confirmed_on TEXT, wish_confirmed_by TEXT, wish_participants TEXT NOT NULL, wish_agreements TEXT,
            diagnosis TEXT, expected_course TEXT, foreseen_signs TEXT, last_visit_on TEXT, medication TEXT,
            drugs_kept_at TEXT, devices TEXT, allergies TEXT, infections TEXT, hospitals TEXT NOT NULL,
            consent_given_by TEXT, consent_relationship TEXT, consent_given_on TEXT, consent_shared_with TEXT NOT NULL,
            CHECK ((state = 'ended') = (ended_reason IS NOT NULL)),
            CHECK ((state = 'suspended') = (suspended_since IS NOT NULL))
        ) STRICT;
        CREATE INDEX card_by_patient ON card (patient);
        CREATE UNIQUE INDEX card_in_force ON card (patient) WHERE state IN ('active', 'suspended');
        CREATE TABLE card_version (
            number INTEGER NOT NULL REFERENCES card, version INTEGER NOT NULL, entered_ms INTEGER NOT NULL,
            entered_by TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (number, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE repetition (
            holder TEXT NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, number INTEGER NOT NULL REFERENCES card,
            at_ms INTEGER NOT NULL, PRIMARY KEY (holder, key)
        ) STRICT, WITHOUT ROWID;
        """
}
