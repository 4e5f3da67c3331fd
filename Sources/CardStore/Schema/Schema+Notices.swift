extension Schema {
    /// Where people want to be told; `body` is JSON, as they said it.
    static let noticeChoices =
        """
        CREATE TABLE notice_choice (recipient TEXT PRIMARY KEY, body TEXT NOT NULL, chosen_ms INTEGER NOT NULL) STRICT;
        """ + "\n" + stampTriggers(["notice_choice"])
}
