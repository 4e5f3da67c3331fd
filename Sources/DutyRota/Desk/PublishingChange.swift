/// What is another than before about one place of a month that is published.
public struct PlaceChange: Hashable, Sendable {
    /// What has changed.
    public enum Change: Hashable, Sendable {
        /// The month did not have the place.
        case added
        /// The month has the place no more.
        case removed
        /// The slot runs at other hours.
        case hours(before: Range<Instant>, after: Range<Instant>)
        /// Others hold a call; nobody held a place that is new.
        case holders(CallOrder, before: [PhysicianID], after: [PhysicianID])
    }

    /// The place.
    public let place: Place.Key
    /// What has changed.
    public let change: Change
}

/// What a sheet changes of the one that it replaces, in the order of its places, then what has vanished.
public func sheetChanges(from old: PublishedMonth?, to places: [Place]) -> [PlaceChange] {
    let before = Dictionary((old?.places ?? []).map { ($0.key, $0) }) { first, _ in first }
    let kept = Set(places.map(\.key))
    let removed = (old?.places ?? []).filter { !kept.contains($0.key) }
    return places.flatMap { $0.changes(from: before[$0.key]) }
        + removed.map { PlaceChange(place: $0.key, change: .removed) }
}

extension Place {
    fileprivate func changes(from old: Place?) -> [PlaceChange] {
        var changes: [PlaceChange.Change] = old == nil ? [.added] : []
        if let old, old.interval != interval { changes.append(.hours(before: old.interval, after: interval)) }
        for order in CallOrder.allCases where (old?.holders[order] ?? []) != holders[order] {
            changes.append(.holders(order, before: old?.holders[order] ?? [], after: holders[order]))
        }
        return changes.map { PlaceChange(place: key, change: $0) }
    }
}
