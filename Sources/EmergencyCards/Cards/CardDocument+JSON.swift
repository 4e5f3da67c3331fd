import DutyRota

extension CardDocument {
    /// Writes the members of a card document, in the form in which one is read.
    public func write(to json: inout JSONWriter) {
        json.member("association", association.text)
        json.member("colour", colour.rawValue)
        json.member("patient", object: patient.write)
        json.member("family", each: family) { $1.write(to: &$0) }
        json.member("attendingPhysician", attendingPhysician?.text)
        json.member("deputyPhysician", deputyPhysician?.text)
        json.member("visitingNurse", object: visitingNurse) {
            $0.member("name", $1.name)
            $0.member("telephone", $1.telephone)
        }
        json.member("wish", object: wish.write)
        json.member("clinical", object: clinical.write)
        json.member("hospitals", each: hospitals) {
            $0.member("hospital", $1.hospital?.text)
            $0.member("agreedOn", $1.agreedOn?.description)
            $0.member("patientNumber", $1.patientNumber)
        }
        json.member("consent", object: consent.write)
        json.member("validUntil", validUntil?.description)
        json.member("training", training)
    }
}

extension PatientDetails {
    func write(to json: inout JSONWriter) {
        json.member("id", id?.text)
        json.member("name", name)
        json.member("kana", kana)
        json.member("birthDate", birthDate?.description)
        json.member("sex", sex?.rawValue)
        json.member("postalCode", postalCode)
        json.member("address", address)
        json.member("area", area?.text)
        json.member("doorNotes", doorNotes)
        json.member("telephones", telephones)
    }
}

extension FamilyMember {
    /// Writes the members of somebody of the family.
    public func write(to json: inout JSONWriter) {
        json.member("name", name)
        json.member("relationship", relationship)
        json.member("telephone", telephone)
    }
}

extension Wish {
    /// Writes the members of a wish.
    public func write(to json: inout JSONWriter) {
        json.member("text", text)
        json.member("confirmedOn", confirmedOn?.description)
        json.member("confirmedBy", confirmedBy?.text)
        json.member("participants", participants)
        json.member("agreements", agreements)
    }
}

extension Clinical {
    /// Writes the members of the clinical data.
    public func write(to json: inout JSONWriter) {
        json.member("diagnosis", diagnosis)
        json.member("expectedCourse", expectedCourse)
        json.member("foreseenSigns", foreseenSigns)
        json.member("lastVisitOn", lastVisitOn?.description)
        json.member("medication", medication)
        json.member("drugsKeptAt", drugsKeptAt)
        json.member("devices", devices)
        json.member("allergies", allergies)
        json.member("infections", infections)
    }
}

extension Consent {
    func write(to json: inout JSONWriter) {
        json.member("givenBy", givenBy)
        json.member("relationship", relationship)
        json.member("givenOn", givenOn?.description)
        json.member("sharedWith", sharedWith.map(\.rawValue))
    }
}
