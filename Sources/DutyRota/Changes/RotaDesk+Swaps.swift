/// What came of asking for a swap, or of answering one.
public struct SwapMade: Hashable, Sendable, RotaDecided {
    /// What is to be written.
    public let decision: RotaDecision
    /// As it is now.
    public let swap: Swap
    /// What it made of the rota; nil where nothing was changed.
    public let made: OverrideMade?
}

extension RotaDesk {
    /// Asks another physician for a swap. What can't be made now can't be asked for: throws every field at fault at once.
    public func asking(_ request: SwapRequest, id: String) throws(RotaRefusal) -> SwapMade {
        let name = book.physicians[request.one.physician]?.name ?? request.one.physician.text
        let swap = Swap(id: id, request, askedBy: name, askedAt: now)
        let faults = sideFaults(swap) + noteFaults(request.note)
        guard faults.isEmpty else { throw .invalid(faults) }
        var tried = swap
        tried.answer = .accepted(now)
        _ = try tried.exchange(at: self, overrideIDs: ("one", "other"))
        var decision = RotaDecision()
        decision.swaps = [swap]
        return SwapMade(decision: decision, swap: swap, made: nil)
    }

    /// Answers a swap, or takes it back. Accepted it becomes a change of the rota, by the same rules as the office's own and as things
    /// stand now. Throws ``RotaRefusal/unknown(_:)``, ``RotaRefusal/swapAnswered`` where somebody was first, and
    /// ``RotaRefusal/swapOutdated(_:)`` where the rota has changed so that it can't be made.
    public func answering(
        _ id: String,
        _ step: Swap.Step,
        overrideIDs: (one: String, other: String)
    ) throws(RotaRefusal) -> SwapMade {
        guard let asked = swaps.first(where: { $0.id == id }) else { throw .unknown(id) }
        guard let swap = asked.after(step, at: now) else { throw .swapAnswered }
        var decision = RotaDecision()
        var made: OverrideMade?
        if step == .accept {
            let faults = sideFaults(swap)
            guard faults.isEmpty else { throw .swapOutdated(faults.map(\.message)) }
            do {
                made = try swap.exchange(at: self, overrideIDs: overrideIDs)
            } catch .invalid(let faults) {
                throw .swapOutdated(faults.map(\.message))
            } catch .unpublished {
                throw .swapOutdated([ChangeWords.notPublished])
            }
            decision = made?.decision ?? decision
        }
        decision.swapAnswers[id] = swap.answer
        return SwapMade(decision: decision, swap: swap, made: made)
    }

    /// Whether a swap that is pending can still be answered: until the first of its shifts begins.
    public func isOpen(_ swap: Swap) -> Bool {
        swap.answer == .pending
            && ([swap.one] + [swap.other].compactMap(\.self)).allSatisfy { side in
                book.place(side.place).map { now < $0.interval.lowerBound } ?? false
            }
    }

    /// A swap is of whole shifts that lie ahead: what runs, and what somebody holds for a part of the night only, is the office's to change.
    private func sideFaults(_ swap: Swap) -> [DeskFault] {
        let sides = [(name: "one", side: swap.one)] + [swap.other].compactMap(\.self).map { (name: "other", side: $0) }
        var faults = sides.compactMap { name, side -> DeskFault? in
            guard let place = book.place(side.place) else {
                return DeskFault(field: "\(name).slot", message: ChangeWords.notPublished)
            }
            if place.interval.lowerBound <= now { return DeskFault(field: name, message: ChangeWords.begunAlready) }
            let held = book.holdings(of: place).filter { $0.order == side.order && $0.physician == side.physician }
            guard held.map(\.interval) == [place.interval] else {
                let person = ChangeWords.person(side.physician, book.physicians[side.physician])
                return DeskFault(field: name, message: ChangeWords.notWholly(person))
            }
            return nil
        }
        if swap.one.physician == swap.asked {
            faults.append(DeskFault(field: "asked", message: ChangeWords.samePhysician))
        } else if swap.other.map({ $0.physician != swap.asked }) ?? false {
            faults.append(DeskFault(field: "other.physician", message: ChangeWords.notTheirs))
        }
        let isAsked = swaps.contains {
            $0.id != swap.id && isOpen($0) && $0.one == swap.one && $0.asked == swap.asked
                && $0.other == swap.other
        }
        if isAsked { faults.append(DeskFault(field: "one", message: ChangeWords.askedAlready)) }
        return faults
    }

    private func noteFaults(_ note: String) -> [DeskFault] {
        note.count > RotaDesk.reasonLimit
            ? [DeskFault(field: "note", message: ChangeWords.tooLong(RotaDesk.reasonLimit))] : []
    }
}

extension RotaBook {
    /// Who holds what on these duty dates, by time, as things stand: of the published months alone.
    public func holdings(on dates: ClosedRange<Day>) -> [Holding] {
        months.values.flatMap(\.places).filter { dates.contains($0.key.dutyDate) }.flatMap(holdings).sorted {
            ($0.interval.lowerBound, $0.place.slot, $0.place.area?.text ?? "", $0.order.rawValue, $0.physician)
                < ($1.interval.lowerBound, $1.place.slot, $1.place.area?.text ?? "", $1.order.rawValue, $1.physician)
        }
    }
}
