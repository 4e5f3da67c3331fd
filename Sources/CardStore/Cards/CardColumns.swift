import DutyRota
import EmergencyCards

/// The columns of a card with its patient, in the order in which they are read.
enum CardColumns {
    static let selected =
        """
        c.number, c.colour, c.state, c.ended_reason, c.ended_on, c.issued_on, c.suspended_since,
        c.suspended_where, c.valid_until, c.reviewed_on, c.confirmed_by, c.confirmed_on, c.confirmed_means, c.version, c.entered_ms, c.training, c.association, c.attending,
        c.deputy, c.nurse, c.family, c.wish_text, c.wish_confirmed_on, c.wish_confirmed_by, c.wish_participants,
        c.wish_agreements, c.diagnosis, c.expected_course, c.foreseen_signs, c.last_visit_on, c.medication,
        c.drugs_kept_at, c.devices, c.allergies, c.infections, c.hospitals, c.consent_given_by,
        c.consent_relationship, c.consent_given_on, c.consent_shared_with,
        p.key, \(patient), p.address_folded
        """

    /// The columns of a patient.
    static let patient =
        "p.id, p.name, p.kana, p.birth_date, p.sex, p.postal_code, p.address, p.area, p.door_notes, p.telephones"

    /// A card with what its row says of the patient beyond the card.
    struct Found {
        let card: Card
        let patientKey: Int64
        let addressFolded: String?
    }

    static func read(_ row: inout RawRow) -> Found {
        let number = CardNumber(issued: Int(row.integer()))
        let colour = row.text().flatMap(Colour.init) ?? .green
        let life = readLife(&row)
        let version = Int(row.integer())
        let enteredAt = Instant(milliseconds: row.integer())
        let training = row.integer() != 0
        var document = CardDocument(
            association: AssociationID(row.text() ?? ""), colour: colour, patient: PatientDetails())
        document.training = training
        document.attendingPhysician = row.text().map { PhysicianID($0) }
        document.deputyPhysician = row.text().map { PhysicianID($0) }
        document.visitingNurse = row.table().first.map { VisitingNurse(name: $0.cell(0), telephone: $0.cell(1)) }
        document.family = row.table().map {
            FamilyMember(name: $0.cell(0), relationship: $0.cell(1), telephone: $0.cell(2))
        }
        document.wish = readWish(&row)
        document.clinical = readClinical(&row)
        document.hospitals = row.table().map {
            AgreedHospital(
                hospital: $0.cell(0).map { HospitalID($0) }, agreedOn: $0.cell(1).flatMap { Day($0) },
                patientNumber: $0.cell(2))
        }
        document.consent = readConsent(&row)
        let patientKey = row.integer()
        document.patient = readPatient(&row)
        return Found(
            card: Card(number: number, document: document, life: life, version: version, enteredAt: enteredAt),
            patientKey: patientKey, addressFolded: row.text())
    }

    private static func readLife(_ row: inout RawRow) -> CardLife {
        var life = CardLife(state: row.text().flatMap(CardState.init) ?? .ended)
        life.endedReason = row.text().flatMap(EndedReason.init)
        life.endedOn = row.day()
        life.issuedOn = row.day()
        life.suspendedSince = row.day()
        life.suspendedWhere = row.text()
        life.validUntil = row.day()
        life.reviewedOn = row.day()
        let by = row.text().map { PhysicianID($0) }
        let on = row.day()
        let means = row.text().flatMap(Confirmation.Means.init) ?? .own
        life.confirmed = by.flatMap { by in on.map { Confirmation(by: by, on: $0, means: means) } }
        return life
    }

    private static func readWish(_ row: inout RawRow) -> Wish {
        var wish = Wish()
        wish.text = row.text()
        wish.confirmedOn = row.day()
        wish.confirmedBy = row.text().map { PhysicianID($0) }
        wish.participants = row.table().compactMap(\.first)
        wish.agreements = row.text()
        return wish
    }

    private static func readClinical(_ row: inout RawRow) -> Clinical {
        var clinical = Clinical()
        clinical.diagnosis = row.text()
        clinical.expectedCourse = row.text()
        clinical.foreseenSigns = row.text()
        clinical.lastVisitOn = row.day()
        clinical.medication = row.text()
        clinical.drugsKeptAt = row.text()
        clinical.devices = row.text()
        clinical.allergies = row.text()
        clinical.infections = row.text()
        return clinical
    }

    private static func readConsent(_ row: inout RawRow) -> Consent {
        var consent = Consent()
        consent.givenBy = row.text()
        consent.relationship = row.text()
        consent.givenOn = row.day()
        consent.sharedWith = row.table().compactMap { $0.first.flatMap(Consent.Recipient.init) }
        return consent
    }

    static func readPatient(_ row: inout RawRow) -> PatientDetails {
        var patient = PatientDetails()
        patient.id = row.text().map { PatientID($0) }
        patient.name = row.text()
        patient.kana = row.text()
        patient.birthDate = row.day()
        patient.sex = row.text().flatMap(PatientDetails.Sex.init)
        patient.postalCode = row.text()
        patient.address = row.text()
        patient.area = row.text().map { AreaID($0) }
        patient.doorNotes = row.text()
        patient.telephones = row.table().compactMap(\.first)
        return patient
    }
}

extension RawRow {
    /// The next column as a day, or nil for NULL.
    mutating func day() -> Day? { text().flatMap { Day($0) } }

    /// The next column as a list of rows.
    mutating func table() -> [[String]] { StringTable(encoded: text() ?? "").rows }
}
