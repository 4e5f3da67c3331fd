import DutyRota
import EmergencyCards

/// What a card may name, as the API gives it, and how screens call it.
struct CardChoicesView: Sendable {
    let json: JSONValue

    var association: String { json["association"].text ?? "" }

    /// The physicians who can be chosen, and whoever is chosen already.
    func physicians(chosen: String?) -> [(value: String, text: String)] {
        json["physicians"].elements.filter { $0["active"] == .flag(true) || $0["id"].text == chosen }.map {
            ($0["id"].text ?? "", Self.person($0))
        }
    }

    var areas: [(value: String, text: String)] {
        json["areas"].elements.map { ($0["id"].text ?? "", $0["name"].text ?? "") }
    }

    var hospitals: [(value: String, text: String)] {
        json["hospitals"].elements.map { ($0["id"].text ?? "", $0["name"].text ?? "") }
    }

    /// A name for an identifier that a card holds; the identifier where nobody knows it any more.
    func name(_ id: String?, among kind: String) -> String? {
        guard let id else { return nil }
        guard let found = json[kind].elements.first(where: { $0["id"].text == id }) else { return id }
        return kind == "physicians" ? Self.person(found) : found["name"].text
    }

    /// The area that an address belongs to by the beginnings that the areas list.
    func area(of address: String) -> String? {
        let areas = json["areas"].elements.map { area in
            Area(
                id: AreaID(area["id"].text ?? ""), name: area["name"].text ?? "",
                addresses: area["addresses"].elements.compactMap(\.text))
        }
        let association = Association(
            id: AssociationID(self.association), name: "", standingContact: StandingContact(name: "", telephone: ""),
            areas: areas)
        return association.area(ofAddress: address)?.id.text
    }

    private static func person(_ physician: JSONValue) -> String {
        [physician["name"].text, physician["organisation"].text.map { "（\($0)）" }].compactMap(\.self).joined()
    }
}
