import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

extension NightYear {
    static let people = ["甲", "乙", "丙"]

    /// Somebody opens a call, or comes into the one that is open; now and then two at once, or the same request again.
    func openCall() async throws {
        guard let card = pick(cards) else { return }
        let subject = Call.Subject(
            card: card.number, association: "shizuoka", colour: card.document.colour,
            attending: card.document.attendingPhysician, deputy: card.document.deputyPhysician,
            isRehearsal: card.document.training && chance(70))
        // A rehearsal that was forgotten is over before another one begins.
        for id in open where ledger.subjects[id] == subject {
            let desk = try desk(card, "甲")
            try await change(id) { CallDecision(entries: desk.refreshing($0)) }
        }
        let (store, now) = (store, time.now)
        serial += 1
        let repetition = Repetition(holder: "fire", key: "open\(serial)", request: [1])
        let desks = try (chance(20) ? ["甲", "乙"] : [pick(Self.people) ?? "甲"]).map { try desk(card, $0) }
        let told = card.document.colour == .yellow ? [notice("opened", .hospital("H01"))] : []
        let repetitions = desks.count == 1 ? [repetition] : [nil, nil]
        let calls = try await withThrowingTaskGroup(of: Call.self) { group in
            for (desk, repetition) in zip(desks, repetitions) {
                group.addTask {
                    try await store.open(subject, repetition: repetition, at: now) { id, present in
                        guard let present else {
                            return CallDecision(entries: desk.opening(.number), deliveries: told.map { $0(id) })
                        }
                        return CallDecision(entries: desk.refreshing(present) + desk.joining(present))
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for call in calls.sorted(by: { $0.entries.count < $1.entries.count }) {
            if !open.contains(call.id) {
                open.append(call.id)
                for make in told { ledger.notices.insert(make(call.id).place) }
            }
            ledger.show(call)
            if call.state == .closed { shut(call.id) }
        }
        if Set(calls.map(\.id)).count != 1 { ledger.faults.append("two calls opened at once about one card") }
        if desks.count == 1, chance(20), let call = calls.first { try await repeatOpening(subject, repetition, call) }
    }

    private func repeatOpening(_ subject: Call.Subject, _ repetition: Repetition, _ call: Call) async throws {
        if chance(50) { try restart() }
        let again = try await store.open(subject, repetition: repetition, at: time.now) { _, present in
            CallDecision(entries: present?.entries.suffix(1) ?? [])
        }
        if again.id != call.id || again.entries.count != call.entries.count {
            ledger.faults.append("\(call.id): a repeated request made something of its own")
        }
    }

    /// Somebody does something on a call that is open.
    func act() async throws {
        guard let id = pick(open), let subject = ledger.subjects[id], let card = sameCard(subject.card) else { return }
        let desk = try desk(card, pick(Self.people) ?? "甲")
        switch Int.random(in: 0..<100, using: &random) {
        case ..<62: try await attempt(id, card)
        case ..<70:
            let step = pick(desk.planner.steps(at: time.now))?.id ?? ""
            try await change(id) { CallDecision(entries: try desk.ringing(step, in: $0)) }
        case ..<74: try await change(id) { CallDecision(entries: desk.refreshing($0)) }
        case ..<80: try await change(id) { CallDecision(entries: try desk.acknowledging("hospital:H01", in: $0)) }
        case ..<84:
            let (step, eta) = (
                pick(Array((ledger.comers[id] ?? [:]).keys)) ?? "", time.now.adding(milliseconds: 900_000)
            )
            try await change(id) { CallDecision(entries: try desk.changingArrival(of: step, to: eta, in: $0)) }
        case ..<88: try await change(id) { CallDecision(entries: try desk.handingOver(nil, $0)) }
        default: try await close(id, desk, by: subject)
        }
    }

    private func close(_ id: CallID, _ desk: CallDesk, by subject: Call.Subject) async throws {
        let outcome = pick(CallOutcome.allCases.filter { $0 != .rehearsalOver }) ?? .cancelled
        let told = subject.attending.map { [notice("closed", .physician($0))(id), notice("closed", .fire)(id)] } ?? []
        let done = try await change(id) {
            CallDecision(entries: try desk.closing(outcome, note: nil, $0), deliveries: told)
        }
        guard done else { return }
        for delivery in told { ledger.notices.insert(delivery.place) }
    }

    /// Undoes the closing of a call.
    func reopen() async throws {
        guard let id = recent.randomElement(using: &random), let subject = ledger.subjects[id],
            let card = sameCard(subject.card)
        else { return }
        let desk = try desk(card, "甲")
        let done = try await change(id) { CallDecision(entries: try desk.reopening("誤り", $0)) }
        guard done, ledger.closed.remove(id) != nil else { return }
        open.append(id)
    }

    /// Changes a call. False where it was refused: then nothing of it may ever be seen.
    @discardableResult
    func change(_ id: CallID, _ decide: @escaping @Sendable (Call) throws -> CallDecision) async throws -> Bool {
        do {
            let call = try await store.change(id, repetition: nil, at: time.now, decide: decide)
            ledger.show(call)
            if call.state == .closed { shut(id) }
            return true
        } catch is Refusal { return false } catch is PlanChanged {
            ledger.stale += 1
            return false
        }
    }

    func shut(_ id: CallID) {
        ledger.closed.insert(id)
        recent = recent.suffix(20) + [id]
        open.removeAll { $0 == id }
    }

    /// A notice of a call, to one address.
    private func notice(_ what: String, _ recipient: NoticeRecipient) -> @Sendable (CallID) -> Delivery {
        let now = time.now
        return { id in
            Delivery(
                id: UUIDv7.make(at: now, randomness: .system),
                notice: Notice(
                    event: "call:\(id):\(what)", kind: .callClosed, recipient: recipient, subject: "題", text: "文",
                    madeAt: now, usefulUntil: now.adding(milliseconds: 3_600_000)),
                address: NoticeAddress(channel: .email, target: "a@example.jp"))
        }
    }
}

extension Delivery {
    var place: String {
        [notice.event, notice.recipient.text, address.channel.rawValue, address.target].joined(separator: " ")
    }
}
