/// What is said of the history of a night.
enum HistoryWords {
    /// Of those whom a revision names, and whom the one before it did.
    static func planned(_ place: Place, _ order: CallOrder, after old: Place?, _ revision: Int, _ book: RotaBook)
        -> String
    {
        let hours = CheckWords.hours(place.interval, on: place.key.dutyDate)
        let before = old.map { "\(PublishWords.names($0.holders[order], book)) → " } ?? ""
        return "第\(revision)版の公開: \(CheckWords.place(place.key, book))（\(hours)）\(SlotWords.callOrder(order)) "
            + "\(before)\(PublishWords.names(place.holders[order], book))"
    }

    /// Of a place that a revision no longer has.
    static func removed(_ place: Place.Key, _ revision: Int, _ book: RotaBook) -> String {
        "第\(revision)版の公開: \(CheckWords.place(place, book)) の枠がなくなりました"
    }

    /// Of an override: where it lies, who stands in for whom, from when until when, and with which night it is exchanged.
    static func override(
        _ override: Override,
        within slot: Range<Instant>?,
        otherHalf: Override?,
        _ book: RotaBook
    ) -> String {
        let hours = slot.map {
            "（\(CheckWords.hours(override.interval(within: $0), on: override.place.dutyDate))）"
        }
        let exchange =
            otherHalf.map { "、\(CheckWords.place($0.place, book)) と交換" } ?? (override.exchange == nil ? "" : "、交換")
        return "変更: \(CheckWords.place(override.place, book)) \(SlotWords.callOrder(override.order)) "
            + "\(PublishWords.swap(override, book))\(hours ?? "")\(exchange)"
    }

    /// Of somebody who can't come, from when until when.
    static func unavailable(_ mark: Unavailability, on day: Day, _ book: RotaBook) -> String {
        "出動できない: \(CheckWords.names([mark.physician], book))（\(CheckWords.hours(mark.span, on: day))）"
    }

    /// Of something that counts no more.
    static func lifted(_ words: String) -> String { "取り消し: \(words)" }

    /// The same with its reason.
    static func because(_ words: String, _ reason: String) -> String {
        reason.isEmpty ? words : "\(words)。理由: \(reason)"
    }
}
