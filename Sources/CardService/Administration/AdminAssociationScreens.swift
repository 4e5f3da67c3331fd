import EmergencyCards
import Hummingbird

/// The associations: whom they have, and how far ahead their rotas are published. Their registers are kept by their offices.
struct AdminAssociationScreens: Sendable {
    func list(_ visit: DeskVisit) async throws -> Response {
        let installation = try await visit.ask(.get, .installation).json
        let view = AdminAssociationView(text: visit.adminText)
        return try visit.screen("admin/associations", view.page(installation))
    }

    /// The published month to print.
    func rota(_ visit: DeskVisit) async throws -> Response {
        let parts = ["association": visit.part("association"), "month": visit.part("month") + ".html"]
        let response = try await visit.forward(.get, .month, parts)
        guard response.status == .ok else {
            throw Refused(
                APIAnswer(
                    status: response.status, headers: response.headers,
                    json: JSONValue(try await response.body.collected()) ?? .null))
        }
        return response
    }
}

/// What the page of the associations shows.
struct AdminAssociationView {
    let text: AdminText

    func page(_ installation: JSONValue) -> Shown {
        [
            "associations": installation["associations"].elements.map(association),
            "hospitals": installation["hospitals"].shown,
        ]
    }

    private func association(_ association: JSONValue) -> Shown {
        let id = association["id"].text ?? ""
        let months = association["months"].elements
        return [
            "id": id, "heading": "a-" + id.percentEncoded.replacing("%", with: "-"), "name": association["name"].text,
            "areas": association["areas"].elements.compactMap { $0["name"].text }.map { ["name": $0] as Shown },
            "contact": association["standingContact"]["name"].text,
            "telephone": association["standingContact"]["telephone"].text,
            "physicians": association["physicians"].shown, "hasMonths": !months.isEmpty,
            "months": months.map { month -> Shown in
                [
                    "text": text.month(month["month"]), "revision": month["revision"].shown,
                    "publishedAt": text.moment(month["publishedAt"]),
                    "path":
                        "/admin/associations/\(id.percentEncoded)/rota/\((month["month"].text ?? "").percentEncoded)",
                ]
            },
        ]
    }
}
