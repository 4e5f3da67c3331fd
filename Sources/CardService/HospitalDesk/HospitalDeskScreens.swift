import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// A hospital's desk: a number presented at the door, the cards that name the hospital, agreements to renew, and whether it takes patients.
struct HospitalDeskScreens: Sendable {
    let registers: any RegisterSource
    let clock: Clock

    func home(_ visit: DeskVisit) async throws -> Response {
        try await home(visit, numberFault: nil, full: nil)
    }

    /// The first page; `number`: what was typed and is no number; `full`: a form that was refused.
    func home(
        _ visit: DeskVisit, numberFault: String? = nil, full: Refused? = nil
    ) async throws -> Response {
        let own = ["hospital": visit.speaksFor]
        let page = visit.query("page")
        let cards = try await visit.ask(.get, .hospitalCards, own, query: page.map { [("page", $0)] } ?? []).json
        let hospital = try await visit.ask(.get, .hospital, own).json
        let marks = try await visit.ask(.get, .hospitalFull, own).json
        let view = HospitalDeskView(text: visit.officeText)
        let form = FormView(visit.words, "hospital.full", refused: full) { name in
            visit.form[name] ?? (name == "until" ? Self.tomorrow(clock.now()) : nil)
        }
        let shown = view.list(cards).with([
            "name": hospital["name"].text, "number": visit.form.raw("number"), "numberFault": numberFault,
            "marks": marks["full"].elements.map(view.mark), "isFull": !marks["full"].elements.isEmpty,
            "fullFields": [
                form.line("until", type: "datetime-local", isRequired: true), form.line("reason", isRequired: true),
            ],
            "fullFaults": form.otherFaults(than: ["until", "reason"]).map { ["message": $0] as Shown },
            "isFullRefused": full != nil,
            "next": cards["next"].text.map { visit.address("/hospital", [("page", $0)]) },
            "first": page.map { _ in "/hospital" },
            "telephones": hospital["telephones"].elements.map(view.telephone),
            "entrance": hospital["entrance"].text,
        ])
        let status = numberFault == nil ? full?.status ?? .ok : .unprocessableContent
        return try visit.screen("hospital/home", shown, message: full?.message, status: status)
    }

    func agreements(_ visit: DeskVisit) async throws -> Response {
        let query = [("agreement", "old")] + (visit.query("page").map { [("page", $0)] } ?? [])
        let cards = try await visit.ask(.get, .hospitalCards, ["hospital": visit.speaksFor], query: query).json
        let shown = HospitalDeskView(text: visit.officeText).list(cards).with([
            "next": cards["next"].text.map { visit.address("/hospital/agreements", [("page", $0)]) }
        ])
        return try visit.screen("hospital/agreements", shown)
    }

    /// A number that somebody presents at the door.
    func present(_ visit: DeskVisit) async throws -> Response {
        let typed = visit.form["number"] ?? ""
        let reading = NumberReading(typed, length: try registers.registers().numberLength)
        guard let number = reading.number else {
            let fault = typed.isEmpty ? visit.words["hospital.door.empty"] : visit.words["hospital.door.notANumber"]
            return try await home(visit, numberFault: fault)
        }
        return visit.go(to: "/hospital/cards/\(number.text)")
    }

    /// The card, looked up as the hospital: it is recorded, and the attending physician is told.
    func card(_ visit: DeskVisit) async throws -> Response {
        do {
            let answer = try await visit.ask(.get, .lookUp, ["number": visit.part("number")]).json
            return try visit.screen(
                "hospital/card",
                HospitalCardView(text: visit.officeText, hospital: visit.speaksFor, answer: answer).shown)
        } catch let refused as Refused where [.notFound, .conflict].contains(refused.status) {
            let page: Shown = [
                "number": visit.part("number"), "isEnded": refused.code == .notInForce,
                "sentence": visit.words["hospital.card.\(refused.code == .notInForce ? "ended" : "unknown")"],
            ]
            return try visit.screen("hospital/nocard", page, status: refused.status)
        }
    }

    /// The next morning at half past eight, as a field has it.
    private static func tomorrow(_ now: Instant) -> String { "\(now.day.adding(1))T08:30" }
}
