import EmergencyCards

extension CardSeeker {
    /// Those with this number, their own, their family's or their nurse's.
    mutating func seek(telephone digits: String) throws {
        let own = try RawStatement(database, "SELECT patient FROM patient_telephone WHERE digits = ? LIMIT ?")
        own.bind(digits, at: 1)
        own.bind(room, at: 2)
        take(try own.rows { $0.integer() }, [.telephone], room: room)
        for (whose, reason) in [("family", MatchReason.familyTelephone), ("nurse", .nurseTelephone)] {
            let others = try RawStatement(
                database,
                """
                SELECT c.patient FROM card_telephone t CROSS JOIN card c ON c.number = t.card AND c.state <> 'draft'
                WHERE t.digits = ? AND t.whose = ? LIMIT ?
                """)
            others.bind(digits, at: 1)
            others.bind(whose, at: 2)
            others.bind(room, at: 3)
            take(try others.rows { $0.integer() }, [reason], room: room)
        }
    }
}
