import DutyRota
import EmergencyCards

/// A month that comes into force, with what it changes.
struct Published: RotaDecided {
    let decision: RotaDecision
    let month: Month
    let revision: Int
    let publishedAt: Instant
    let changes: [PlaceChange]

    /// Throws ``RotaRefusal`` where something was not acknowledged, kept or lifted.
    init(_ wish: PublishWish, of sheet: DraftSheet, at desk: RotaDesk, rules: CheckRules) throws {
        decision = try desk.publishing(
            month: sheet.month, places: sheet.places, vanished: sheet.vanished, wish: wish, rules: rules)
        guard let published = decision.publication?.sheet else { throw RotaRefusal.noDraft(sheet.month) }
        month = sheet.month
        revision = published.revision
        publishedAt = published.publishedAt
        changes = sheetChanges(from: desk.book.months[sheet.month], to: sheet.places)
    }

    func write(to json: inout JSONWriter) {
        json.member("month", month.description)
        json.member("revision", revision)
        json.member("publishedAt", publishedAt.rfc3339)
        json.member("acknowledged", decision.publication?.acknowledged ?? [])
        json.member("changes", each: changes) { $1.write(to: &$0) }
        json.member("lifted", decision.lifts.keys.sorted())
        json.member("overrides", each: decision.overrides) { $1.write(to: &$0) }
    }
}
