public import DutyRota

/// What issuing a card requires: every missing item is named at once.
///
/// (Where paper forms were counted, nearly a fifth were faulty; a card that is found incomplete at night is found too late.)
public struct Issuing: Sendable {
    let document: CardDocument
    let registers: Registers

    public init(_ document: CardDocument, registers: Registers) {
        self.document = document
        self.registers = registers
    }

    /// What names something that the registers do not have; asked of drafts too.
    public var unknownReferences: [FieldFault] {
        guard let association = registers.association(document.association) else {
            return [FieldFault(field: "association", message: FieldWords.unknownAssociation)]
        }
        let physicians = [
            ("attendingPhysician", document.attendingPhysician), ("deputyPhysician", document.deputyPhysician),
            ("wish.confirmedBy", document.wish.confirmedBy),
        ]
        let checks: [(field: String, isFault: Bool, message: String)] =
            [
                (
                    "patient.area", document.patient.area.map { association.area($0) == nil } ?? false,
                    FieldWords.unknownArea
                )
            ]
            + physicians.map { field, id in
                (field, id.map { registers.physicians[$0] == nil } ?? false, FieldWords.unknownPhysician)
            }
            + document.hospitals.enumerated().map { index, agreed in
                (
                    "hospitals[\(index)].hospital", agreed.hospital.map { registers.hospitals[$0] == nil } ?? false,
                    FieldWords.unknownHospital
                )
            }
        return checks.filter(\.isFault).map { FieldFault(field: $0.field, message: $0.message) }
    }

    /// What is missing before the card may be issued.
    public var missing: [FieldFault] {
        missingPatient + missingFamily + missingAttending + missingNurse + missingWish + missingHospitals
            + missingConsent
    }

    /// The area that the address belongs to by the beginnings that the areas list, where it is not the area that the card names.
    /// nil: they agree, or the areas list no beginnings.
    public var areaMismatch: FieldFault? {
        guard let association = registers.association(document.association), let address = document.patient.address,
            association.areas.contains(where: { !$0.addresses.isEmpty }),
            association.area(ofAddress: address)?.id != document.patient.area
        else { return nil }
        return FieldFault(field: "patient.area", message: FieldWords.areaMismatch)
    }

    private var missingPatient: [FieldFault] {
        let patient = document.patient
        return required([
            ("patient.name", patient.name == nil), ("patient.kana", patient.kana == nil),
            ("patient.birthDate", patient.birthDate == nil), ("patient.sex", patient.sex == nil),
            ("patient.address", patient.address == nil), ("patient.area", patient.area == nil),
        ])
    }

    private var missingFamily: [FieldFault] {
        guard !document.family.isEmpty else { return required([("family", true)]) }
        return required(
            document.family.enumerated().flatMap { index, member in
                [
                    ("family[\(index)].name", member.name == nil),
                    ("family[\(index)].relationship", member.relationship == nil),
                    ("family[\(index)].telephone", member.telephone == nil),
                ]
            })
    }

    private var missingAttending: [FieldFault] {
        guard let id = document.attendingPhysician else { return required([("attendingPhysician", true)]) }
        guard let physician = registers.physicians[id], physician.telephones.isEmpty else { return [] }
        return [FieldFault(field: "attendingPhysician", message: FieldWords.physicianWithoutTelephone)]
    }

    private var missingNurse: [FieldFault] {
        guard let nurse = document.visitingNurse else { return [] }
        return required([
            ("visitingNurse.name", nurse.name == nil), ("visitingNurse.telephone", nurse.telephone == nil),
        ])
    }

    private var missingWish: [FieldFault] {
        let wish = document.wish
        return required([
            ("wish.text", wish.text == nil), ("wish.confirmedOn", wish.confirmedOn == nil),
            ("wish.confirmedBy", wish.confirmedBy == nil),
        ])
    }

    private var missingHospitals: [FieldFault] {
        let listed = document.hospitals.enumerated().flatMap { index, agreed in
            [
                ("hospitals[\(index)].hospital", agreed.hospital == nil),
                ("hospitals[\(index)].agreedOn", agreed.agreedOn == nil),
            ]
        }
        return required([("hospitals", document.colour == .yellow && document.hospitals.isEmpty)] + listed)
    }

    private var missingConsent: [FieldFault] {
        let consent = document.consent
        let lacking = document.colour.recipients.filter { !consent.sharedWith.contains($0) }
        return required([
            ("consent.givenBy", consent.givenBy == nil), ("consent.relationship", consent.relationship == nil),
            ("consent.givenOn", consent.givenOn == nil),
        ])
            + (lacking.isEmpty
                ? []
                : [
                    FieldFault(
                        field: "consent.sharedWith", message: FieldWords.notShared(with: lacking.map(\.rawValue)))
                ])
    }

    private func required(_ checks: [(field: String, isMissing: Bool)]) -> [FieldFault] {
        checks.filter(\.isMissing).map { FieldFault(field: $0.field, message: FieldWords.missing) }
    }
}

extension Colour {
    /// To whom a card of this colour must be shown if it is to be of use.
    var recipients: [Consent.Recipient] {
        switch self {
        case .green: [.fire, .dutyPhysician]
        case .yellow: [.fire, .hospital]
        }
    }
}

extension Association {
    /// The area whose beginning fits the address; of several the longest. A prefecture in front does not count.
    public func area(ofAddress address: String) -> Area? {
        let address = Address.withoutPrefecture(Names.folded(address))
        let fitting = areas.flatMap { area in area.addresses.map { (area: area, beginning: Names.folded($0)) } }
            .filter { address.hasPrefix(Address.withoutPrefecture($0.beginning)) }
        return fitting.max { $0.beginning.count < $1.beginning.count }?.area
    }
}
