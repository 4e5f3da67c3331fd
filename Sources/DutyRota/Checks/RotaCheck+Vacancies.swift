extension RotaCheck {
    /// Gaps, and calls held by fewer than the slot requires, wherever the resolver says so of an area. A place of the whole association
    /// is told once, however many areas it leaves alone; of a month without anybody nothing is told here.
    var vacancies: [RotaProblem] {
        let empty = Set(book.months.values.filter(\.isEmpty).map(\.month))
        // The resolver is asked only where it could say so: it costs far more than to see that a place is held throughout.
        let suspects = held.filter {
            concerns($0.place.key) && !empty.contains($0.place.key.dutyDate.month)
                && !Vacancy.isRuledOut($0.place, $0.holdings)
        }.map(\.place)
        let keys = Set(suspects.map(\.key))
        let found = book.association.areas.flatMap { area in
            suspects.filter { ($0.key.area ?? area.id) == area.id }.map(\.interval).joined.flatMap {
                vacancies(of: area.id, in: $0)
            }
        }.filter { keys.contains($0.place.key) }
        return Dictionary(grouping: found, by: \.call).values.flatMap(Vacancy.joined)
            .filter { $0.interval.overlaps(window) }.map(problem)
    }

    private func vacancies(of area: AreaID, in span: Range<Instant>) -> [Vacancy] {
        let timelines = book.timelines(of: area)
        let stretches = (try? book.stretches(of: area, in: span)) ?? []
        return stretches.filter { $0.status == .gap || $0.warnings.contains(.short) }.flatMap { stretch in
            timelines.pieces(of: stretch.interval).flatMap { piece in
                let governing = timelines.governing(at: piece.lowerBound)
                return stretch.status == .gap
                    ? Vacancy.gaps(governing, piece, stretch) : Vacancy.shortages(governing, piece, stretch)
            }
        }
    }

    private func problem(_ vacancy: Vacancy) -> RotaProblem {
        let (place, order) = (vacancy.place, vacancy.call.order)
        let kind = order == nil ? RotaProblem.Kind.gap : .short
        let part = vacancy.interval == place.interval ? [] : [vacancy.interval.text]
        let parts = [kind.rawValue, place.key.text] + (order.map { ["\($0)"] } ?? []) + part
        return RotaProblem(
            id: parts.joined(separator: ":"),
            kind: kind,
            place: place.key,
            order: order ?? .first,
            physicians: vacancy.callable,
            interval: vacancy.interval,
            message: order.map { CheckWords.short(vacancy, $0, book) } ?? CheckWords.gap(vacancy, book)
        )
    }
}

extension AreaTimelines {
    /// A range of time, cut wherever a place begins or ends: two empty places in a row are one stretch, but not one gap.
    fileprivate func pieces(of range: Range<Instant>) -> [Range<Instant>] {
        let cuts = sequence(first: range.lowerBound) { cut in
            boundary(after: cut).flatMap { $0 < range.upperBound ? $0 : nil }
        }
        return zip(cuts, Array(cuts.dropFirst()) + [range.upperBound]).map { $0..<$1 }
    }
}

extension [Range<Instant>] {
    /// Those that overlap or touch made one.
    fileprivate var joined: [Range<Instant>] {
        sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, next in
            guard let last = joined.last, next.lowerBound <= last.upperBound else { return joined.append(next) }
            joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, next.upperBound)
        }
    }
}

extension Range<Instant> {
    /// As identifiers of problems name a part of a slot.
    fileprivate var text: String { "\(lowerBound.rfc3339)/\(upperBound.rfc3339)" }
}
