import DutyRota
import EmergencyCards
import Foundation

/// The look-up answer as anybody would write it who needs no speed: a tree of plain values for a plain encoder. It is the second
/// implementation that the hand-written bytes are held against.
struct PlainAnswer: Encodable {
    let asOf: String
    let rehearsal: Bool
    let sentence: String
    let read: Read
    let card: Card
    let patient: Patient
    let sameHousehold: [Member]
    let family: [Relative]
    let wish: Wish?
    let clinical: Clinical?
    let plan: [Step]
    let duty: Duty?
    let flags: [Flag]
    let openCall: Open?

    struct Flag: Encodable { let kind, at, call: String }
    struct Open: Encodable { let id, state: String }

    struct Read: Encodable {
        let number, colour, state: String
        let endedReason: String?
        let colourMismatch: Bool
    }

    struct Card: Encodable {
        let number, colour, state: String
        let endedReason: String?
        let version: Int
        let confirmed: Confirmed?
        let issuedOn, validUntil: String?
        let expired, reviewOverdue: Bool
        let suspendedSince: String?
        let training: Bool
        let association: Named?
    }

    struct Confirmed: Encodable { let by, on: String }
    struct Named: Encodable { let id, name: String }

    struct Patient: Encodable {
        let name, kana, birthDate, birthDateJapanese: String?
        let age: Int?
        let sex, address: String?
        let area: Named?
        let doorNotes: String?
        let telephones: [String]
    }

    struct Member: Encodable {
        let number, colour: String
        let kana, birthDate, sex: String?
        let matchedBy: String
    }

    struct Relative: Encodable { let name, relationship, telephone: String? }

    struct Wish: Encodable {
        let text, confirmedOn, confirmedBy: String?
        let participants: [String]
        let agreements: String?
    }

    struct Clinical: Encodable {
        let diagnosis, expectedCourse, foreseenSigns, lastVisitOn, medication, drugsKeptAt, devices: String?
        let allergies, infections, asOf: String?
    }

    struct Number: Encodable { let label, number: String }
    struct Span: Encodable { let start, end: String }

    struct Step: Encodable {
        let id: String
        let step: Int
        let kind, status: String
        let reason, physicianId: String?
        let name: String
        let organisation: String?
        let telephones: [Number]
        let ringSeconds, callOrder: Int?
        let scope: String?
        let shift: Span?
        let hospitalId, entrance, patientNumber: String?
    }

    struct Shift: Encodable {
        let slot: String
        let area: String?
        let dutyDate, start, end: String
    }

    struct OnDuty: Encodable {
        let callOrder: Int
        let id, name, organisation, scope: String
        let telephones: [Number]
        let shift: Shift
        let origin: String
        let overrideId: String?
    }

    struct PassedOver: Encodable {
        let callOrder: Int
        let id, name, reason: String
    }

    struct Next: Encodable {
        let start: String
        let physicians: [OnDuty]
    }

    struct Contact: Encodable { let name, telephone: String }

    struct Duty: Encodable {
        let at, association, area, status: String
        let physicians: [OnDuty]
        let passedOver: [PassedOver]
        let validUntil: String?
        let next: Next?
        let horizon: String?
        let revision: Int?
        let publishedAt: String?
        let warnings: [String]
        let standingContact: Contact
    }
}

extension PlainAnswer {
    init(_ answer: LookupAnswer) {
        let (document, life, day) = (answer.card.document, answer.card.life, answer.asOf.day)
        asOf = answer.asOf.rfc3339
        rehearsal = answer.rehearsal
        sentence = answer.sentence
        read = Read(
            number: "\(answer.found.read.number)", colour: answer.found.read.colour.rawValue,
            state: answer.found.read.state.rawValue, endedReason: answer.found.read.endedReason?.rawValue,
            colourMismatch: answer.colourMismatch)
        card = Card(
            number: "\(answer.card.number)", colour: document.colour.rawValue, state: life.state.rawValue,
            endedReason: life.endedReason?.rawValue, version: answer.card.version,
            confirmed: life.confirmed.map { Confirmed(by: "\($0.by)", on: "\($0.on)") },
            issuedOn: life.issuedOn?.description, validUntil: life.validUntil?.description,
            expired: life.isExpired(on: day), reviewOverdue: life.isReviewOverdue(on: day, colour: document.colour),
            suspendedSince: life.suspendedSince?.description, training: document.training,
            association: answer.association.map { Named(id: "\($0.id)", name: $0.name) })
        patient = Patient(document.patient, area: answer.area, on: day)
        sameHousehold = answer.found.household.map { member in
            Member(
                number: "\(member.card.number)", colour: member.card.colour.rawValue, kana: member.card.kana,
                birthDate: member.card.birthDate?.description, sex: member.card.sex?.rawValue,
                matchedBy: member.matchedBy.rawValue)
        }
        family = document.family.map { Relative(name: $0.name, relationship: $0.relationship, telephone: $0.telephone) }
        wish = answer.isInForce ? Wish(document.wish) : nil
        clinical = answer.isInForce ? Clinical(document.clinical, asOf: answer.card.enteredAt.day) : nil
        plan = answer.plan.map(Step.init)
        duty = answer.duty.map(Duty.init)
        flags = answer.flags.map { Flag(kind: $0.kind.rawValue, at: $0.at.rfc3339, call: "\($0.call)") }
        openCall = answer.openCall.map { Open(id: "\($0.call)", state: $0.state.rawValue) }
    }
}

extension PlainAnswer.Patient {
    init(_ patient: PatientDetails, area: Area?, on day: Day) {
        self.init(
            name: patient.name, kana: patient.kana, birthDate: patient.birthDate?.description,
            birthDateJapanese: patient.birthDate.map(JapaneseDate.text), age: patient.birthDate?.age(on: day),
            sex: patient.sex?.rawValue, address: patient.address,
            area: area.map { PlainAnswer.Named(id: "\($0.id)", name: $0.name) }, doorNotes: patient.doorNotes,
            telephones: patient.telephones)
    }
}

extension PlainAnswer.Wish {
    init(_ wish: EmergencyCards.Wish) {
        self.init(
            text: wish.text, confirmedOn: wish.confirmedOn?.description, confirmedBy: wish.confirmedBy?.text,
            participants: wish.participants, agreements: wish.agreements)
    }
}

extension PlainAnswer.Clinical {
    init(_ clinical: EmergencyCards.Clinical, asOf day: Day) {
        self.init(
            diagnosis: clinical.diagnosis, expectedCourse: clinical.expectedCourse,
            foreseenSigns: clinical.foreseenSigns,
            lastVisitOn: clinical.lastVisitOn?.description, medication: clinical.medication,
            drugsKeptAt: clinical.drugsKeptAt, devices: clinical.devices, allergies: clinical.allergies,
            infections: clinical.infections, asOf: day.description)
    }
}

extension PlainAnswer.Number {
    init(_ telephone: Telephone) { self.init(label: telephone.label, number: telephone.number) }
}

extension PlainAnswer.Step {
    init(_ step: PlanStep) {
        self.init(
            id: step.id, step: step.step, kind: step.kind.rawValue, status: step.status.rawValue,
            reason: step.reason?.rawValue, physicianId: step.physician?.text, name: step.name,
            organisation: step.organisation, telephones: step.telephones.map(PlainAnswer.Number.init),
            ringSeconds: step.ringSeconds, callOrder: step.shift?.callOrder.rawValue, scope: step.shift?.scope.rawValue,
            shift: step.shift.map {
                PlainAnswer.Span(start: $0.interval.lowerBound.rfc3339, end: $0.interval.upperBound.rfc3339)
            },
            hospitalId: step.reception?.hospital.text, entrance: step.reception?.entrance,
            patientNumber: step.reception?.patientNumber)
    }
}

extension PlainAnswer.OnDuty {
    init(_ shift: DutyShift) {
        self.init(
            callOrder: shift.callOrder.rawValue, id: shift.physician.id.text, name: shift.physician.name,
            organisation: shift.physician.organisation, scope: shift.scope.rawValue,
            telephones: shift.telephones.map(PlainAnswer.Number.init),
            shift: PlainAnswer.Shift(
                slot: shift.place.slot, area: shift.place.area?.text, dutyDate: "\(shift.place.dutyDate)",
                start: shift.interval.lowerBound.rfc3339, end: shift.interval.upperBound.rfc3339),
            origin: "published", overrideId: nil)
    }
}

extension PlainAnswer.Duty {
    init(_ duty: DutyAnswer) {
        self.init(
            at: duty.at.rfc3339, association: duty.association.text, area: duty.area.text, status: duty.status.rawValue,
            physicians: duty.shifts.filter { $0.obstacle == nil }.map(PlainAnswer.OnDuty.init),
            passedOver: duty.shifts.compactMap { shift in
                shift.obstacle.map {
                    PlainAnswer.PassedOver(
                        callOrder: shift.callOrder.rawValue, id: shift.physician.id.text, name: shift.physician.name,
                        reason: $0.rawValue)
                }
            },
            validUntil: duty.validUntil?.rfc3339,
            next: duty.next.map {
                PlainAnswer.Next(start: $0.start.rfc3339, physicians: $0.shifts.map(PlainAnswer.OnDuty.init))
            },
            horizon: duty.horizon?.rfc3339, revision: duty.revision, publishedAt: duty.publishedAt?.rfc3339,
            warnings: duty.warnings.map(\.rawValue),
            standingContact: PlainAnswer.Contact(
                name: duty.standingContact.name, telephone: duty.standingContact.telephone))
    }
}
