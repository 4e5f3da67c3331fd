extension PublishWish {
    /// What can't be done as it was named. A list that has grown stale must not wave anything through.
    func faults(_ cells: [OverriddenCell], known: Set<String>, names book: RotaBook) -> [DeskFault] {
        let unknown = acknowledged.enumerated().filter { !known.contains($1) }.map { index, id in
            DeskFault(field: "acknowledge[\(index)]", message: PublishWords.noSuchProblem(id))
        }
        let keeping = kept.enumerated().compactMap { index, id in
            keepFault(id, cells, book).map { DeskFault(field: "keep[\(index)]", message: $0) }
        }
        let lifting = lifted.enumerated().compactMap { index, id in
            liftFault(id, cells, book).map { DeskFault(field: "lift[\(index)]", message: $0) }
        }
        return unknown + keeping + lifting
    }

    private func keepFault(_ id: String, _ cells: [OverriddenCell], _ book: RotaBook) -> String? {
        guard let cell = cells.first(where: { $0.override.id == id }) else { return PublishWords.notInQuestion(id) }
        if lifted.contains(id) { return PublishWords.keptAndLifted(id) }
        guard let place = cell.after else { return PublishWords.placeVanished(cell, book) }
        return cell.override.interval(within: place.interval).isEmpty ? PublishWords.outsideHours(cell, book) : nil
    }

    /// An exchange is one act: where the other half is still to come, neither is lifted without the other.
    private func liftFault(_ id: String, _ cells: [OverriddenCell], _ book: RotaBook) -> String? {
        if let cell = cells.first(where: { $0.override.id == id }) {
            guard let half = cell.otherHalf, !lifted.contains(half.id) else { return nil }
            return PublishWords.halfAnExchange(half, book)
        }
        let goesAlong = cells.contains { $0.otherHalf?.id == id && lifted.contains($0.override.id) }
        return goesAlong ? nil : PublishWords.notInQuestion(id)
    }
}
