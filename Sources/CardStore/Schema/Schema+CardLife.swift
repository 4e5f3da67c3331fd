extension Schema {
    /// Where somebody lies in hospital, how a confirmation came, and by what act and why each version was made.
    static let cardLife =
        """
        ALTER TABLE card ADD COLUMN suspended_where TEXT;
        ALTER TABLE card ADD COLUMN confirmed_means TEXT;
        ALTER TABLE card_version ADD COLUMN action TEXT;
        ALTER TABLE card_version ADD COLUMN reason TEXT;
        """
}
