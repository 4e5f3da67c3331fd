import DutyRota

extension CardDocument {
    /// Reads a card document. Every member of the wrong type, unknown name or impossible value is a fault of the reader; what is merely
    /// missing is not: see ``Issuing``. nil where even association or colour cannot be read.
    public static func read(_ reader: inout ObjectReader) -> CardDocument? {
        let association = reader.text("association").map { AssociationID($0) }
        let colour = reader.word("colour", Colour.self)
        let patient = reader.object("patient", PatientDetails.read) ?? PatientDetails()
        let family = reader.list("family", FamilyMember.read)
        let attending = reader.text("attendingPhysician").map { PhysicianID($0) }
        let deputy = reader.text("deputyPhysician").map { PhysicianID($0) }
        let nurse = reader.object("visitingNurse", VisitingNurse.read)
        let wish = reader.object("wish", Wish.read) ?? Wish()
        let clinical = reader.object("clinical", Clinical.read) ?? Clinical()
        let hospitals = reader.list("hospitals", AgreedHospital.read)
        let consent = reader.object("consent", Consent.read) ?? Consent()
        let validUntil = reader.day("validUntil")
        let training = reader.flag("training")
        for (key, isMissing) in [("association", association == nil), ("colour", colour == nil)] where isMissing {
            if !reader.faults.contains(where: { $0.field == key }) { reader.require(key) }
        }
        guard let association, let colour else { return nil }
        var document = CardDocument(association: association, colour: colour, patient: patient)
        document.family = family
        document.attendingPhysician = attending
        document.deputyPhysician = deputy
        document.visitingNurse = nurse
        document.wish = wish
        document.clinical = clinical
        document.hospitals = hospitals
        document.consent = consent
        document.validUntil = validUntil
        document.training = training
        return document
    }
}

extension ObjectReader {
    /// A telephone number that can be dialled, in ordinary width.
    mutating func telephone(_ key: String) -> String? {
        parsed(key, FieldWords.notDiallable, Telephone.diallable)
    }

    /// Several of them.
    mutating func telephones(_ key: String) -> [String] {
        texts(key, FieldWords.notDiallable, Telephone.diallable)
    }
}

extension PatientDetails {
    static func read(_ reader: inout ObjectReader) -> PatientDetails {
        var patient = PatientDetails()
        patient.id = reader.text("id").map { PatientID($0) }
        patient.name = reader.text("name")
        patient.kana = reader.parsed("kana", FieldWords.notKana) { Kana.isKana($0) ? Kana.katakana($0) : nil }
        patient.birthDate = reader.day("birthDate")
        patient.sex = reader.word("sex", Sex.self)
        patient.postalCode = reader.parsed("postalCode", FieldWords.notPostalCode, PatientDetails.postalCode)
        patient.address = reader.text("address", maximum: 200)
        patient.area = reader.text("area").map { AreaID($0) }
        patient.doorNotes = reader.text("doorNotes", maximum: 1000, lines: true)
        patient.telephones = reader.telephones("telephones")
        return patient
    }

    /// `420-0853`; the hyphen may be missing.
    private static func postalCode(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard digits.count == 7, text.allSatisfy({ $0 == "-" || $0.isASCII && $0.isNumber }) else { return nil }
        return "\(digits.prefix(3))-\(digits.suffix(4))"
    }
}

extension FamilyMember {
    static func read(_ reader: inout ObjectReader) -> FamilyMember {
        FamilyMember(
            name: reader.text("name"), relationship: reader.text("relationship"),
            telephone: reader.telephone("telephone"))
    }
}

extension VisitingNurse {
    static func read(_ reader: inout ObjectReader) -> VisitingNurse {
        VisitingNurse(name: reader.text("name"), telephone: reader.telephone("telephone"))
    }
}

extension Wish {
    static func read(_ reader: inout ObjectReader) -> Wish {
        var wish = Wish()
        wish.text = reader.text("text", maximum: 2000, lines: true)
        wish.confirmedOn = reader.day("confirmedOn")
        wish.confirmedBy = reader.text("confirmedBy").map { PhysicianID($0) }
        wish.participants = reader.texts("participants")
        wish.agreements = reader.text("agreements", maximum: 2000, lines: true)
        return wish
    }
}

extension Clinical {
    static func read(_ reader: inout ObjectReader) -> Clinical {
        var clinical = Clinical()
        clinical.diagnosis = reader.text("diagnosis", maximum: 2000, lines: true)
        clinical.expectedCourse = reader.text("expectedCourse", maximum: 2000, lines: true)
        clinical.foreseenSigns = reader.text("foreseenSigns", maximum: 2000, lines: true)
        clinical.lastVisitOn = reader.day("lastVisitOn")
        clinical.medication = reader.text("medication", maximum: 2000, lines: true)
        clinical.drugsKeptAt = reader.text("drugsKeptAt", maximum: 2000, lines: true)
        clinical.devices = reader.text("devices", maximum: 2000, lines: true)
        clinical.allergies = reader.text("allergies", maximum: 2000, lines: true)
        clinical.infections = reader.text("infections", maximum: 2000, lines: true)
        return clinical
    }
}

extension AgreedHospital {
    static func read(_ reader: inout ObjectReader) -> AgreedHospital {
        AgreedHospital(
            hospital: reader.text("hospital").map { HospitalID($0) }, agreedOn: reader.day("agreedOn"),
            patientNumber: reader.text("patientNumber"))
    }
}

extension Consent {
    static func read(_ reader: inout ObjectReader) -> Consent {
        var consent = Consent()
        consent.givenBy = reader.text("givenBy")
        consent.relationship = reader.text("relationship")
        consent.givenOn = reader.day("givenOn")
        let recipients = Recipient.allCases.map(\.rawValue)
        consent.sharedWith = reader.texts("sharedWith", FieldWords.notAmong(recipients)) { Recipient(rawValue: $0) }
        return consent
    }
}
