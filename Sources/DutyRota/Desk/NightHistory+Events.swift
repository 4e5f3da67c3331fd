extension Night {
    /// Who was planned, revision by revision, where a revision differs from the one before.
    var planned: [NightEvent] {
        zip([nil] + revisions, revisions).flatMap { before, revision in
            let old = (before?.sheet.places ?? []).filter { concerns($0.key) }
            let new = revision.sheet.places.filter { concerns($0.key) }
            let removed = old.filter { place in !new.contains { $0.key == place.key } }
            return removed.map { self.removed($0, by: revision) }
                + new.flatMap { place in planned(place, after: old.first { $0.key == place.key }, by: revision) }
        }
    }

    /// A call that neither needs nor has anybody is left out.
    private func planned(_ place: Place, after old: Place?, by revision: RotaChronicle.Revision) -> [NightEvent] {
        CallOrder.allCases.filter { order in
            guard let old else { return place.required[order] > 0 || !place.holders[order].isEmpty }
            return old.holders[order] != place.holders[order] || old.interval != place.interval
        }.map { order in
            NightEvent(
                at: revision.sheet.publishedAt,
                by: revision.by,
                kind: .planned,
                place: place.key,
                order: order,
                physicians: place.holders[order],
                isCorrection: revision.sheet.publishedAt >= place.interval.upperBound,
                message: HistoryWords.planned(place, order, after: old, revision.sheet.revision, book)
            )
        }
    }

    private func removed(_ place: Place, by revision: RotaChronicle.Revision) -> NightEvent {
        NightEvent(
            at: revision.sheet.publishedAt,
            by: revision.by,
            kind: .placeRemoved,
            place: place.key,
            order: nil,
            physicians: place.holders.first + place.holders.second,
            isCorrection: revision.sheet.publishedAt >= place.interval.upperBound,
            message: HistoryWords.removed(place.key, revision.sheet.revision, book)
        )
    }

    /// Every override that was made, and every one that was lifted; at one instant what was lifted first.
    var overridden: [NightEvent] {
        let lifted = overrides.compactMap { override in
            override.lift.map { event(of: override, .overrideLifted, at: $0.at, by: $0.by, reason: $0.reason) }
        }
        return lifted
            + overrides.map {
                event(of: $0, .overrideMade, at: $0.madeAt, by: $0.madeBy, reason: $0.reason)
            }
    }

    private func event(
        of override: Override,
        _ kind: NightEvent.Kind,
        at instant: Instant,
        by actor: String,
        reason: String
    ) -> NightEvent {
        let slot = place(override.place, at: instant)?.interval
        let half = override.exchange.flatMap { exchange in
            chronicle.overrides.first { $0.exchange == exchange && $0.place != override.place }
        }
        let words = HistoryWords.override(override, within: slot, otherHalf: half, book)
        return NightEvent(
            at: instant,
            by: actor,
            kind: kind,
            place: override.place,
            order: override.order,
            physicians: [override.replaces, override.physician].compactMap(\.self),
            isCorrection: slot.map { $0.upperBound <= instant } ?? false,
            message: HistoryWords.because(kind == .overrideLifted ? HistoryWords.lifted(words) : words, reason)
        )
    }

    /// What the fire department found of anybody who has ever stood on the night, while its slots ran.
    var unavailable: [NightEvent] {
        let places = revisions.flatMap { $0.sheet.places.filter { concerns($0.key) } }
        let people = Set(
            places.flatMap { $0.holders.first + $0.holders.second } + overrides.compactMap(\.physician))
        return chronicle.unavailabilities.filter { mark in
            people.contains(mark.physician) && places.contains { $0.interval.overlaps(mark.span) }
        }.flatMap { mark in
            let said = event(of: mark, .unavailable, at: mark.from, by: mark.madeBy, reason: mark.reason)
            return [said]
                + [mark.lift].compactMap(\.self).map {
                    event(of: mark, .unavailableLifted, at: $0.at, by: $0.by, reason: $0.reason)
                }
        }
    }

    private func event(
        of mark: Unavailability,
        _ kind: NightEvent.Kind,
        at instant: Instant,
        by actor: String,
        reason: String
    ) -> NightEvent {
        let words = HistoryWords.unavailable(mark, on: dutyDate, book)
        return NightEvent(
            at: instant,
            by: actor,
            kind: kind,
            place: nil,
            order: nil,
            physicians: [mark.physician],
            isCorrection: instant >= mark.until,
            message: HistoryWords.because(kind == .unavailableLifted ? HistoryWords.lifted(words) : words, reason)
        )
    }
}

extension Unavailability {
    /// From when until when it was to count, whether or not it was taken back.
    var span: Range<Instant> { from..<max(from, until) }
}
