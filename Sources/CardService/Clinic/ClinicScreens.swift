import DutyRota
import EmergencyCards
import Hummingbird

/// What a GP begins with: their patients' cards by what needs doing.
struct ClinicScreens: Sendable {
    let cards: CardScreens

    func read(_ visit: DeskVisit) async throws -> Response {
        let parts = ["physician": visit.speaksFor]
        let listed = try await cards.listed(visit)
        let due = try await visit.every(.physicianCardsDue, parts, "entries")
        let view = ClinicView(words: visit.words, holder: visit.person.holder, cards: listed, due: due)
        return try visit.screen("clinic/home", view.shown)
    }
}

/// The list of a GP's cards: each stands once, under the most urgent thing that it needs.
struct ClinicView {
    let words: ScreenWords
    let holder: KeyHolder
    /// As the API lists them.
    let cards: [JSONValue]
    /// What is due, as the API lists it.
    let due: [JSONValue]

    /// A heading of the list, the most urgent first, with the reasons of what stands under it.
    private static let sections: [(name: String, reasons: Set<DueReason>)] = [
        ("called", [.deathCertified, .transportRequested]), ("unconfirmed", [.unconfirmed]),
        ("plan", [.physicianLeft, .hospitalLeft, .agreementMissing]),
        ("renewal", [.renewalDue]), ("review", [.reviewOverdue, .reviewDue]), ("suspended", [.suspendedLong]),
        ("agreement", [.agreementOld]),
    ]

    var shown: Shown {
        var left = cards.sorted { ($0["patient"]["kana"].text ?? "") < ($1["patient"]["kana"].text ?? "") }
        func take(_ name: String, _ isWanted: (JSONValue) -> Bool) -> Shown? {
            let found = left.filter(isWanted)
            left.removeAll(where: isWanted)
            return found.isEmpty ? nil : section(name, found)
        }
        let urgent =
            Self.sections.map { name, reasons in take(name) { !reasons.isDisjoint(with: self.reasons(of: $0)) } }
            + [take("draft") { $0["state"] == .string("draft") }]
        let rest = take("rest") { $0["state"] != .string("ended") }
        return [
            "urgent": urgent.compactMap(\.self), "hasNothing": urgent.allSatisfy { $0 == nil },
            "rest": rest, "ended": left.isEmpty ? nil : section("ended", left), "isEmpty": cards.isEmpty,
            "count": words["clinic.home.count", ["n": "\(cards.count { $0["state"] != .string("ended") })"]],
        ]
    }

    private func reasons(of card: JSONValue) -> Set<DueReason> {
        Set(card["reasons"].elements.compactMap { $0.text.flatMap(DueReason.init) })
    }

    private func section(_ name: String, _ cards: [JSONValue]) -> Shown {
        [
            "id": "s-\(name)", "title": words["clinic.home.section.\(name)"],
            "about": words.find("clinic.home.about.\(name)"), "count": "\(cards.count)",
            "cards": cards.map { row($0, name) },
        ]
    }

    private func row(_ card: JSONValue, _ section: String) -> Shown {
        let number = card["number"].text ?? ""
        let messages = due.filter { $0["card"]["number"].text == number }.compactMap { $0["message"].text }
        return CardRow(words: words, card: card, prefix: "/clinic").head.with([
            "messages": messages.map { ["text": $0] as Shown }, "deeds": deeds(card, section),
            "isDeputy": card["attendingPhysician"].text.map { holder.scope != .physician(PhysicianID($0)) } ?? false,
        ])
    }

    /// The one or two deeds that end what is due, and those of every day.
    private func deeds(_ card: JSONValue, _ section: String) -> [Shown] {
        let may = acts(card)
        let isDeath = reasons(of: card).contains(.deathCertified)
        let first: [CardDeed] =
            switch section {
            case "called": isDeath ? [.close] : [.review, .withdraw]
            case "unconfirmed": [.confirm]
            case "renewal": [.renew, .withdraw]
            case "review": [.review, .renew]
            case "suspended": [.resume, .close]
            default: []
            }
        let daily: [CardDeed] = section == "called" || section == "draft" ? [] : [.visit]
        let wanted = first + daily.filter { !first.contains($0) }
        let edit: [Shown] =
            ["called", "plan", "agreement", "draft"].contains(section) && may.contains(.change)
            ? [
                [
                    "path": "/clinic/cards/\(card["number"].text ?? "")/edit",
                    "text": words["clinic.home.edit.\(section)"], "isAsked": true,
                ]
            ] : []
        // Only what ends the matter stands out: a deputy, who may not renew, is not led to withdrawing.
        let shown = wanted.filter { $0.act.map(may.contains) ?? false }.map { deed -> Shown in
            let isPlain = deed.isPlain(forOffice: false)
            return [
                "path": "/clinic/cards/\(card["number"].text ?? "")/\(deed.rawValue)",
                "text": words["clinic.deed.\(deed.rawValue).\(isPlain ? "button" : "short")"], "isPlain": isPlain,
                "isAsked": !isPlain, "isDeed": true, "isQuiet": deed != first.first,
            ]
        }
        return edit + shown
    }

    private func acts(_ card: JSONValue) -> Set<CardAction> {
        var document = CardDocument(
            association: AssociationID(card["association"].text ?? ""),
            colour: card["colour"].text.flatMap(Colour.init) ?? .green, patient: PatientDetails())
        document.attendingPhysician = card["attendingPhysician"].text.map { PhysicianID($0) }
        document.deputyPhysician = card["deputyPhysician"].text.map { PhysicianID($0) }
        guard let state = card["state"].text.flatMap(CardState.init) else { return [] }
        return Access(holder).acts(on: document, in: state)
    }
}
