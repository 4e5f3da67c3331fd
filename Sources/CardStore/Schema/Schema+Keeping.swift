extension Schema {
    /// Lists of cards, and numbers whose cards have been erased.
    ///
    /// `card_kept` has every column that says whether somebody must look after a card, so that a list is read without the cards themselves;
    /// `card_by_state` the numbers of an association. An erased number keeps how it ended, and its patient while another card of theirs remains.
    static let keeping =
        """
        CREATE INDEX card_kept ON card (association, state, colour, valid_until, reviewed_on, issued_on, suspended_since,
            confirmed_on, attending, deputy, hospitals, entered_ms, version, training, patient) WHERE state <> 'ended';
        CREATE INDEX card_by_state ON card (association, state, number, attending, deputy);
        CREATE INDEX card_of_deceased ON card (patient) WHERE ended_reason = 'deceased';

        CREATE TABLE erased_card (
            number INTEGER PRIMARY KEY REFERENCES issued_number, association TEXT NOT NULL REFERENCES association,
            colour TEXT NOT NULL, ended_reason TEXT, ended_on TEXT, version INTEGER NOT NULL, erased_ms INTEGER NOT NULL,
            patient INTEGER REFERENCES patient
        ) STRICT;
        CREATE INDEX erased_card_by_patient ON erased_card (patient) WHERE patient IS NOT NULL;
        """
}
