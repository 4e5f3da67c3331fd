import DutyRota
import EmergencyCards

extension KeptCard {
    /// The columns, in the order in which they are read. Only cards that have not ended are read from the index of ``Schema/keeping`` alone, and
    /// so the dates of an ending are left out there.
    static func columns(withEnding: Bool) -> String {
        """
        c.number, c.association, c.colour, c.state, \(withEnding ? "c.ended_reason, c.ended_on" : "NULL, NULL"), c.issued_on,
        c.valid_until, c.reviewed_on, c.suspended_since, c.confirmed_on IS NOT NULL, c.entered_ms, \(waiting), c.attending,
        c.deputy, c.hospitals, c.training
        """
    }

    /// When the first version after the last confirmed one was entered, of a card that waits for another word. A card's first version need not
    /// be looked at: nobody confirmed one before it.
    private static let waiting =
        """
        CASE WHEN c.confirmed_on IS NULL AND c.version > 1 AND c.state IN ('active', 'suspended') THEN (
            SELECT min(v.entered_ms) FROM card_version v WHERE v.number = c.number AND v.version > (
                SELECT max(w.version) FROM card_version w WHERE w.number = c.number
                AND json_extract(w.document, '$.confirmed') IS NOT NULL)) END
        """

    /// That no card of the patient has ended by death.
    static let isAlive =
        "NOT EXISTS (SELECT 1 FROM card d WHERE d.patient = c.patient AND d.ended_reason = 'deceased')"

    init(_ row: inout RawRow, hasDied: (inout RawRow) -> Bool) {
        let number = CardNumber(issued: Int(row.integer()))
        let association = AssociationID(row.text() ?? "")
        let colour = row.text().flatMap(Colour.init) ?? .green
        var life = CardLife(state: row.text().flatMap(CardState.init) ?? .ended)
        life.endedReason = row.text().flatMap(EndedReason.init)
        life.endedOn = row.day()
        life.issuedOn = row.day()
        life.validUntil = row.day()
        life.reviewedOn = row.day()
        life.suspendedSince = row.day()
        let isConfirmed = row.integer() != 0
        let enteredAt = Instant(milliseconds: row.integer())
        let waiting = row.integer()
        let (attending, deputy) = (row.text().map { PhysicianID($0) }, row.text().map { PhysicianID($0) })
        let hospitals = row.table().map {
            AgreedHospital(
                hospital: $0.cell(0).map { HospitalID($0) }, agreedOn: $0.cell(1).flatMap { Day($0) },
                patientNumber: $0.cell(2))
        }
        let training = row.integer() != 0
        self.init(
            number: number, association: association, colour: colour, life: life, isConfirmed: isConfirmed,
            enteredAt: enteredAt, waitingSince: waiting == 0 ? nil : Instant(milliseconds: waiting).day,
            attending: attending, deputy: deputy, hospitals: hospitals, training: training, hasDied: hasDied(&row))
    }
}

extension ListedCard {
    /// Cards with their patients, by the numbers in a JSON array, in the order of the numbers.
    static let selected =
        """
        SELECT \(KeptCard.columns(withEnding: true)), NOT \(KeptCard.isAlive), c.version, p.id, p.name, p.kana, p.birth_date,
        p.area FROM card c JOIN patient p ON p.key = c.patient WHERE c.number IN (SELECT value FROM json_each(?))
        ORDER BY c.number
        """

    init(_ row: inout RawRow) {
        let card = KeptCard(&row) { $0.integer() != 0 }
        self.init(
            card: card, version: Int(row.integer()), patient: row.text().map { PatientID($0) }, name: row.text(),
            kana: row.text(), birthDate: row.day(), area: row.text().map { AreaID($0) })
    }
}
